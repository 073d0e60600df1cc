import { type Visit, visitDay, lights } from './doors/visit.ts'
import type { Shift } from './bins/shift.ts'
import { clockOf } from './ledger/orderClock.ts'
import { dueAt, dueStanding } from './ledger/due.ts'
import { dueTableOf } from './ledger/dueTable.ts'
import type { Feedback } from './feedback/feedback.ts'
import type { RecordId } from './ids.ts'
import type { Order } from './ledger/order.ts'
import { isLivedIn, type Place } from './places.ts'
import type { Recorded } from './record.ts'
import type { Settings } from './settings.ts'
import { addDays, dayOf } from './workingDays.ts'

/** SEC-92 A number of homes, or of what homes said, below this is not told: one would know whose it is. */
const LEAST = 5

/** How many days back from today are counted, today among them. */
export const COUNTED_DAYS = 30

/** A number; `few`: some, and fewer than five, or all but fewer than five of a number that stands beside it. */
export type Cell = number | 'few'

/** What the level above a compound is told of it: numbers, and nothing that they were made of. */
export interface CountsAbove {
  /** Written down in the last thirty days. */
  readonly remarks: Cell
  /** Matters that somebody has in hand now, and of those the ones that are late. */
  readonly open: Cell
  readonly overdue: Cell
  /** Closed in the last thirty days, and of those the ones in time. */
  readonly closed: Cell
  readonly inTime: Cell
  /** At the bins, in the last thirty days: of volunteers, not of homes. */
  readonly shifts: number
  /** Homes that are lived in, and of those the ones where somebody was reached in the last thirty days. */
  readonly homes: Cell
  readonly reached: Cell
}

export interface Counted {
  readonly settings: Settings | undefined
  readonly places: readonly Place[]
  readonly remarks: readonly Feedback[]
  readonly orders: readonly Order[]
  readonly shifts: readonly Shift[]
  readonly visits: readonly Visit[]
}

/** `now` is an ISO instant. What is to be settled quietly is not counted. */
export function countsAbove(of: Counted, now: string): CountsAbove {
  const today = dayOf(now)
  const since = addDays(today, 1 - COUNTED_DAYS)
  const table = dueTableOf(of.settings)
  const isLately = (instant: string | undefined) =>
    instant !== undefined && dayOf(instant) >= since && dayOf(instant) <= today
  const stands = (one: Recorded & { readonly quiet?: boolean }) => !one.voided && !one.quiet
  const orders = of.orders.filter(stands)
  const open = orders.filter(({ status }) => status !== 'done')
  const late = open.filter((one) => dueStanding(clockOf(one), now, table).standing === 'overdue')
  const closed = orders.filter(({ status, closedAt }) => status === 'done' && isLately(closedAt))
  const inTime = closed.filter((one) => {
    const due = dueAt(clockOf(one), table)
    return due === undefined || (one.closedAt ?? '') <= due
  })
  const homes = of.places.filter((one) => !one.voided && isLivedIn(one))
  const lately = of.visits.filter((one) => lights(one) && visitDay(one) >= since && visitDay(one) <= today)
  const doors = new Set<RecordId>(lately.map(({ place }) => place))
  const reached = homes.filter(({ id }) => doors.has(id))
  return {
    remarks: cell(of.remarks.filter((one) => stands(one) && isLately(one.receivedAt ?? one.at)).length),
    open: cell(open.length),
    overdue: cell(late.length, open.length),
    closed: cell(closed.length),
    inTime: cell(inTime.length, closed.length),
    shifts: of.shifts.filter(({ voided, day }) => !voided && day >= since && day <= today).length,
    homes: cell(homes.length),
    reached: cell(reached.length, homes.length),
  }
}

/** A number of a whole is not told either where the rest would be told by it. */
function cell(count: number, of = count): Cell {
  const isFew = (one: number) => one > 0 && one < LEAST
  return isFew(count) || isFew(of - count) ? 'few' : count
}
