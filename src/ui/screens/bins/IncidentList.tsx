import './incident-list.css'
import { useState } from 'preact/hooks'
import type { Incident } from '#domain/incident.ts'
import { mayWithdraw } from '#queries/incidents.ts'
import { Card } from '#ui/parts/Card.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Photo } from '#ui/Photo.tsx'
import { PhotosStand } from '#ui/PhotosStand.tsx'
import { useApp } from '#ui/state/app.ts'
import { useView } from '#ui/state/view.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { INCIDENT_ICONS } from './incidentIcons.ts'
import { IncidentWithdraw } from './IncidentWithdraw.tsx'

/** What happened at the bins, each with what was done; who wrote one may take it back, with a reason. */
export function IncidentList({ incidents }: { incidents: readonly Incident[] }) {
  const { bins, incident: words } = useWords()
  const formats = useFormats()
  const { ctx } = useApp()
  const mine = useView((view) => incidents.filter((one) => mayWithdraw(view, ctx.me, one.id)))
  const [asked, setAsked] = useState<Incident>()
  if (incidents.length === 0) return <p class="caption">{bins.summary.noIncidents}</p>
  return (
    <Card>
      <ul class="incident-list" aria-label={bins.summary.incidents}>
        {incidents.map((one) => {
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
                  {photo ? bins.summary.photographed(when, one.photos.length) : bins.summary.noted(when)}・
                  {words.done[one.action]}
                </span>
                {one.text && <span>{one.text}</span>}
                <PhotosStand hashes={one.photos} />
              </span>
              {mine.includes(one) && (
                <Key look="quiet" label={words.withdraw.open} onPress={() => setAsked(one)} />
              )}
            </li>
          )
        })}
      </ul>
      <IncidentWithdraw incident={asked} onClose={() => setAsked(undefined)} />
    </Card>
  )
}
