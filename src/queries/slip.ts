import type { Feedback } from '#domain/feedback/feedback.ts'
import type { Hands } from '#domain/ledger/hands.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Order } from '#domain/ledger/order.ts'
import { placeTree, type Place, type PlaceTree, whereOf } from '#domain/places.ts'
import type { View } from '#store/view.ts'
import { orderDue, orderOf } from './orders.ts'
import { emergencyIn } from './settings.ts'
import type { Due } from '#domain/ledger/due.ts'

/** What a firm takes along on paper. Nobody's name stands on it, and no phone but the property's own. */
export interface Slip {
  readonly order: Order
  /** As it is spoken: of the remark, else of the order. */
  readonly no: number | undefined
  readonly hands: Hands
  readonly where: string
  readonly due: Due
  /** Whom the firm calls: the first number of the compound's own. */
  readonly contact?: { readonly label: string; readonly number: string }
}

export function slipOf(view: View, id: RecordId, now: string): Slip | undefined {
  const record = view.get<Feedback | Order>(id)
  const order = record?.kind === 'order' ? record : orderOf(view, id)
  if (!order || order.voided) return undefined
  const tree: PlaceTree = placeTree(view.all<Place>('place'))
  const [contact] = emergencyIn(view)
  return {
    order,
    no: record?.no ?? order.no,
    hands: order,
    where: whereOf(order.place, tree) || (tree.get(order.place)?.label ?? ''),
    due: orderDue(view, order, now),
    ...(contact && { contact }),
  }
}
