import { callsInOrder } from '#domain/ledger/danger.ts'
import { SAFETY_CALLS, type SafetyType } from '#domain/bins/incident.ts'
import { emergencyIn } from '#queries/settings.ts'
import { CallFirst } from '#ui/CallFirst.tsx'
import { useView } from '#ui/state/view.ts'
import { useWords } from '#ui/words.ts'

/** How many numbers stand here; all of them are in the remark's own panel. */
const KEYS = 3

/** What can hurt somebody: whom to ring, what to do, and only then the note. */
export function IncidentSafety({ type }: { type: SafetyType }) {
  const { safety: words } = useWords().incident
  const numbers = useView(emergencyIn)
  return (
    <CallFirst
      title={words.title}
      calls={callsInOrder(SAFETY_CALLS[type], numbers).slice(0, KEYS)}
      hint={words.hint[type]}
    >
      <p>{words.notSent}</p>
    </CallFirst>
  )
}
