import type { Feedback } from '#domain/feedback/feedback.ts'
import type { PersonId, RecordId } from '#domain/ids.ts'
import type { Order } from '#domain/ledger/order.ts'
import type { PlaceTree } from '#domain/places.ts'
import { type Reporter, reporterId } from '#domain/feedback/reporter.ts'
import { type Appointment, inForce } from '#domain/rights.ts'
import type { View } from '#store/view.ts'
import { factsOf, orderOf } from './orders.ts'

/** Somebody asked, it is handled or decided, and nobody has told them yet. */
export interface ToTell {
  readonly id: RecordId
  readonly text: string
  readonly place: RecordId
  /** Who asked, where this device may hold that. */
  readonly name?: string
  readonly by: PersonId
  readonly handledAt: string
}

interface Teller {
  readonly me: PersonId
  readonly appointments: readonly Appointment[]
  readonly tree: PlaceTree
  /** `YYYY-MM-DD` */
  readonly day: string
}

/** Whom I tell: of what I heard myself, and at the doors whose floor I lead. The longest waiting first. */
export function toTell(view: View, { me, appointments, tree, day }: Teller): readonly ToTell[] {
  const floors = appointments.filter((one) => one.role === 'floorLead' && inForce(one, day))
  const mine = (one: Feedback) =>
    one.author === me || floors.some((floor) => tree.below(one.place, floor.place))
  return view
    .all<Feedback>('feedback')
    .filter((one) => !one.voided && mine(one))
    .flatMap((one): ToTell[] => {
      const order = orderOf(view, one.id)
      const { handledAt, toldAt } = factsOf(one, order)
      if (handledAt === undefined || toldAt !== undefined || wasThere(one, order)) return []
      const name = view.get<Reporter>(reporterId(one.id))?.displayName
      return [
        {
          id: one.id,
          text: one.text,
          place: one.place,
          by: one.author,
          handledAt,
          ...(name !== undefined && { name }),
        },
      ]
    })
    .sort((a, b) => (a.handledAt < b.handledAt ? -1 : a.handledAt > b.handledAt ? 1 : a.id < b.id ? -1 : 1))
}

/** Put right on the spot: whoever asked stood beside it. */
function wasThere(remark: Feedback, order: Order | undefined): boolean {
  const closing = order?.events.findLast((one) => one.is === 'closed')
  return closing !== undefined && closing.at === remark.at && closing.by === remark.author
}
