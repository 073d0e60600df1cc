import { type CouncilMark, councilMarkId } from '#domain/council/councilMark.ts'
import type { Feedback } from '#domain/feedback/feedback.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Order } from '#domain/ledger/order.ts'
import { refused } from '#domain/result.ts'
import type { Intent } from '#store/commit.ts'
import type { Context, Done } from './context.ts'

/** As many as one act may hold. */
const ACT_MOST = 20

/** Wants a matter on the agenda of the next sitting; `matter` is the remark, or the order that a round at the bins found. */
export function markForCouncil(ctx: Context, matter: RecordId): Promise<Done> {
  const record = councilMarkId(matter)
  const marked = ctx.view.get<CouncilMark>(record)?.marked
  return ctx.commit([
    marked
      ? { record, name: 'councilMark.renew', v: 1, args: { was: marked.at } }
      : { record, name: 'councilMark.mark', v: 1, args: { place: ctx.compound, matter } },
  ])
}

/**
 * Takes back the marks that are on the screen: one matter may have been marked under several of its voices, and `sent` are those that
 * went to the council when they were written down.
 */
export function unmarkForCouncil(
  ctx: Context,
  marks: readonly CouncilMark[],
  sent: readonly Feedback[] = [],
): Promise<Done> {
  const intents = [
    ...marks.flatMap(({ id: record, marked }): Intent[] =>
      marked ? [{ record, name: 'councilMark.unmark', v: 1, args: { was: marked.at } }] : [],
    ),
    ...sent.map(({ id: record, disposition: was }): Intent => {
      return { record, name: 'feedback.edit', v: 1, args: { disposition: { was, now: undefined } } }
    }),
  ]
  return intents.length === 0
    ? Promise.resolve(refused('nothingToDo'))
    : ctx.commit(intents.slice(0, ACT_MOST))
}

/** What was said of a home was meant of the floor, or of the compound: from there on others may read it and talk it over. */
export function saidOf(ctx: Context, remark: Feedback, place: RecordId): Promise<Done> {
  if (remark.place === place) return Promise.resolve(refused('nothingToDo'))
  const edit = { place: { was: remark.place, now: place } }
  return ctx.commit([{ record: remark.id, name: 'feedback.edit', v: 1, args: edit }])
}

/** The closing of an order, said of the resolution it saw to: with what was written and photographed at it. */
export function finishing(
  resolution: RecordId,
  cause: RecordId,
  said: { readonly text?: string; readonly photos?: readonly string[] },
): Intent {
  const text = said.text?.trim()
  const args = { cause, photos: said.photos ?? [], ...(text && { text }) }
  return { record: resolution, name: 'resolution.finishWith', v: 1, args }
}

/** Says of a resolution what its order says already: it is done. */
export function confirmDone(ctx: Context, resolution: RecordId, order: Order): Promise<Done> {
  const closing = order.events.findLast((one) => one.is === 'closed')
  return ctx.commit([
    finishing(resolution, order.id, {
      ...(closing?.text !== undefined && { text: closing.text }),
      photos: order.after.slice(-6),
    }),
  ])
}
