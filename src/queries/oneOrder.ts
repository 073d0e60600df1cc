import type { Feedback } from '#domain/feedback/feedback.ts'
import type { RecordId } from '#domain/ids.ts'
import { type Hands, handsKey, handsOf } from '#domain/ledger/hands.ts'
import { type Order, orderId } from '#domain/ledger/order.ts'
import type { View } from '#store/view.ts'

/** The order that goes on for one that was merged: also of a duplicate of a duplicate. What may not be read is not followed. */
export function goingOn(view: View, order: Order): Order {
  const seen = new Set<RecordId>()
  let at = order
  while (at.mergedInto !== undefined && !seen.has(at.id)) {
    seen.add(at.id)
    const next = view.get<Order>(at.mergedInto)
    if (!next) break
    at = next
  }
  return at
}

/** Every order that ended in another. It is voided, and lists of what one may read leave that out: its remark leads to it. */
export function mergedOrders(view: View): readonly Order[] {
  return view.all<Feedback>('feedback').flatMap(({ id }) => {
    const order = view.get<Order>(orderId(id))
    return order?.mergedInto === undefined ? [] : [order]
  })
}

/** The orders that ended as merged into this one, among those of its voices: their histories are its own too. */
export function mergedWith(view: View, order: Order, voices: readonly Feedback[]): readonly Order[] {
  return voices
    .flatMap(({ id }) => view.get<Order>(orderId(id)) ?? [])
    .filter(
      (one) => one.id !== order.id && one.mergedInto !== undefined && goingOn(view, one).id === order.id,
    )
}

/** In whose hands an order was last, also where it was given after it had ended in another. */
export function lastHands(order: Order): Hands {
  const given = order.events.findLast((one) => one.is === 'assigned')
  return given && handsKey(given) !== undefined ? handsOf(given) : handsOf(order)
}

/** Whoever had what was merged in hand and has not the one that goes on; each hand once. */
export function handsBeside(merged: readonly Order[], order: Order): readonly Hands[] {
  if (order.status === 'done') return []
  const beside = new Map<string, Hands>()
  for (const one of merged) {
    const hands = lastHands(one)
    const key = handsKey(hands)
    if (key !== undefined && key !== handsKey(order)) beside.set(key, hands)
  }
  return [...beside.values()]
}

/** Somebody says that what was merged is done, after it was merged, and the order that goes on is still open. */
export function saidDone(merged: readonly Order[], order: Order): Order['events'][number] | undefined {
  if (order.status === 'done') return undefined
  return merged
    .flatMap(({ events }) => events.slice(events.findLastIndex((one) => one.is === 'joined') + 1))
    .filter((one) => one.is === 'closed')
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .at(-1)
}
