import type { Shift } from '#domain/bins/shift.ts'
import { addDays, dayOf } from '#domain/workingDays.ts'
import type { View } from '#store/view.ts'
import { nameOf } from './feedback.ts'

/** What was closed for somebody longer ago than this is no news. */
const NEWS_DAYS = 14

export interface ClosedForMe {
  readonly shift: Shift
  /** Who closed it. */
  readonly by: string
}

/** My shifts that somebody else closed in the last days, newest first: I am to hear of it. */
export function closedForMe(view: View, me: Shift['author'], now: string): readonly ClosedForMe[] {
  const since = addDays(dayOf(now), -NEWS_DAYS)
  return view
    .all<Shift>('shift')
    .filter(
      (one) =>
        one.author === me &&
        one.closedBy !== undefined &&
        one.closedBy !== me &&
        !one.voided &&
        one.closedAt !== undefined &&
        dayOf(one.closedAt) >= since,
    )
    .sort((a, b) => ((a.closedAt ?? '') < (b.closedAt ?? '') ? 1 : -1))
    .map((shift) => ({ shift, by: nameOf(view, shift.closedBy) }))
}
