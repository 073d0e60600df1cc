import './incident-list.css'
import { useState } from 'preact/hooks'
import type { PersonId, RecordId } from '#domain/ids.ts'
import type { Incident } from '#domain/bins/incident.ts'
import { nextSteps } from '#domain/bins/incidentSteps.ts'
import { nameOf } from '#queries/feedback.ts'
import { mayStep, mayWithdraw } from '#queries/incidents.ts'
import { Card } from '#ui/parts/Card.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Photo } from '#ui/Photo.tsx'
import { PhotosStand } from '#ui/PhotosStand.tsx'
import { useApp } from '#ui/state/app.ts'
import { useView } from '#ui/state/view.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { INCIDENT_ICONS } from './incidentIcons.ts'
import { IncidentStep } from './IncidentStep.tsx'
import { IncidentSteps } from './IncidentSteps.tsx'
import { IncidentWithdraw } from './IncidentWithdraw.tsx'

/**
 * What happened at the bins, each with what was done and what was done since. Whoever may note one there says the next step;
 * who wrote one may take it back, with a reason. `of`: whose list it is; others who stood beside them are named.
 */
export function IncidentList({ incidents, of }: { incidents: readonly Incident[]; of: PersonId }) {
  const { bins, incident: words } = useWords()
  const formats = useFormats()
  const { ctx, person, today } = useApp()
  const who = { me: ctx.me, appointments: person.appointments }
  const names = useView((view) => incidents.map((one) => one.author !== of && nameOf(view, one.author)))
  const open = useView((view) => incidents.filter((one) => mayStep(view, who, one, today())))
  const mine = useView((view) => incidents.filter((one) => mayWithdraw(view, ctx.me, one.id)))
  const [asked, setAsked] = useState<Incident>()
  const [stepping, setStepping] = useState<RecordId>()
  const next = incidents.find((one) => one.id === stepping)
  if (incidents.length === 0) return <p class="caption">{bins.summary.noIncidents}</p>
  return (
    <Card>
      <ul class="incident-list" aria-label={bins.summary.incidents}>
        {incidents.map((one, index) => {
          const [photo] = one.photos
          const Drawing = INCIDENT_ICONS[one.type]
          const when = formats.time(one.at)
          return (
            <li key={one.id}>
              {photo && (
                <span class="incident-list-photo">
                  <Photo look="fill" hash={photo} alt={words.type[one.type]} />
                </span>
              )}
              <span class="incident-list-words">
                <b>
                  <Drawing class="icon" aria-hidden="true" /> {words.type[one.type]}
                  {one.stream && `・${bins.streamFull[one.stream]}`}
                </b>
                <span class="caption">
                  {[
                    names[index],
                    photo ? bins.summary.photographed(when, one.photos.length) : bins.summary.noted(when),
                    words.done[one.action],
                  ]
                    .filter(Boolean)
                    .join('・')}
                </span>
                {one.text && <span>{one.text}</span>}
                <PhotosStand hashes={one.photos} />
                <IncidentSteps incident={one} />
              </span>
              <span class="incident-list-keys">
                {open.includes(one) && nextSteps(one).length > 0 && (
                  <Key label={words.step.open} onPress={() => setStepping(one.id)}>
                    <span class="spoken">{words.type[one.type]}</span>
                  </Key>
                )}
                {mine.includes(one) && (
                  <Key look="quiet" label={words.withdraw.open} onPress={() => setAsked(one)} />
                )}
              </span>
            </li>
          )
        })}
      </ul>
      {next && <IncidentStep incident={next} onClose={() => setStepping(undefined)} />}
      <IncidentWithdraw incident={asked} onClose={() => setAsked(undefined)} />
    </Card>
  )
}
