import { type Due, dueStanding, type DueTable } from '#domain/ledger/due.ts'
import { dueTableOf } from '#domain/ledger/dueTable.ts'
import type { Crew } from '#domain/ledger/crew.ts'
import type { Feedback } from '#domain/feedback/feedback.ts'
import type { PersonId, RecordId } from '#domain/ids.ts'
import { type Callback, type Order, orderId } from '#domain/ledger/order.ts'
import { agreementOf, clockOf, reopenings } from '#domain/ledger/orderClock.ts'
import type { Settings } from '#domain/settings.ts'
import { isSeenGood } from '#domain/bins/toFix.ts'
import type { View } from '#store/view.ts'
import { once } from './once.ts'
import { goingOn } from './oneOrder.ts'
import { rootOf, type Voices, voicesIn, voicesOf } from './voices.ts'

/**
 * The order of a remark; remarks that say the same share one, whichever of them it was opened for, and of two that were merged
 * the one that goes on.
 */
export function orderOf(view: View, feedback: RecordId): Order | undefined {
  const own = view.get<Order>(orderId(feedback)) ?? view.get<Order>(orderId(rootOf(view, feedback)))
  const order = own ?? orderAmong(view, voicesOf(view, feedback))
  return order && goingOn(view, order)
}

const among = new WeakMap<
  readonly Feedback[],
  { readonly orders: readonly Order[]; readonly order: Order | undefined }
>()

/** The order of the first of the voices that has one. Each of them asks: it is looked for once while no order changes. */
function orderAmong(view: View, voices: readonly Feedback[]): Order | undefined {
  const orders = view.all<Order>('order')
  const known = among.get(voices)
  if (known?.orders === orders) return known.order
  let order: Order | undefined
  for (const { id } of voices) if ((order = view.get<Order>(orderId(id)))) break
  among.set(voices, { orders, order })
  return order
}

const tables = new WeakMap<Settings, DueTable>()
const USUAL = dueTableOf(undefined)

/** The compound's own times; the usual ones while it has said none. A device holds one compound. */
export function dueTableIn(view: View): DueTable {
  const [settings] = view.all<Settings>('settings')
  if (!settings) return USUAL
  const table = tables.get(settings) ?? dueTableOf(settings)
  tables.set(settings, table)
  return table
}

/** How an order stands at an instant. Voices that say the same inherit the earliest receipt. */
export function orderDue(view: View, order: Order, now: string, voices = voicesIn(view)): Due {
  return dueStanding(clockOf(order, earliestReceipt(view, order.from, voices)), now, dueTableIn(view))
}

/** When the first of those who said it reached the office. */
export function earliestReceipt(view: View, from: readonly RecordId[], voices: Voices): string | undefined {
  return from
    .flatMap((id) => firstReceipt(voicesOf(view, id, voices)) ?? [])
    .reduce<string | undefined>((first, one) => (first === undefined || one < first ? one : first), undefined)
}

/** Several orders may be open for what many said: each asks for the same voices. */
const firstReceipt = once((voices: readonly Feedback[]) =>
  voices.reduce<string | undefined>(
    (first, { receivedAt: one }) => (one !== undefined && (first === undefined || one < first) ? one : first),
    undefined,
  ),
)

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

/**
 * What waits for me: orders in my hands, or in those of a team I am in, that are not done, soonest due first. `view` is what I
 * may read: being in a team gives no right.
 */
export function ordersFor(view: View, me: PersonId, now: string): readonly { order: Order; due: Due }[] {
  const voices = voicesIn(view)
  const teams = view.all<Crew>('crew').flatMap((one) => (one.people.includes(me) ? [one.team] : []))
  const waits = (one: Order) => one.assignee === me || (one.team !== undefined && teams.includes(one.team))
  return view
    .all<Order>('order')
    .filter((one) => waits(one) && one.status !== 'done' && !one.voided)
    .map((order) => ({ order, due: orderDue(view, order, now, voices) }))
    .sort((a, b) => bySoonest(a.due, b.due) || (a.order.at < b.order.at ? -1 : 1))
}

/** Overdue on top, then by the time that is left; what no clock runs for comes last. */
export function bySoonest(a: Due, b: Due): number {
  const key = (due: Due) => due.at ?? '~'
  return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0
}
