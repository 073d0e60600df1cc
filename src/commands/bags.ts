import { type Bag, BAGS_OF_SHIFT, type Fault, type Verdict } from '#domain/bins/bag.ts'
import type { ChangeId, RecordId } from '#domain/ids.ts'
import type { Shift } from '#domain/bins/shift.ts'
import type { Stream } from '#domain/bins/streams.ts'
import type { Context, Done } from './context.ts'
import { bounceGuard, type Line, lineOf, type LineState } from './inOrder.ts'

export interface BagWords {
  readonly stream: Stream
  readonly verdict: Verdict
  readonly faults: readonly Fault[]
}

/** One opened bag of the sample; `id` is that of the change that brings it. */
export function addBag(
  ctx: Context,
  shift: RecordId,
  { stream, verdict, faults }: BagWords,
  id = ctx.newId() as ChangeId,
): Promise<Done> {
  return ctx.commit([{ id, record: shift, name: 'shift.bag', v: 1, args: { stream, verdict, faults } }])
}

/** Takes that very bag back; `nothingToDo` where it is not there. */
export function takeBagBack(ctx: Context, shift: RecordId, bag: ChangeId): Promise<Done> {
  return ctx.commit([{ record: shift, name: 'shift.unbag', v: 1, args: { bag } }])
}

/** Puts a bag right after the hand-over, of whosever shift it is; without `bag` one that was forgotten is added. */
export function putBag(
  ctx: Context,
  shift: RecordId,
  { stream, verdict, faults }: BagWords,
  bag?: ChangeId,
): Promise<Done> {
  const args = { ...(bag !== undefined && { bag }), stream, verdict, faults }
  return ctx.commit([{ record: shift, name: 'shift.putBag', v: 1, args }])
}

/** Takes one out that was none, after the hand-over. */
export function takeBag(ctx: Context, shift: RecordId, bag: ChangeId): Promise<Done> {
  return ctx.commit([{ record: shift, name: 'shift.takeBag', v: 1, args: { bag } }])
}

interface Step {
  readonly bag: Bag
  readonly by: 1 | -1
}

export type BagState = LineState<Step>

/** The bags of one shift, opened one after another. It belongs to the shift, not to a screen. */
export interface Bagging extends Omit<Line<Step>, 'add'> {
  /** @returns false where nothing was taken: a bounce of the same key, or a shift that has all it may have */
  open(bag: BagWords, moment: number): boolean
  /** Takes back the last bag shown, kept or still on its way; undefined when there is none, or for a bounce. */
  undo(moment: number): Bag | undefined
}

export function baggingOf(ctx: Context, shift: RecordId): Bagging {
  const { add, ...line } = lineOf<Step>(({ bag, by }) =>
    // It is known before it is kept: taking it back means it and, where it was refused, nothing.
    by === 1 ? addBag(ctx, shift, bag, bag.id) : takeBagBack(ctx, shift, bag.id),
  )
  const bounces = bounceGuard<Verdict | 'undo'>()
  const shown = () => shownBags(ctx.view.get<Shift>(shift), line.state())
  return {
    ...line,
    open(bag, moment) {
      if (bounces(bag.verdict, moment) || shown().length >= BAGS_OF_SHIFT) return false
      add({ bag: { ...bag, id: ctx.newId() as ChangeId, at: ctx.now() }, by: 1 })
      return true
    },
    undo(moment) {
      if (bounces('undo', moment)) return undefined
      const bag = shown().at(-1)
      if (bag) add({ bag, by: -1 })
      return bag
    },
  }
}

/** The bags as the screen counts them: what is kept with what is on its way. */
export function shownBags(shift: Shift | undefined, { waiting }: BagState): readonly Bag[] {
  return waiting.reduce<readonly Bag[]>((bags, { bag, by }) => {
    const others = bags.filter((one) => one.id !== bag.id)
    // One that has just reached the disk is in the shift already: it keeps its place.
    if (by === 1) return others.length < bags.length ? bags : [...bags, bag]
    return others
  }, shift?.bags ?? [])
}
