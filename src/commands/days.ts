import { dutyId } from '#domain/bins/duty.ts'
import type { PersonId, RecordId } from '#domain/ids.ts'
import { refused } from '#domain/result.ts'
import type { Window } from '#domain/window.ts'
import type { Intent } from '#store/commit.ts'
import type { Context, Done } from './context.ts'

/** A window of a point on one day, and whom the plan names there. */
export interface At {
  readonly point: RecordId
  readonly day: string
  readonly window: Window
  readonly planned?: PersonId | undefined
}

/** One day by whoever keeps the rota. */
export async function assignDay(ctx: Context, at: At, person: PersonId | undefined): Promise<Done> {
  if (at.planned === person) return refused('nothingToDo')
  return ctx.commit([onDay('duty.assign', at, person)])
}

/** 换班: one day goes from one to another, or to nobody, agreed among themselves. */
export async function handOverDay(ctx: Context, at: At, person: PersonId | undefined): Promise<Done> {
  if (at.planned === person) return refused('nothingToDo')
  return ctx.commit([onDay('duty.swap', at, person)])
}

/** 对换: mine for theirs, both or neither. */
export async function exchangeDays(ctx: Context, mine: At, theirs: At): Promise<Done> {
  if (mine.planned === theirs.planned) return refused('nothingToDo')
  return ctx.commit([onDay('duty.swap', mine, theirs.planned), onDay('duty.swap', theirs, mine.planned)])
}

/** 我来: a day that nobody took. */
export function takeDay(ctx: Context, at: At): Promise<Done> {
  return handOverDay(ctx, at, ctx.me)
}

function onDay(name: string, { point, day, window, planned }: At, person: PersonId | undefined): Intent {
  return {
    record: dutyId(point, day, window),
    name,
    v: 1,
    args: { place: point, day, window, ...who(planned, person) },
  }
}

/** `was` is whom its author saw there, so that two who change the same are both named. */
export function who(was: PersonId | undefined, person: PersonId | undefined) {
  return { ...(was !== undefined && { was }), ...(person !== undefined && { person }) }
}
