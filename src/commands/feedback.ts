import type { Category } from '#domain/ledger/categories.ts'
import type { Danger } from '#domain/ledger/danger.ts'
import type { Track, Urgency } from '#domain/ledger/due.ts'
import type { Channel, Decided, Feedback } from '#domain/feedback/feedback.ts'
import type { RecordId } from '#domain/ids.ts'
import type { FieldEdit } from '#domain/merge.ts'
import { same } from '#domain/merge.ts'
import { type Order, orderId } from '#domain/ledger/order.ts'
import { reporterId } from '#domain/feedback/reporter.ts'
import { type Result, refused } from '#domain/result.ts'
import type { VoiceNote } from '#domain/feedback/voiceNote.ts'
import type { CommitRefusal, Intent } from '#store/commit.ts'
import type { Context, Done } from './context.ts'

/** What happens to a remark at once. */
export type Ending =
  /** An order is opened: somebody will see to it. */
  | { readonly is: 'order'; readonly track: Track }
  /** Put right on the spot: an order opened and closed in one, it counts as 立即改. */
  | { readonly is: 'fixed'; readonly text?: string; readonly photos: readonly string[] }
  /** An answer was all that was asked for: no order. */
  | { readonly is: 'answered'; readonly text: string }
  | { readonly is: Exclude<Decided, 'work_order' | 'answered_on_spot'> }
  /** The office decides. */
  | { readonly is: 'undecided' }

export interface NewFeedback {
  /** Of the record it becomes; without it a new one. */
  readonly id?: RecordId
  readonly place: RecordId
  /** The resident's own words, at most 500 characters; may be empty where the kind says it all. */
  readonly text: string
  readonly category: Category
  readonly urgency: Urgency
  readonly channel: Channel
  readonly affected?: number
  /** When it was said, ISO instant; without it: now. */
  readonly heardAt?: string
  readonly photos: readonly string[]
  /** What was said, as a sound. */
  readonly voice?: VoiceNote
  /** A remark that says the same: this one is written as another voice of it, and makes no order of its own. */
  readonly sameAs?: RecordId
  readonly reporter?: { readonly displayName: string; readonly phone?: string; readonly agreed: boolean }
  readonly ending: Ending
  /** A kind of danger that was pressed. */
  readonly danger?: Danger
  /** Somebody says that the emergency call was made. */
  readonly called?: boolean
  readonly visit?: RecordId
  /** Read by the office and the grid worker of the place alone. */
  readonly quiet?: boolean
}

/** One act: the remark, who said it where that was told, and the order where there is one. Answers the remark's id. */
export async function writeFeedback(
  ctx: Context,
  said: NewFeedback,
): Promise<Result<RecordId, CommitRefusal>> {
  const feedback = said.id ?? (ctx.newId() as RecordId)
  const done = await ctx.commit(writing(ctx, { ...said, id: feedback }))
  return done.ok ? { ok: true, value: feedback } : done
}

/** The changes of a remark, the remark itself first, for an act that is about more than that. */
export function writing(
  ctx: Context,
  said: NewFeedback & { readonly id: RecordId },
): readonly [Intent, ...Intent[]] {
  const { id: feedback, reporter } = said
  // The matter has its way already; what was answered here and now stays as it was said.
  const ending = said.sameAs === undefined || said.ending.is === 'answered' ? said.ending : UNDECIDED
  const name = reporter?.displayName.trim()
  const kept = name === undefined || name === '' ? 'none' : reporter?.agreed ? 'mayTell' : 'kept'
  const intents: [Intent, ...Intent[]] = [
    {
      record: feedback,
      name: 'feedback.write',
      v: 1,
      args: {
        place: said.place,
        text: said.text.trim(),
        category: said.category,
        urgency: said.urgency,
        channel: said.channel,
        affected: said.affected ?? 1,
        heardAt: said.heardAt ?? ctx.now(),
        photos: said.photos,
        name: kept,
        ...dispositionFor(ending),
        ...(ending.is === 'answered' && { answer: ending.text.trim() }),
        ...(said.danger && { danger: said.danger }),
        ...(said.called && { called: true }),
        ...(said.quiet && { quiet: true }),
        ...(said.voice && { voice: said.voice }),
        ...(said.sameAs !== undefined && { sameAs: said.sameAs }),
        ...(said.visit !== undefined && { visit: said.visit }),
      },
    },
  ]
  if (reporter && name && kept !== 'none') {
    const phone = reporter.phone?.trim()
    intents.push({
      record: reporterId(feedback),
      name: 'reporter.write',
      v: 1,
      args: {
        feedback,
        place: said.place,
        displayName: name,
        agreed: reporter.agreed,
        ...(phone && { phone }),
      },
    })
  }
  if (ending.is === 'order' || ending.is === 'fixed') {
    const how = ending.is === 'fixed' ? ending.text?.trim() : undefined
    intents.push(
      opening(ctx, {
        ...said,
        text: said.text.trim(),
        track: ending.is === 'order' ? ending.track : 'fix_now',
        ...(ending.is === 'fixed' && { fixed: { photos: ending.photos, ...(how && { text: how }) } }),
      }),
    )
  }
  return intents
}

/** What may be changed afterwards; who said it is the reporter's record. */
export type FeedbackFields = Partial<
  Pick<
    Feedback,
    'text' | 'category' | 'urgency' | 'channel' | 'place' | 'affected' | 'heardAt' | 'disposition' | 'quiet'
  >
>

/** W9: sends for each changed field the value that was on the screen and the value wanted. */
export function editFeedback(ctx: Context, shown: Feedback, wanted: FeedbackFields): Promise<Done> {
  const edits: Record<string, FieldEdit> = {}
  for (const [field, now] of Object.entries(wanted)) {
    const was = shown[field as keyof FeedbackFields]
    if (!same(was, now)) edits[field] = was === undefined ? { was: undefined, now } : { was, now }
  }
  if (Object.keys(edits).length === 0) return Promise.resolve(refused('nothingToDo'))
  return ctx.commit([{ record: shown.id, name: 'feedback.edit', v: 1, args: edits }])
}

/** 记一笔. */
export function noteFeedback(
  ctx: Context,
  id: RecordId,
  text: string,
  photos: readonly string[] = [],
): Promise<Done> {
  if (text.trim() === '' && photos.length === 0) return Promise.resolve(refused('nothingToDo'))
  return ctx.commit([{ record: id, name: 'feedback.note', v: 1, args: { text: text.trim(), photos } }])
}

/** Puts a voice note into words: of two who do, the first stands and the other's words stay under it. */
export function typeVoice(ctx: Context, id: RecordId, text: string): Promise<Done> {
  if (text.trim() === '') return Promise.resolve(refused('nothingToDo'))
  return ctx.commit([{ record: id, name: 'feedback.type', v: 1, args: { text: text.trim() } }])
}

/** The tick in the notebook: the person who asked knows. `again`: they knew of a first repair, and know of the second now. */
export function tellReporter(ctx: Context, id: RecordId, again = false): Promise<Done> {
  const was = again ? ctx.view.get<Feedback>(id)?.told?.at : undefined
  const args = was === undefined ? {} : { was }
  return ctx.commit([{ record: id, name: 'feedback.tell', v: 1, args }])
}

/** 电话打过了: only then does the danger panel go. */
export function callMade(ctx: Context, id: RecordId): Promise<Done> {
  return ctx.commit([{ record: id, name: 'feedback.call', v: 1, args: {} }])
}

/**
 * Only its author takes a remark back, with a reason; it stays in the history. The order they made of it goes with it, unless
 * others have said the same: then it is theirs too.
 */
export function withdrawFeedback(ctx: Context, id: RecordId, reason: string): Promise<Done> {
  const args = { reason: reason.trim() }
  const order = ctx.view.get<Order>(orderId(id))
  return ctx.commit([
    { record: id, name: 'feedback.withdraw', v: 1, args },
    ...(order?.author === ctx.me && !isShared(ctx, id)
      ? [{ record: order.id, name: 'order.withdraw', v: 1, args }]
      : []),
  ])
}

function isShared({ view }: Context, id: RecordId): boolean {
  return view.all<Feedback>('feedback').some((one) => one.duplicateOf === id && !one.voided)
}

/** The person who said it agrees, or no longer agrees, that the property may know. */
export function agreeName(ctx: Context, shown: Feedback, agreed: boolean): Promise<Done> {
  const now = agreed ? 'mayTell' : 'kept'
  if (shown.name === 'none' || shown.name === now) return Promise.resolve(refused('nothingToDo'))
  const own = ctx.view.get<Order>(orderId(shown.id))
  const order = own?.mergedInto === undefined ? own : ctx.view.get<Order>(own.mergedInto)
  const hands = agreed && order?.status !== 'done' ? order?.assignee : undefined
  return ctx.commit([
    { record: shown.id, name: 'feedback.edit', v: 1, args: { name: { was: shown.name, now } } },
    {
      record: reporterId(shown.id),
      name: 'reporter.agree',
      v: 1,
      args: { agreed, ...(hands !== undefined && { with: hands }) },
    },
  ])
}

/** The order of a remark: what it needs of the remark is copied into the change. */
export function opening(
  ctx: Context,
  said: Pick<Feedback, 'id' | 'place' | 'text' | 'category' | 'urgency' | 'photos'> & {
    readonly track: Track
    readonly receivedAt?: string
    readonly fixed?: { readonly text?: string; readonly photos: readonly string[] }
  },
): Intent {
  return {
    record: orderId(said.id),
    name: 'order.open',
    v: 1,
    args: {
      from: [said.id],
      place: said.place,
      text: said.text,
      category: said.category,
      urgency: said.urgency,
      track: said.track,
      firstReceiver: ctx.me,
      before: said.photos,
      ...(said.receivedAt !== undefined && { heardReceivedAt: said.receivedAt }),
      ...(said.fixed && { fixed: said.fixed }),
    },
  }
}

const UNDECIDED: Ending = { is: 'undecided' }

function dispositionFor(ending: Ending): { disposition?: Decided } {
  if (ending.is === 'undecided') return {}
  if (ending.is === 'order' || ending.is === 'fixed') return { disposition: 'work_order' }
  return { disposition: ending.is === 'answered' ? 'answered_on_spot' : ending.is }
}
