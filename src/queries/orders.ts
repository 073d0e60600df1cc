import { type Due, dueStanding, type DueTable } from '#domain/ledger/due.ts'
import { dueTableOf } from '#domain/ledger/dueTable.ts'
import type { Feedback } from '#domain/feedback/feedback.ts'
import type { PersonId, RecordId } from '#domain/ids.ts'
import { type Callback, type Order, orderId } from '#domain/ledger/order.ts'
import { agreementOf, clockOf, reopenings } from '#domain/ledger/orderClock.ts'
import type { Settings } from '#domain/settings.ts'
import { isSeenGood } from '#domain/bins/toFix.ts'
import type { View } from '#store/view.ts'
import { rootOf, type Voices, voicesIn, voicesOf } from './voices.ts'

/** The order of a remark; remarks that say the same share one, whichever of them it was opened for. */
export function orderOf(view: View, feedback: RecordId): Order | undefined {
  const own = view.get<Order>(orderId(feedback)) ?? view.get<Order>(orderId(rootOf(view, feedback)))
  if (own) return own
  for (const { id } of voicesOf(view, feedback)) {
    const order = view.get<Order>(orderId(id))
    if (order) return order
  }
  return undefined
}

const tables = new WeakMap<Settings, DueTable>()

/** The compound's own times; the usual ones while it has said none. A device holds one compound. */
export function dueTableIn(view: View): DueTable {
  const [settings] = view.all<Settings>('settings')
  if (!settings) return dueTableOf(undefined)
  const table = tables.get(settings) ?? dueTableOf(settings)
  tables.set(settings, table)
  return table
}

/** How an order stands at an instant. Voices that say the same inherit the earliest receipt. */
export function orderDue(view: View, order: Order, now: string, voices = voicesIn(view)): Due {
  return dueStanding(clockOf(order, earliestReceipt(view, order.from, voices)), now, dueTableIn(view))
}

function earliestReceipt(view: View, from: readonly RecordId[], voices: Voices): string | undefined {
  return from
    .flatMap((id) => voicesOf(view, id, voices))
    .map((one) => one.receivedAt)
    .filter((instant) => instant !== undefined)
    .sort()[0]
}

/** Three facts, kept apart: handled does not mean that anybody was told, and being told does not mean agreeing. */
export interface Facts {
  readonly handledAt?: string
  readonly toldAt?: string
  /** What the asker said since it was last handled. */
  readonly agrees?: Callback
  /** Of what a round at the bins found: when a later round saw that it is in order. */
  readonly seenAt?: string
}

export function factsOf(feedback: Feedback | undefined, order: Order | undefined): Facts {
  const agrees = order && agreementOf(order)?.result
  const reopenedAt = order && reopenings(order).at(-1)?.at
  // Told of the first repair is not told of the second.
  const told =
    feedback?.told && (reopenedAt === undefined || feedback.told.at > reopenedAt)
      ? feedback.told.at
      : undefined
  const seenAt =
    order && isSeenGood(order)
      ? order.events.findLast((one) => one.is === 'rechecked' && one.good)?.at
      : undefined
  return {
    ...(order?.closedAt !== undefined && { handledAt: order.closedAt }),
    ...(told !== undefined && { toldAt: told }),
    ...(agrees !== undefined && { agrees }),
    ...(seenAt !== undefined && { seenAt }),
  }
}

/** What waits for me: orders in my hands that are not done, soonest due first. */
export function ordersFor(view: View, me: PersonId, now: string): readonly { order: Order; due: Due }[] {
  const voices = voicesIn(view)
  return view
    .all<Order>('order')
    .filter((one) => one.assignee === me && one.status !== 'done' && !one.voided)
    .map((order) => ({ order, due: orderDue(view, order, now, voices) }))
    .sort((a, b) => bySoonest(a.due, b.due) || (a.order.at < b.order.at ? -1 : 1))
}

/** Overdue on top, then by the time that is left; what no clock runs for comes last. */
export function bySoonest(a: Due, b: Due): number {
  const key = (due: Due) => due.at ?? '~'
  return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0
}
