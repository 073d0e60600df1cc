import type { Track } from '#domain/ledger/due.ts'
import type { Feedback } from '#domain/feedback/feedback.ts'
import { type Hands, handsKey } from '#domain/ledger/hands.ts'
import type { PersonId, RecordId } from '#domain/ids.ts'
import type { Callback, HoldReason, Order } from '#domain/ledger/order.ts'
import type { Body } from '#domain/ledger/outside.ts'
import { reporterId } from '#domain/feedback/reporter.ts'
import { refused } from '#domain/result.ts'
import type { Intent } from '#store/commit.ts'
import type { Context, Done } from './context.ts'
import { finishing } from './atCouncil.ts'
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

/** Gives an order to a person; see `giveOrder`. */
export function assignOrder(ctx: Context, order: Order, assignee: PersonId): Promise<Done> {
  return giveOrder(ctx, order, { assignee })
}

/**
 * Gives an order to a person, a team or a firm, with a word why. A person reads the remark while it is open, and who said it
 * where that was agreed to; the name's own record has the last word on that. A firm is told by a slip.
 */
export async function giveOrder(ctx: Context, order: Order, to: Hands, why = ''): Promise<Done> {
  const was = handsKey(order)
  const text = why.trim()
  const firm = to.vendor?.trim()
  const args = {
    ...to,
    ...(firm && { vendor: firm }),
    ...(text && { text }),
    ...(was !== undefined && { was }),
  }
  return ctx.commit([
    { record: order.id, name: 'order.give', v: 1, args },
    ...(to.assignee === order.assignee ? [] : inHands(ctx, order, to.assignee)),
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

/** What a closing cost, as somebody wrote it down. */
export type Bill = Partial<Pick<Order, 'area' | 'costCents' | 'payer' | 'materials'>>

/**
 * 修好了. What the handler could read only because it was in their hands they can read no longer. What the council had resolved
 * about it is done in the same act.
 */
export function closeOrder(
  ctx: Context,
  order: Order,
  said: Said,
  bill: Bill = {},
  resolutions: readonly RecordId[] = [],
): Promise<Done> {
  const given = { photos: [], ...words(said) }
  return ctx.commit([
    { record: order.id, name: 'order.close', v: 1, args: given },
    ...accounting(order, bill),
    ...resolutions.map((one) => finishing(one, order.id, given)),
    ...(order.assignee === undefined ? [] : inHands(ctx, order, undefined)),
    // Whoever had one that was merged into it.
    ...ctx.view
      .all<Order>('order')
      .filter((one) => one.mergedInto === order.id && one.assignee !== undefined)
      .flatMap((one) => inHands(ctx, one, undefined)),
  ])
}

/** What it cost and who bears it, also afterwards. */
export function accountOrder(ctx: Context, order: Order, bill: Bill): Promise<Done> {
  const [first, ...rest] = accounting(order, bill)
  return first ? ctx.commit([first, ...rest]) : Promise.resolve(refused('nothingToDo'))
}

function accounting(order: Order, bill: Bill): readonly Intent[] {
  const edits: Record<string, unknown> = {}
  for (const field of ['area', 'costCents', 'payer', 'materials'] as const) {
    const said = bill[field]
    const now = typeof said === 'string' ? said.trim() : said
    if (now === undefined || now === '' || now === order[field]) continue
    edits[field] = { ...(order[field] !== undefined && { was: order[field] }), now }
  }
  return Object.keys(edits).length === 0
    ? []
    : [{ record: order.id, name: 'order.account', v: 1, args: edits }]
}

/** On which day somebody comes, `YYYY-MM-DD` in Shanghai. */
export function promiseDay(ctx: Context, id: RecordId, until: string, said = ''): Promise<Done> {
  const text = said.trim()
  return ctx.commit([{ record: id, name: 'order.promise', v: 1, args: { until, ...(text && { text }) } }])
}

/** Where something goes that nobody here can do. */
export interface SentOut {
  readonly body: Body
  readonly reference?: string
  readonly workingDays?: number
  readonly text?: string
}

/** Outside goes the order where there is one, else the remark itself. */
export function sendOutside(ctx: Context, what: Order | Feedback, sent: SentOut): Promise<Done> {
  const reference = sent.reference?.trim()
  const text = sent.text?.trim()
  const args = {
    body: sent.body,
    ...(reference && { reference }),
    ...(sent.workingDays !== undefined && { workingDays: sent.workingDays }),
    ...(text && { text }),
  }
  const name = what.kind === 'order' ? 'order.transfer' : 'feedback.sendOut'
  return ctx.commit([{ record: what.id, name, v: 1, args }])
}

/** What they answered outside; ours again from here on. */
export function replyOutside(ctx: Context, id: RecordId, said: Said): Promise<Done> {
  const given = words(said)
  if (given.text === undefined && given.photos === undefined) return Promise.resolve(refused('nothingToDo'))
  return ctx.commit([{ record: id, name: 'order.reply', v: 1, args: { text: '', photos: [], ...given } }])
}

/**
 * What the asker says; `dissatisfied` opens it again with a shorter clock, and with it what the council had resolved, because of
 * `reason`.
 */
export function confirmOrder(
  ctx: Context,
  id: RecordId,
  result: Callback,
  text = '',
  undone: { readonly resolutions: readonly RecordId[]; readonly reason: string } = NOTHING_UNDONE,
): Promise<Done> {
  const own = text.trim()
  const again = result === 'dissatisfied' ? undone.resolutions : []
  return ctx.commit([
    { record: id, name: 'order.callback', v: 1, args: { result, ...(own && { text: own }) } },
    ...again.map((record) => ({
      record,
      name: 'resolution.reopen',
      v: 1,
      args: { reason: own || undone.reason },
    })),
  ])
}

const NOTHING_UNDONE = { resolutions: [], reason: '' }

/** Only what is in view is changed with it: a change for a record that never comes would wait for ever. */
export function inHands(ctx: Context, order: Order, person: PersonId | undefined): readonly Intent[] {
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
