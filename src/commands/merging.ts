import type { Feedback } from '#domain/feedback/feedback.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Order } from '#domain/ledger/order.ts'
import { goesBefore } from '#domain/ledger/orderMerging.ts'
import { refused } from '#domain/result.ts'
import type { Intent } from '#store/commit.ts'
import type { View } from '#store/view.ts'
import type { Context, Done } from './context.ts'

/**
 * Says that a remark means the same as another. Where both have an order that is open, the one that was written down later ends
 * in the other: one act, so that nobody sees one matter with two orders. `id` is then the remark of the later order.
 */
export function linkDuplicate(ctx: Context, id: RecordId, to: RecordId): Promise<Done> {
  return ctx.commit([
    { record: id, name: 'feedback.link', v: 1, args: { to } },
    ...joining(openOrderOf(ctx.view, id), openOrderOf(ctx.view, to)),
  ])
}

/** They are two again, each with the order it had. */
export function unlinkDuplicate(ctx: Context, id: RecordId): Promise<Done> {
  const from = ctx.view.get<Feedback>(id)?.duplicateOf
  if (from === undefined) return Promise.resolve(refused('nothingToDo'))
  return ctx.commit([
    { record: id, name: 'feedback.unlink', v: 1, args: { from } },
    ...parting(ordersUnder(ctx.view, id)),
  ])
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
