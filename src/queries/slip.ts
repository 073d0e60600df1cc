import type { Feedback } from '#domain/feedback/feedback.ts'
import type { FirmLink } from '#domain/ledger/firmLink.ts'
import type { Hands } from '#domain/ledger/hands.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Order } from '#domain/ledger/order.ts'
import { placeTree, type Place, type PlaceTree, whereOf } from '#domain/places.ts'
import type { View } from '#store/view.ts'
import { firmLinkOf } from './firmLink.ts'
import { orderDue, orderOf } from './orders.ts'
import { callsInOrder } from '#domain/ledger/danger.ts'
import { everAppointed, type Member, memberId } from '#domain/member.ts'
import { inForce } from '#domain/rights.ts'
import { type Role, ROLES } from '#domain/roles.ts'
import { dayOf } from '#domain/workingDays.ts'
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
  /** As what somebody gave it out: their role, not their name. */
  readonly givenAs?: Role
  /** By which the firm answers, where one was made and this reader may see its code. */
  readonly link?: FirmLink
  /** Whom the firm calls: the property's duty desk, else the first number of the compound's own. */
  readonly contact?: { readonly label: string; readonly number: string }
}

export function slipOf(view: View, id: RecordId, now: string): Slip | undefined {
  const record = view.get<Feedback | Order>(id)
  const order = record?.kind === 'order' ? record : orderOf(view, id)
  if (!order || order.voided) return undefined
  const tree: PlaceTree = placeTree(view.all<Place>('place'))
  const givenAs = giverOf(view, order)
  const link = firmLinkOf(view, order, now)
  const own = emergencyIn(view)
  const desk = callsInOrder(['dutyDesk'], own).find(({ call }) => call === 'dutyDesk')
  const contact = own.find(({ number }) => number === desk?.number) ?? own[0]
  return {
    order,
    no: record?.no ?? order.no,
    hands: order,
    where: whereOf(order.place, tree) || (tree.get(order.place)?.label ?? ''),
    due: orderDue(view, order, now),
    ...(givenAs && { givenAs }),
    ...(contact && { contact }),
    ...(link && { link }),
  }
}

/** The role in which the order was given out last, as it was on that day. */
function giverOf(view: View, { events }: Order): Role | undefined {
  const given = events.findLast((one) => one.is === 'assigned')
  const member = given && view.get<Member>(memberId(given.by))
  return everAppointed(member).find(
    (one) => given && inForce(one, dayOf(given.at)) && ROLES[one.role].act.includes('assignOrder'),
  )?.role
}
