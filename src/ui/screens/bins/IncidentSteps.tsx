import './incident-list.css'
import type { Incident } from '#domain/bins/incident.ts'
import { stepsOf } from '#domain/bins/incidentSteps.ts'
import { nameOf } from '#queries/feedback.ts'
import { useApp } from '#ui/state/app.ts'
import { useView } from '#ui/state/view.ts'
import { useFormats, useWords } from '#ui/words.ts'

/** What was done since the note, each with its hour and its person; the last of them is how it stands. */
export function IncidentSteps({ incident }: { incident: Incident }) {
  const { incident: words } = useWords()
  const formats = useFormats()
  const { today } = useApp()
  const later = stepsOf(incident).slice(1)
  const names = useView((view) => later.map(({ by }) => nameOf(view, by)))
  if (later.length === 0) return null
  return (
    <ol class="incident-steps" aria-label={words.step.since}>
      {later.map(({ action, at, note }, index) => (
        <li key={`${at} ${action}`}>
          <span class="caption">{[formats.moment(at, today()), names[index]].filter(Boolean).join(' ')}</span>
          <span>
            {index === later.length - 1 ? <b>{words.done[action]}</b> : words.done[action]}
            {note && `${words.colon}${note}`}
          </span>
        </li>
      ))}
    </ol>
  )
}
