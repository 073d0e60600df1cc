import { type Category, trackFor } from '#domain/ledger/categories.ts'
import { type Due, dueAt, type Track, TRACKS } from '#domain/ledger/due.ts'
import { type Disposition, dispositionOf, type Feedback } from '#domain/feedback/feedback.ts'
import type { Callback, HoldReason, Order } from '#domain/ledger/order.ts'
import { agreementOf, clockOf, reopenings } from '#domain/ledger/orderClock.ts'
import type { Recorded } from '#domain/record.ts'
import { dayOf } from '#domain/workingDays.ts'
import type { View } from '#store/view.ts'
import { rowOf } from './feedback.ts'
import { bySoonest, dueTableIn, earliestReceipt, orderDue } from './orders.ts'
import type { Reader } from './reader.ts'
import { rootOf, voicesIn } from './voices.ts'

/** One thing that was said, however many said it, and what became of it. */
export interface Matter {
  readonly remark: Feedback
  readonly order?: Order
  readonly category: Category
  /** Its place among the three promises, also when it is done. */
  readonly track: Track
  readonly done: boolean
  readonly due: Due
  /** Why its clock stands still, and until which day. */
  readonly held?: { readonly reason: HoldReason; readonly until?: string }
}

/** n of N. */
export interface Part {
  readonly n: number
  readonly of: number
}

/** Days in Shanghai, `YYYY-MM-DD`, both included. */
export interface Days {
  readonly from: string
  readonly to: string
}

/** The day something was written down. A device's clock that runs ahead cannot put it later than the server received it. */
export function writtenOn({ at, receivedAt }: Pick<Recorded, 'at' | 'receivedAt'>): string {
  return dayOf(receivedAt !== undefined && receivedAt < at ? receivedAt : at)
}

export function isIn({ from, to }: Days, day: string): boolean {
  return from <= day && day <= to
}

/** All matters this person may read, soonest due first; what was withdrawn is none. */
export function mattersOf(view: View, reader: Reader, now: string): readonly Matter[] {
  const voices = voicesIn(view)
  const orders = new Map(
    reader.all<Order>('order').flatMap((one) => one.from.map((from) => [from, one] as const)),
  )
  return reader
    .all<Feedback>('feedback')
    .filter((one) => rootOf(view, one.id) === one.id)
    .map((remark): Matter => {
      const order = orders.get(remark.id)
      const row = rowOf(view, remark, { tree: reader.tree, voices, order, reporter: undefined }, now)
      const hold = order?.status === 'onHold' ? order.events.findLast((one) => one.is === 'held') : undefined
      return {
        remark,
        ...(order && { order }),
        category: remark.category,
        track: order?.track ?? trackOf(remark),
        done: row.drawer === 'done',
        due: row.due,
        ...(hold?.reason && {
          held: { reason: hold.reason, ...(hold.until !== undefined && { until: hold.until }) },
        }),
      }
    })
    .sort((a, b) => bySoonest(a.due, b.due) || (a.remark.at < b.remark.at ? -1 : 1))
}

function trackOf(remark: Feedback): Track {
  return dispositionOf(remark) === 'council_topic'
    ? 'visible_plan'
    : trackFor(remark.category, remark.urgency)
}

/** Of each promise: how many matters were done of how many. */
export function byTrack(matters: readonly Matter[]): readonly (Part & { readonly track: Track })[] {
  return TRACKS.map((track) => {
    const own = matters.filter((one) => one.track === track)
    return { track, n: own.filter((one) => one.done).length, of: own.length }
  })
}

/** Where remarks went, each counted; `open`: nobody has decided yet. */
export function byDisposition(
  remarks: readonly Feedback[],
): Readonly<Partial<Record<Disposition | 'open', number>>> {
  const counts: Partial<Record<Disposition | 'open', number>> = {}
  for (const one of remarks) {
    const went = dispositionOf(one) ?? 'open'
    counts[went] = (counts[went] ?? 0) + 1
  }
  return counts
}

/** What residents spoke of, most often first, in the words of the form. */
export function byCategory(
  remarks: readonly Feedback[],
): readonly { readonly category: Category; readonly count: number }[] {
  const counts = new Map<Category, number>()
  for (const { category } of remarks) counts.set(category, (counts.get(category) ?? 0) + 1)
  return [...counts]
    .map(([category, count]) => ({ category, count }))
    .sort((a, b) => b.count - a.count || (a.category < b.category ? -1 : 1))
}

/** What became of orders that came of remarks. */
export interface OrderFigures {
  readonly opened: number
  readonly closed: number
  /** Open ones: waits in the plan, in time, nearly due, overdue, on hold. */
  readonly plan: number
  readonly inTime: number
  readonly soon: number
  readonly overdue: number
  readonly onHold: number
  /** Of those that were closed: before their time was over. */
  readonly onTime: Part
  /** Opened again, of those that had been closed once. */
  readonly reopened: Part
  /** What askers said since it was last handled. */
  readonly said: Readonly<Record<Callback, number>>
}

export function orderFigures(view: View, orders: readonly Order[], now: string): OrderFigures {
  const voices = voicesIn(view)
  const table = dueTableIn(view)
  const open = orders.filter((one) => one.status !== 'done')
  const closed = orders.filter((one) => one.status === 'done')
  const standing = (order: Order) =>
    order.track === 'visible_plan' ? 'plan' : orderDue(view, order, now, voices).standing
  const count = (word: ReturnType<typeof standing>) => open.filter((one) => standing(one) === word).length
  const again = orders.filter((one) => reopenings(one).length > 0)
  const said: Record<Callback, number> = { satisfied: 0, basically: 0, dissatisfied: 0, unreachable: 0 }
  for (const one of orders) {
    const result = agreementOf(one)?.result
    if (result) said[result] += 1
  }
  return {
    opened: orders.length,
    closed: closed.length,
    plan: count('plan'),
    inTime: count('inTime') + count('notReceived'),
    soon: count('soon'),
    overdue: count('overdue'),
    onHold: count('onHold'),
    onTime: {
      n: closed.filter((one) => {
        const due = dueAt(
          { ...clockOf(one, earliestReceipt(view, one.from, voices)), closedAt: undefined },
          table,
        )
        return due !== undefined && one.closedAt !== undefined && one.closedAt <= due
      }).length,
      of: closed.length,
    },
    reopened: {
      n: again.length,
      of: orders.filter((one) => one.status === 'done' || reopenings(one).length > 0).length,
    },
    said,
  }
}
