import { dispositionOf, type Feedback } from '#domain/feedback.ts'
import type { RecordId } from '#domain/ids.ts'
import { type Order, orderId } from '#domain/order.ts'
import type { Reader } from './reader.ts'

/** Something that is not done yet for a place: a remark nobody has decided on, or an order that is not closed. */
export interface OpenItem {
  readonly id: RecordId
  readonly kind: 'feedback' | 'order'
  readonly text: string
  readonly order?: Order
}

/** Open items by the place they name. A remark that became an order is counted once, as the order. */
export function openItems(reader: Reader): ReadonlyMap<RecordId, readonly OpenItem[]> {
  const byPlace = new Map<RecordId, OpenItem[]>()
  const add = (place: RecordId, item: OpenItem) => {
    const there = byPlace.get(place)
    if (there) there.push(item)
    else byPlace.set(place, [item])
  }
  for (const order of reader.all<Order>('order')) {
    if (order.closedAt === undefined)
      add(order.place, { id: order.id, kind: 'order', text: order.text, order })
  }
  for (const one of reader.all<Feedback>('feedback')) {
    const undecided = dispositionOf(one) === undefined
    const sentOn = one.disposition === 'work_order' && !one.told && !reader.get<Order>(orderId(one.id))
    if (undecided || sentOn) add(one.place, { id: one.id, kind: 'feedback', text: one.text })
  }
  return byPlace
}
