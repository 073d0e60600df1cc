import type { Shift } from '#domain/bins/shift.ts'
import { dayOf } from '#domain/workingDays.ts'
import type { View } from '#store/view.ts'
import { nameOf } from './feedback.ts'

/** What became of a hand-over since, as its own person is told. */
export interface SinceHandOver {
  /** It may be taken back still: on the day of it, and where nobody has begun since, neither there nor they elsewhere. */
  readonly mayGoOn: boolean
  /** Who stands there now, or stood there last, since it. */
  readonly next?: string
}

/** `today` is a day in Shanghai, `YYYY-MM-DD`. A shift that is open, or another's, is nothing to take back. */
export function sinceHandOver(view: View, me: Shift['author'], shift: Shift, today: string): SinceHandOver {
  const { closedAt } = shift
  if (closedAt === undefined || shift.author !== me || shift.voided) return { mayGoOn: false }
  const since = view
    .all<Shift>('shift')
    .filter((one) => one.id !== shift.id && !one.voided && one.at >= closedAt)
    .filter((one) => one.place === shift.place || one.author === me)
    .sort((a, b) => (a.at < b.at ? 1 : -1))
  const other = since.find((one) => one.author !== me)
  return {
    mayGoOn: since.length === 0 && dayOf(closedAt) === today,
    ...(other && { next: nameOf(view, other.author) }),
  }
}
