import type { Feedback } from '#domain/feedback/feedback.ts'
import type { RecordId } from '#domain/ids.ts'
import { handsKey, handsOf } from '#domain/ledger/hands.ts'
import type { Order } from '#domain/ledger/order.ts'
import { goesBefore } from '#domain/ledger/orderMerging.ts'
import { appointmentsOf, type Member, memberId } from '#domain/member.ts'
import { type Place, placeTree } from '#domain/places.ts'
import { refused } from '#domain/result.ts'
import { mayAct } from '#domain/rights.ts'
import { dayOf } from '#domain/workingDays.ts'
import type { Intent } from '#store/commit.ts'
import type { View } from '#store/view.ts'
import type { Context, Done } from './context.ts'
import { inHands } from './orders.ts'

/**
 * Says that a remark means the same as another. Where both have an order that is open, the one that was written down later ends
 * in the other: one act, so that nobody sees one matter with two orders. `id` is then the remark of the later order. Who had
 * the later in hand has the earlier from then on where nobody had it, as far as whoever says so may give it.
 */
export function linkDuplicate(ctx: Context, id: RecordId, to: RecordId): Promise<Done> {
  const [later, earlier] = [openOrderOf(ctx.view, id), openOrderOf(ctx.view, to)]
  const joined = joining(later, earlier)
  return ctx.commit([
    { record: id, name: 'feedback.link', v: 1, args: { to } },
    ...joined,
    ...(joined.length > 0 && later && earlier ? takingOver(ctx, later, earlier) : []),
  ])
}

/** They are two again, each with the order it had. */
export function unlinkDuplicate(ctx: Context, id: RecordId): Promise<Done> {
  const from = ctx.view.get<Feedback>(id)?.duplicateOf
  if (from === undefined) return Promise.resolve(refused('nothingToDo'))
  const here = ordersUnder(ctx.view, id)
  return ctx.commit([
    { record: id, name: 'feedback.unlink', v: 1, args: { from } },
    ...parting(here),
    ...here.flatMap((one) => givingBack(ctx, one)),
  ])
}

/** Nobody had the one that goes on: whoever had the other goes on with it. */
function takingOver(ctx: Context, later: Order, earlier: Order): readonly Intent[] {
  const hands = handsOf(later)
  if (handsKey(hands) === undefined || handsKey(earlier) !== undefined || !mayGive(ctx, earlier)) return []
  return [
    { record: earlier.id, name: 'order.give', v: 1, args: hands },
    ...(hands.assignee === undefined ? [] : inHands(ctx, earlier, hands.assignee)),
  ]
}

/** What the one that goes on took over with the merge, it has no more; what was given to it since stays. */
function givingBack(ctx: Context, one: Order): readonly Intent[] {
  const into = one.mergedInto === undefined ? undefined : ctx.view.get<Order>(one.mergedInto)
  const was = handsKey(one)
  if (!into || was === undefined || into.status !== 'open' || !tookOver(into, one) || !mayGive(ctx, into))
    return []
  return [
    { record: into.id, name: 'order.handBack', v: 1, args: { was } },
    ...(into.assignee === undefined ? [] : inHands(ctx, into, undefined)),
  ]
}

/** Given last in the very act that merged the two: it is in these hands for no other reason. */
function tookOver(into: Order, one: Order): boolean {
  const joined = one.events.findLast(({ is }) => is === 'joined')
  const given = into.events.findLast(({ is }) => is === 'assigned')
  return (
    handsKey(into) === handsKey(one) &&
    joined !== undefined &&
    given?.at === joined.at &&
    given.by === joined.by
  )
}

function mayGive(ctx: Context, order: Order): boolean {
  const appointments = appointmentsOf(ctx.view.get<Member>(memberId(ctx.me)))
  const tree = placeTree(ctx.view.all<Place>('place'))
  return mayAct(ctx.me, appointments, 'assignOrder', order, tree, dayOf(ctx.now()))
}

/** Of the orders on this side of the link those that ended on the other side: the earliest goes on, the others end in it. */
function parting(here: readonly Order[]): readonly Intent[] {
  const [first, ...rest] = here
    .filter(({ mergedInto }) => mergedInto !== undefined && !here.some((one) => one.id === mergedInto))
    .sort((a, b) => (goesBefore(a, b) ? -1 : 1))
  if (!first) return []
  const apart = (one: Order): Intent => ({
    record: one.id,
    name: 'order.part',
    v: 1,
    args: { from: one.mergedInto },
  })
  return [apart(first), ...rest.flatMap((one) => [apart(one), ...joining(one, first)])]
}

/** The order of a remark and of all that say the same, where it is open. */
export function openOrderOf(view: View, id: RecordId): Order | undefined {
  return ordersUnder(view, rootOf(view, id)).find(
    (one) => one.mergedInto === undefined && !one.voided && one.status !== 'done',
  )
}

function joining(later: Order | undefined, earlier: Order | undefined): readonly Intent[] {
  if (!later || !earlier || later.id === earlier.id || later.sheet || earlier.sheet) return []
  if (!goesBefore(earlier, later)) return []
  const args = { to: earlier.id, earlierAt: earlier.at }
  return [{ record: later.id, name: 'order.join', v: 1, args }]
}

/** The orders that were opened for a remark, or for one whose links lead to it. */
function ordersUnder(view: View, id: RecordId): readonly Order[] {
  return view.all<Order>('order').filter((one) => one.from.some((from) => leadsTo(view, from, id)))
}

function leadsTo(view: View, from: RecordId, id: RecordId): boolean {
  return pathOf(view, from).includes(id)
}

function rootOf(view: View, id: RecordId): RecordId {
  return pathOf(view, id).at(-1) ?? id
}

/** A remark and those its links lead to, each once: two people may have linked crosswise. */
function pathOf(view: View, id: RecordId): readonly RecordId[] {
  const path: RecordId[] = []
  for (let at: RecordId | undefined = id; at !== undefined && !path.includes(at);) {
    path.push(at)
    at = view.get<Feedback>(at)?.duplicateOf
  }
  return path
}
