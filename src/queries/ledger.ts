import type { PersonId, RecordId } from '#domain/ids.ts'
import type { Order } from '#domain/ledger/order.ts'
import type { View } from '#store/view.ts'
import { feedbackList, type FeedbackRow, isOfBins } from './feedback.ts'
import { goingOn, mergedOrders } from './oneOrder.ts'

/** What is to be given out first, and what is out already. */
export type Desk = 'new' | 'given' | 'outside'
export const DESKS: readonly Desk[] = ['new', 'given', 'outside']

export interface DeskRow extends FeedbackRow {
  readonly desk: Desk
}

/** All that is open, soonest due first: what nobody has, who has it, and what somebody outside has. */
export function deskRows(view: View, now: string): readonly DeskRow[] {
  return feedbackList(view, {}, now)
    .filter((row) => row.drawer !== 'done')
    .flatMap((row): DeskRow[] => {
      const desk = row.due.standing === 'outside' ? 'outside' : deskOf(row)
      return desk === undefined ? [] : [{ ...row, desk }]
    })
}

function deskOf(row: FeedbackRow): Desk | undefined {
  if (row.status) return row.hands ? 'given' : 'new'
  // Undecided: it waits to be given out. What went another way than an order is nobody's to give. A row that says the same as
  // another stands for itself: what it named was withdrawn.
  return row.disposition === undefined || row.disposition === 'duplicate_of' ? 'new' : undefined
}

/** A year whose holidays nobody knows yet, where something that is open is counted over it by weekends only. */
export function uncountedIn(view: View, now: string): string | undefined {
  return feedbackList(view, {}, now).find((row) => row.drawer !== 'done' && row.due.uncounted !== undefined)
    ?.due.uncounted
}

/** A next date that somebody was given by me: a hold, or the day somebody comes. */
export interface Promised {
  /** Of the remark, else of the order. */
  readonly id: RecordId
  readonly is: 'held' | 'promised'
  /** A day in Shanghai. */
  readonly until: string
  readonly text: string
  readonly order: Order
}

/** What I promised of what is open, the nearest day first; of several words on one order my last. */
export function promisedBy(view: View, me: PersonId): readonly Promised[] {
  const going = view.all<Order>('order').filter((one) => !one.voided)
  return [...going, ...mergedOrders(view)]
    .filter((one) => one.status !== 'done')
    .flatMap((order): Promised[] => {
      // Whoever was promised a day waits for it, though the order goes on as another.
      const merged = order.mergedInto !== undefined
      if (merged && goingOn(view, order).status === 'done') return []
      const last = order.events.findLast(
        (one) => (one.is === 'held' || one.is === 'promised') && one.until !== undefined,
      )
      // Gone on with since, or somebody else's word.
      if (!last?.until || last.by !== me || (last.is === 'held' && (merged || order.status !== 'onHold')))
        return []
      return [
        {
          id: order.from[0] ?? order.id,
          is: last.is === 'held' ? 'held' : 'promised',
          until: last.until,
          text: order.text,
          order,
        },
      ]
    })
    .sort((a, b) => (a.until < b.until ? -1 : a.until > b.until ? 1 : a.id < b.id ? -1 : 1))
}

/** Under which record an order is shown: what a round at the bins found has no remark. */
export function addressOf(order: Order): RecordId {
  return isOfBins(order) ? order.id : (order.from[0] ?? order.id)
}
