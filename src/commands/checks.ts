import { categoryOf, itemsOf, listsOf, unanswered } from '#domain/bins/checklist.ts'
import { trackFor } from '#domain/ledger/categories.ts'
import type { RecordId } from '#domain/ids.ts'
import { same } from '#domain/merge.ts'
import { type Order, type Sheet, sheetOrderId } from '#domain/ledger/order.ts'
import { untouched } from '#domain/ledger/orderSteps.ts'
import { refused } from '#domain/result.ts'
import { type Settings, settingsId } from '#domain/settings.ts'
import {
  type Check,
  checksAt,
  type Finding,
  findingKey,
  type Moment,
  MOMENTS,
  type Shift,
} from '#domain/bins/shift.ts'
import { askedAgain, isOfRound, matterOf, saidAgain } from '#domain/bins/toFix.ts'
import type { Intent } from '#store/commit.ts'
import type { Context, Done } from './context.ts'
import { type Line, lineOf } from './inOrder.ts'

/** What goes with an answer. Words are the screen's: a matter in the ledger is read where no item is known. */
export interface CheckWords {
  readonly when?: Moment
  /** With 要改: at which bin, in whose words, how it looked. */
  readonly finding?: Partial<Finding>
  /** What is to be put right, in one sentence. */
  readonly text?: string
  /** Why it was taken back. */
  readonly reason?: string
}

/**
 * One answer, and in the same act what it means in the ledger: 要改 opens a matter, or says 还没好 of one that stands;
 * 好 says 好了 of it. Taken back while nobody else has laid a hand on it, the matter is withdrawn. Undefined takes an answer
 * back. Said again with more words, the matter says more.
 */
export async function setCheck(
  ctx: Context,
  id: RecordId,
  item: string,
  state: Check | undefined,
  said: CheckWords = {},
): Promise<Done> {
  const shift = ctx.view.get<Shift>(id)
  if (!shift) return refused('notPossible')
  const meant = state === 'toFix' ? found(ctx, shift, item, said) : settled(ctx, shift, item, state, said)
  return ctx.commit([answering(shift, item, state, said), ...meant])
}

/**
 * Says more of an item to fix: which bin, a sentence, a photo. It changes what is kept by then, not what was on the screen when
 * the camera was opened.
 */
export async function sayMore(
  ctx: Context,
  id: RecordId,
  item: string,
  when: Moment,
  more: (finding: Finding) => Finding,
  tell: (finding: Finding) => string,
): Promise<Done> {
  const shift = ctx.view.get<Shift>(id)
  if (!shift) return refused('notPossible')
  // Taken back meanwhile: there is nothing to say more of.
  if (checksAt(shift, when)[item] !== 'toFix') return refused('nothingToDo')
  const before = shift.findings?.[findingKey(item, when)] ?? { photos: [] }
  const finding = more(before)
  if (same(before, finding)) return refused('nothingToDo')
  return setCheck(ctx, id, item, 'toFix', { when, finding, text: tell(finding) })
}

/**
 * 都好: what nobody has answered yet becomes good, in one act. What an earlier round wanted put right is not among it: that is
 * asked by itself, so that one quick press closes nobody's work.
 */
export async function allGood(ctx: Context, id: RecordId, when: Moment = 'arrival'): Promise<Done> {
  const shift = ctx.view.get<Shift>(id)
  if (!shift) return refused('notPossible')
  const asked = askedAgain(ordersIn(ctx), shift).map((one) => one.sheet?.item)
  const open = unanswered(checksAt(shift, when), itemsOf(shift, when)).filter((item) => !asked.includes(item))
  if (open.length === 0) return refused('nothingToDo')
  return ctx.commit(open.map((item) => answering(shift, item, 'good', { when })))
}

/** 好了 or 还没好 of what an earlier round wanted put right; the same item of this round's own list is answered by it too. */
export async function answerAgain(
  ctx: Context,
  id: RecordId,
  order: Order,
  good: boolean,
  text?: string,
): Promise<Done> {
  const shift = ctx.view.get<Shift>(id)
  const item = order.sheet?.item
  if (!shift || item === undefined) return refused('notPossible')
  const all = good ? askedAgain(ordersIn(ctx), shift).filter((one) => one.sheet?.item === item) : [order]
  const checks = itemsOf(shift, 'arrival').includes(item)
    ? [answering(shift, item, good ? 'good' : 'toFix', {})]
    : []
  const again = all.filter((one) => saidAgain(one, shift) !== good)
  if (again.length === 0) return refused('nothingToDo')
  return ctx.commit([...checks, ...again.map((one) => recheck(one, good, text))])
}

/** The office's list from now on, made of the one it has. Shifts that are open keep the one they were opened with. */
export async function keepChecklist(
  ctx: Context,
  when: Moment,
  change: (list: readonly string[]) => readonly string[],
): Promise<Done> {
  const settings = ctx.view.get<Settings>(settingsId(ctx.tenant))
  if (!settings) return refused('notPossible')
  const before = listsOf(settings)[when]
  const now = change(before)
  if (same(before, now)) return refused('nothingToDo')
  const field = when === 'arrival' ? 'checklist' : 'leaving'
  const was = settings[field]
  const edit = was === undefined ? { now } : { was, now }
  return ctx.commit([{ record: settings.id, name: 'settings.edit', v: 1, args: { [field]: edit } }])
}

/**
 * The answers of one shift, kept one after another, so that each decides on what the one before left: 要改 and 好 pressed at
 * once are a matter opened and withdrawn. It belongs to the shift, not to a screen.
 */
export type Checking = Pick<Line<never>, 'watch' | 'settled'> & {
  take(answer: (ctx: Context, shift: RecordId) => Promise<Done>, told?: (done: Done) => void): void
}

export function checkingOf(ctx: Context, shift: RecordId): Checking {
  const { add, watch, settled } = lineOf<() => Promise<Done>>((step) => step())
  return {
    watch,
    settled,
    take: (answer, told) =>
      add(async () => {
        const done = await answer(ctx, shift)
        told?.(done)
        return done
      }),
  }
}

function answering(
  shift: Shift,
  item: string,
  state: Check | undefined,
  { when, finding }: CheckWords,
): Intent {
  const note = finding?.note?.trim()
  return {
    record: shift.id,
    name: 'shift.check',
    v: 1,
    args: {
      item,
      ...(state !== undefined && { state }),
      ...(when === 'leaving' && { when }),
      ...(finding?.stream !== undefined && { stream: finding.stream }),
      ...(note && { note }),
      ...(finding?.photos && finding.photos.length > 0 && { photos: finding.photos }),
    },
  }
}

function found(ctx: Context, shift: Shift, item: string, said: CheckWords): readonly Intent[] {
  const matter = matterOf(ordersIn(ctx), shift, item)
  const photos = said.finding?.photos ?? []
  const text = said.text?.trim() || item
  if (!matter || (isOfRound(matter, shift) && isMine(ctx, matter)))
    return [
      opening(ctx, matter?.sheet ?? { day: shift.day, window: shift.window, item }, shift, text, photos),
    ]
  const known = [...matter.before, ...matter.events.flatMap((one) => one.photos ?? [])]
  const added = photos.filter((photo) => !known.includes(photo))
  const again = checksAt(shift, said.when ?? 'arrival')[item] !== 'toFix' || matter.status === 'done'
  if (again) return [recheck(matter, false, said.text, added)]
  return [{ record: matter.id, name: 'order.note', v: 1, args: { text, photos: added } }]
}

function settled(
  ctx: Context,
  shift: Shift,
  item: string,
  state: Check | undefined,
  { when = 'arrival', reason = '' }: CheckWords,
): readonly Intent[] {
  const orders = ordersIn(ctx)
  const matter = matterOf(orders, shift, item)
  if (!matter) return []
  if (!isOfRound(matter, shift)) {
    const asked = askedAgain(orders, shift).filter((one) => one.sheet?.item === item)
    return state === 'good'
      ? asked.filter((one) => saidAgain(one, shift) !== true).map((one) => recheck(one, true))
      : []
  }
  const mine = MOMENTS.filter((moment) => checksAt(shift, moment)[item] === 'toFix')
  // One problem is a problem: what somebody beside me found stays, whatever I found.
  if (mine.length === 0 || besideSaysToFix(ctx, shift, item)) return []
  const other = mine.some((moment) => moment !== when)
  if (!other && isMine(ctx, matter))
    return [{ record: matter.id, name: 'order.withdraw', v: 1, args: { reason } }]
  // Found on coming and in order on going: it was put right meanwhile. The other way round it is still to be put right.
  const isPutRight = state === 'good' && (!other || when === 'leaving') && matter.status !== 'done'
  return isPutRight ? [recheck(matter, true)] : []
}

function opening(ctx: Context, sheet: Sheet, shift: Shift, text: string, before: readonly string[]): Intent {
  const category = categoryOf(sheet.item)
  return {
    record: sheetOrderId(shift.place, sheet),
    name: 'order.open',
    v: 1,
    args: {
      from: [],
      sheet,
      place: shift.place,
      text,
      category,
      urgency: 'u3',
      track: trackFor(category, 'u3'),
      firstReceiver: ctx.me,
      before,
    },
  }
}

function recheck(order: Order, good: boolean, text?: string, photos: readonly string[] = []): Intent {
  const words = good ? undefined : text?.trim()
  return {
    record: order.id,
    name: 'order.recheck',
    v: 1,
    args: { good, photos, ...(words && { text: words }) },
  }
}

/** I opened it and nobody else has laid a hand on it: I may still say it otherwise. */
function isMine(ctx: Context, order: Order): boolean {
  return order.author === ctx.me && untouched(order)
}

function besideSaysToFix(ctx: Context, shift: Shift, item: string): boolean {
  return ctx.view
    .all<Shift>('shift')
    .some(
      (one) =>
        one.id !== shift.id &&
        !one.voided &&
        one.place === shift.place &&
        one.day === shift.day &&
        one.window === shift.window &&
        MOMENTS.some((moment) => checksAt(one, moment)[item] === 'toFix'),
    )
}

function ordersIn(ctx: Context): readonly Order[] {
  return ctx.view.all<Order>('order')
}
