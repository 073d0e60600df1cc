import { ARRIVAL_ITEMS, unanswered } from '#domain/checklist.ts'
import type { RecordId } from '#domain/ids.ts'
import type { IncidentAction, IncidentType } from '#domain/incident.ts'
import { refused } from '#domain/result.ts'
import { type Check, type Shift } from '#domain/shift.ts'
import { nextFill, type Stream } from '#domain/streams.ts'
import { type Counter } from '#domain/tallies.ts'
import { type Window } from '#domain/window.ts'
import type { Context, Done } from './context.ts'

/**
 * Opens a shift of mine; its id is the record of the change. An open one for the same point, day and window is not
 * opened twice: `nothingToDo`.
 */
export async function openShift(
  ctx: Context,
  at: { readonly place: RecordId; readonly day: string; readonly window: Window },
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
  return ctx.commit([
    {
      record: ctx.newId() as RecordId,
      name: 'shift.open',
      v: 1,
      args: { place: at.place, day: at.day, window: at.window },
    },
  ])
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

/** Undefined takes an answer back. */
export function setCheck(
  ctx: Context,
  shift: RecordId,
  item: string,
  state: Check | undefined,
): Promise<Done> {
  return ctx.commit([
    { record: shift, name: 'shift.check', v: 1, args: { item, ...(state !== undefined && { state }) } },
  ])
}

/** 都好: what nobody has answered yet becomes good, in one act. */
export async function allGood(
  ctx: Context,
  shift: RecordId,
  items: readonly string[] = ARRIVAL_ITEMS,
): Promise<Done> {
  const now = ctx.view.get<Shift>(shift)
  const open = now ? unanswered(now.checks, items) : []
  if (open.length === 0) return refused('nothingToDo')
  return ctx.commit(
    open.map((item) => ({ record: shift, name: 'shift.check', v: 1, args: { item, state: 'good' } })),
  )
}

/** One press on a bin: 空的 → 半桶 → 满了 → 空的. */
export async function pressFill(ctx: Context, shift: RecordId, stream: Stream): Promise<Done> {
  const fill = nextFill(ctx.view.get<Shift>(shift)?.fills[stream])
  return ctx.commit([{ record: shift, name: 'shift.fill', v: 1, args: { stream, fill } }])
}

export interface IncidentWords {
  /** Of the record it becomes; without it a new one. */
  readonly id?: RecordId | undefined
  readonly place: RecordId
  readonly shift?: RecordId | undefined
  readonly type: IncidentType
  /** What was done about it so far. */
  readonly action: IncidentAction
  readonly stream?: Stream | undefined
  readonly text?: string | undefined
  /** SHA-256 of kept photos, hex. */
  readonly photos: readonly string[]
}

export function recordIncident(ctx: Context, said: IncidentWords): Promise<Done> {
  const text = said.text?.trim()
  return ctx.commit([
    {
      record: said.id ?? (ctx.newId() as RecordId),
      name: 'incident.record',
      v: 1,
      args: {
        place: said.place,
        type: said.type,
        action: said.action,
        photos: said.photos,
        ...(said.shift !== undefined && { shift: said.shift }),
        ...(said.stream !== undefined && { stream: said.stream }),
        ...(text && { text }),
      },
    },
  ])
}

/** It stays, with the reason on it. */
export function withdrawIncident(ctx: Context, incident: RecordId, reason: string): Promise<Done> {
  return ctx.commit([{ record: incident, name: 'incident.withdraw', v: 1, args: { reason: reason.trim() } }])
}

/** 交班, with a word for the next shift. */
export function closeShift(ctx: Context, shift: RecordId, note?: string): Promise<Done> {
  const words = note?.trim()
  return ctx.commit([{ record: shift, name: 'shift.close', v: 1, args: { ...(words && { note: words }) } }])
}
