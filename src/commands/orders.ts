import type { Track } from '#domain/due.ts'
import type { Feedback } from '#domain/feedback.ts'
import type { PersonId, RecordId } from '#domain/ids.ts'
import type { Callback, HoldReason, Order } from '#domain/order.ts'
import { reporterId } from '#domain/reporter.ts'
import { refused } from '#domain/result.ts'
import type { Intent } from '#store/commit.ts'
import type { Context, Done } from './context.ts'
import { opening } from './feedback.ts'

/** Words and photos that go with a step; photos are hashes of kept pictures. */
export interface Said {
  readonly text?: string
  readonly photos?: readonly string[]
}

/** Makes an order of a remark that had none. */
export function openOrder(ctx: Context, feedback: Feedback, track: Track): Promise<Done> {
  return ctx.commit([
    { record: feedback.id, name: 'feedback.toOrder', v: 1, args: {} },
    opening(ctx, { ...feedback, track }),
  ])
}

/**
 * Gives an order to somebody. They read the remark while it is open, and who said it where that person agreed; the
 * name's own record has the last word on that.
 */
export async function assignOrder(ctx: Context, order: Order, assignee: PersonId): Promise<Done> {
  return ctx.commit([
    { record: order.id, name: 'order.assign', v: 1, args: { assignee } },
    ...inHands(ctx, order, assignee),
  ])
}

/** 接了 or 在办. */
export function progressOrder(
  ctx: Context,
  id: RecordId,
  to: 'accepted' | 'working',
  said: Said = {},
): Promise<Done> {
  return ctx.commit([{ record: id, name: 'order.progress', v: 1, args: { to, photos: [], ...words(said) } }])
}

export function noteOrder(ctx: Context, id: RecordId, said: Said): Promise<Done> {
  const given = words(said)
  if (given.text === undefined && given.photos === undefined) return Promise.resolve(refused('nothingToDo'))
  return ctx.commit([{ record: id, name: 'order.note', v: 1, args: { text: '', photos: [], ...given } }])
}

/** Stops the clock until the end of a day, `YYYY-MM-DD` in Shanghai. */
export function holdOrder(
  ctx: Context,
  id: RecordId,
  hold: { readonly reason: HoldReason; readonly until: string; readonly text?: string },
): Promise<Done> {
  const text = hold.text?.trim()
  return ctx.commit([
    {
      record: id,
      name: 'order.hold',
      v: 1,
      args: { reason: hold.reason, until: hold.until, ...(text && { text }) },
    },
  ])
}

/** 修好了. What the handler could read only because it was in their hands they can read no longer. */
export function closeOrder(ctx: Context, order: Order, said: Said): Promise<Done> {
  const given = { photos: [], ...words(said) }
  return ctx.commit([
    { record: order.id, name: 'order.close', v: 1, args: given },
    ...(order.assignee === undefined ? [] : inHands(ctx, order, undefined)),
  ])
}

/** What the asker says; `dissatisfied` opens it again with a shorter clock. */
export function confirmOrder(ctx: Context, id: RecordId, result: Callback, text = ''): Promise<Done> {
  const own = text.trim()
  return ctx.commit([
    { record: id, name: 'order.callback', v: 1, args: { result, ...(own && { text: own }) } },
  ])
}

/** Only what is in view is changed with it: a change for a record that never comes would wait for ever. */
function inHands(ctx: Context, order: Order, person: PersonId | undefined): readonly Intent[] {
  return order.from.flatMap((id): Intent[] => {
    const feedback = ctx.view.get<Feedback>(id)
    if (!feedback) return []
    return [
      { record: id, name: 'feedback.assign', v: 1, args: person === undefined ? {} : { assignee: person } },
      ...(feedback.name === 'mayTell'
        ? [
            {
              record: reporterId(id),
              name: 'reporter.share',
              v: 1,
              args: person === undefined ? {} : { with: person },
            },
          ]
        : []),
    ]
  })
}

function words(said: Said): { text?: string; photos?: readonly string[] } {
  const text = said.text?.trim()
  return { ...(text && { text }), ...(said.photos && said.photos.length > 0 && { photos: said.photos }) }
}
