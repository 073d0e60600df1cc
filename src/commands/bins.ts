import { listsOf } from '#domain/bins/checklist.ts'
import type { RecordId } from '#domain/ids.ts'
import { refused } from '#domain/result.ts'
import { type Settings, settingsId } from '#domain/settings.ts'
import { type Shift } from '#domain/bins/shift.ts'
import { type Counter } from '#domain/bins/tallies.ts'
import { type Window } from '#domain/window.ts'
import type { Context, Done } from './context.ts'

/**
 * Opens a shift of mine; its id is the record of the first change. It keeps the checklists as they are now. An open one for
 * the same point, day and window is not opened twice: `nothingToDo`.
 *
 * @param forgotten shifts that are closed in the same act: nobody handed them over, and somebody has come after
 */
export async function openShift(
  ctx: Context,
  at: { readonly place: RecordId; readonly day: string; readonly window: Window },
  forgotten: readonly RecordId[] = [],
): Promise<Done> {
  const there = ctx.view
    .all<Shift>('shift')
    .some(
      (one) =>
        one.author === ctx.me &&
        one.closedAt === undefined &&
        !one.voided &&
        one.place === at.place &&
        one.day === at.day &&
        one.window === at.window,
    )
  if (there) return refused('nothingToDo')
  const items = listsOf(ctx.view.get<Settings>(settingsId(ctx.tenant)))
  return ctx.commit([
    {
      record: ctx.newId() as RecordId,
      name: 'shift.open',
      v: 1,
      args: { place: at.place, day: at.day, window: at.window, items },
    },
    ...forgotten.map((shift) => ({ record: shift, name: 'shift.closeFor', v: 1, args: {} })),
  ])
}

/** Closes one that was forgotten, by itself. */
export function closeShiftFor(ctx: Context, shift: RecordId): Promise<Done> {
  return ctx.commit([{ record: shift, name: 'shift.closeFor', v: 1, args: {} }])
}

/** The clock only proposed; the person knows which day and window it is. */
export async function correctShift(
  ctx: Context,
  shift: RecordId,
  wanted: { readonly day?: string; readonly window?: Window },
): Promise<Done> {
  const now = ctx.view.get<Shift>(shift)
  if (!now) return refused('notPossible')
  return ctx.commit([
    {
      record: shift,
      name: 'shift.correct',
      v: 1,
      args: {
        ...(wanted.day !== undefined && { day: { was: now.day, now: wanted.day } }),
        ...(wanted.window !== undefined && { window: { was: now.window, now: wanted.window } }),
      },
    },
  ])
}

/** +1. Quick taps go through `tallying.ts`, which keeps them in order. */
export function tap(ctx: Context, shift: RecordId, counter: Counter): Promise<Done> {
  return ctx.commit([{ record: shift, name: 'shift.tally', v: 1, args: { counter } }])
}

/** Takes back the last tap of the counter; `nothingToDo` on zero. */
export function untap(ctx: Context, shift: RecordId, counter: Counter): Promise<Done> {
  return ctx.commit([{ record: shift, name: 'shift.untally', v: 1, args: { counter } }])
}

/** Takes back the hand-over of a shift of mine, as I saw it. */
export async function reopenShift(ctx: Context, shift: RecordId): Promise<Done> {
  const closedAt = ctx.view.get<Shift>(shift)?.closedAt
  if (closedAt === undefined) return refused('nothingToDo')
  return ctx.commit([{ record: shift, name: 'shift.reopen', v: 1, args: { closedAt } }])
}

/**
 * 交班, with a word for the next shift. The word goes by itself, since it travels sealed: a tablet that is locked before either is
 * sent has to know that the shift is over.
 */
export function closeShift(ctx: Context, shift: RecordId, note?: string): Promise<Done> {
  const close = (args: object) => ({ record: shift, name: 'shift.close', v: 1, args })
  const now = ctx.view.get<Shift>(shift)
  const isMineAlready = now?.closedAt !== undefined && now.closedBy === undefined
  const words = note?.trim()
  const said = words ? [close({ note: words })] : []
  return ctx.commit(isMineAlready && words ? said : [close({}), ...said])
}
