import type { Category } from '#domain/ledger/categories.ts'
import { dispositionOf, type Feedback } from '#domain/feedback/feedback.ts'
import type { RecordId } from '#domain/ids.ts'
import { type Order, orderId } from '#domain/ledger/order.ts'
import type { Reader } from './reader.ts'

/** Something that is not done yet for a place: a remark nobody has decided on, or an order that is not closed. */
export interface OpenItem {
  readonly id: RecordId
  readonly kind: 'feedback' | 'order'
  /** Empty where nothing was written. */
  readonly text: string
  readonly category: Category
  /** Seconds that can be listened to. */
  readonly voice?: number
  readonly order?: Order
}

type Said = Pick<OpenItem, 'text' | 'voice'>

/** What an order is about; a voice note may have been put into words since it was opened. */
export function saidIn({ from: [remark], text }: Order, reader: Reader): Said {
  const said = text === '' && remark !== undefined ? reader.get<Feedback>(remark) : undefined
  return said ? saidBy(said) : { text }
}

function saidBy({ text, voice }: Feedback): Said {
  return { text, ...(voice && { voice: voice.seconds }) }
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
      add(order.place, {
        id: order.id,
        kind: 'order',
        category: order.category,
        ...saidIn(order, reader),
        order,
      })
  }
  for (const one of reader.all<Feedback>('feedback')) {
    const undecided = dispositionOf(one) === undefined
    const sentOn = one.disposition === 'work_order' && !one.told && !reader.get<Order>(orderId(one.id))
    if (undecided || sentOn)
      add(one.place, { id: one.id, kind: 'feedback', category: one.category, ...saidBy(one) })
  }
  return byPlace
}
