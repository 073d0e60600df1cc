import type { Feedback } from '#domain/feedback/feedback.ts'
import type { Crew } from '#domain/ledger/crew.ts'
import { type Hands, handsOf } from '#domain/ledger/hands.ts'
import type { PersonId, RecordId } from '#domain/ids.ts'
import type { Order } from '#domain/ledger/order.ts'
import { addDays, dayOf } from '#domain/workingDays.ts'
import type { View } from '#store/view.ts'
import { goingOn, lastHands, mergedOrders } from './oneOrder.ts'

/** What went to somebody else longer ago than this is no news. */
const NEWS_DAYS = 14

/** An order that was in my hands and goes on as another, in other hands than mine. */
export interface JoinedAway {
  /** Of the remark, else of the order that ended. */
  readonly id: RecordId
  readonly order: Order
  /** Of the one that goes on; undefined: not numbered yet, or not mine to read. */
  readonly no?: number
  /** Who has that one; empty for nobody. */
  readonly hands: Hands
}

/** What I had in hand and somebody merged into another's in the last days, newest first: I am to hear where it went. */
export function joinedAway(view: View, me: PersonId, now: string): readonly JoinedAway[] {
  const since = addDays(dayOf(now), -NEWS_DAYS)
  const teams = view.all<Crew>('crew').flatMap((one) => (one.people.includes(me) ? [one.team] : []))
  const mine = ({ assignee, team }: Hands) => assignee === me || (team !== undefined && teams.includes(team))
  return mergedOrders(view)
    .flatMap((order) => {
      const joined = order.events.findLast((one) => one.is === 'joined')
      if (!joined || dayOf(joined.at) < since || !mine(lastHands(order))) return []
      const into = goingOn(view, order)
      const other = into.id === order.id ? undefined : into
      if (other && (other.status === 'done' || mine(other))) return []
      // The number people know it by is its remark's, as on its page and its slip.
      const first = other?.from[0]
      const no = (first === undefined ? undefined : view.get<Feedback>(first)?.no) ?? other?.no
      const row: JoinedAway = {
        id: order.from[0] ?? order.id,
        order,
        hands: other ? handsOf(other) : {},
        ...(no !== undefined && { no }),
      }
      return [{ row, at: joined.at }]
    })
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
    .map(({ row }) => row)
}
