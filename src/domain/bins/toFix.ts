import type { Order } from '#domain/ledger/order.ts'
import type { Shift } from './shift.ts'
import { addDays, dayOf } from '#domain/workingDays.ts'

/**
 * What a round at the bins says of an item, and the matter in the ledger it is about.
 *
 * An item at a point is one matter, whichever bin it was at: the words say which. The first round that finds it opens it; the
 * rounds after it only say of that one whether it is in order now. So long after it was handled it is the same matter come
 * back; later it is a new one.
 */
const COMES_BACK_DAYS = 7

type Round = Pick<Shift, 'place' | 'day' | 'window' | 'author' | 'at' | 'closedAt'>

/** Whether this round, or somebody beside it on the same sheet, opened the matter. */
export function isOfRound(order: Order, round: Round): boolean {
  const { sheet } = order
  if (!sheet || order.place !== round.place) return false
  if (sheet.day === round.day && sheet.window === round.window) return true
  // Day and window were put right after it was opened.
  return order.author === round.author && isDuring(order.at, round)
}

/** The matter that a word on an item is about; undefined where it is a new one. What was taken back is none. */
export function matterOf(orders: readonly Order[], round: Round, item: string): Order | undefined {
  const there = orders.filter((one) => one.sheet?.item === item && one.place === round.place && !one.voided)
  return (
    there.find((one) => isOfRound(one, round)) ??
    there.filter((one) => isStanding(one, round.day)).sort((a, b) => (a.at < b.at ? 1 : -1))[0]
  )
}

/** What earlier rounds at the point wanted put right and this one is asked about, oldest first: 好了 or 还没好. */
export function askedAgain(orders: readonly Order[], round: Round): readonly Order[] {
  return orders
    .filter(
      (one) =>
        one.sheet &&
        one.place === round.place &&
        !one.voided &&
        !isOfRound(one, round) &&
        isStanding(one, round.day) &&
        (!isSeenGood(one) || saidAgain(one, round) !== undefined),
    )
    .sort((a, b) => (a.at < b.at || (a.at === b.at && a.id < b.id) ? -1 : 1))
}

/** What this round said of a matter of an earlier one. */
export function saidAgain(order: Order, round: Round): boolean | undefined {
  return order.events.findLast(
    (one) => one.is === 'rechecked' && one.by === round.author && isDuring(one.at, round),
  )?.good
}

/** Handled, and somebody at the bins saw that it is. */
export function isSeenGood(order: Order): boolean {
  if (order.status !== 'done') return false
  const since = order.events.findLastIndex((one) => one.is === 'closed')
  return order.events.slice(since + 1).some((one) => one.is === 'rechecked' && one.good === true)
}

function isStanding({ closedAt }: Order, day: string): boolean {
  return closedAt === undefined || dayOf(closedAt) >= addDays(day, -COMES_BACK_DAYS)
}

function isDuring(at: string, { at: from, closedAt: to }: Round): boolean {
  return from <= at && (to === undefined || at <= to)
}
