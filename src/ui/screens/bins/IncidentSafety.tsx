import Warning from '~icons/lucide/triangle-alert'
import { callsInOrder } from '#domain/danger.ts'
import { SAFETY_CALLS, type SafetyType } from '#domain/incident.ts'
import { emergencyIn } from '#queries/settings.ts'
import { CallKeys } from '#ui/CallKeys.tsx'
import { useView } from '#ui/state/view.ts'
import { useWords } from '#ui/words.ts'

/** How many numbers stand here; all of them are in the remark's own panel. */
const KEYS = 3

/** What can hurt somebody: whom to ring, what to do, and only then the note. */
export function IncidentSafety({ type }: { type: SafetyType }) {
  const { safety: words } = useWords().incident
  const numbers = useView(emergencyIn)
  return (
    <section class="incident-safety" role="alert">
      <h2>
        <Warning class="icon" aria-hidden="true" />
        {words.title}
      </h2>
      <CallKeys calls={callsInOrder(SAFETY_CALLS[type], numbers).slice(0, KEYS)} />
      <p class="incident-safety-hint">{words.hint[type]}</p>
      <p class="caption">{words.notSent}</p>
    </section>
  )
}
