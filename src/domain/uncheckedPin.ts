import { verbOf } from './kinds.ts'
import type { Act } from './roles.ts'

/** What whoever stands there hears, sees and does. */
const BEFORE_THE_PIN: readonly Act[] = [
  'recordFeedback',
  'recordVisit',
  'recordSurvey',
  'recordIncident',
  'standShift',
]

/** With most remarks an order is opened. */
const WITH_A_REMARK: readonly string[] = ['order.open', 'feedback.toOrder']

/**
 * Whether a change waits till its person's PIN was told right: without a network nothing on a device says it for ever. To write down what
 * is before one's eyes waits for nothing, as on a locked device; to change what others wrote, or settle anything, does.
 */
export function waitsForPin(change: { readonly name: string }): boolean {
  if (WITH_A_REMARK.includes(change.name)) return false
  const act = verbOf(change)?.verb.act
  return act === undefined || !BEFORE_THE_PIN.includes(act)
}
