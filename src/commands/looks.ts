import type { RecordId } from '#domain/ids.ts'
import { type Look, type LookedAt, type LookReason, MOST_SAID, type PAPERS } from '#domain/look.ts'
import { dayOf } from '#domain/workingDays.ts'
import type { Context, Done } from './context.ts'

/** What somebody opened, printed or took away, and why. */
export interface Looking {
  /** The home, unit, building or compound it is about; never who lives there. */
  readonly place: RecordId
  readonly what: LookedAt
  readonly why: LookReason
  readonly note?: string
  /** How many people are named, or lines where a table knows no people. */
  readonly count?: number
  /** In how many homes they live, where that is another number. */
  readonly homes?: number
  /** The request that was allowed, where so many are taken away that a second person agreed. */
  readonly request?: RecordId
}

/** Writes down that names were looked at. Whether it has to be kept before they are shown is the screen's to decide. */
export function noteLook(
  ctx: Context,
  { place, what, why, note, count, homes, request }: Looking,
): Promise<Done> {
  const said = note?.trim()
  const args = {
    place,
    what,
    why,
    ...(said && { note: said }),
    ...(count !== undefined && { count }),
    ...(homes !== undefined && { homes }),
    ...(request !== undefined && { request }),
  }
  return ctx.commit([{ record: ctx.newId() as RecordId, name: 'look.note', v: 1, args }])
}

/** A paper that somebody prints or saves as a table, or a text they copy. */
export interface Taking {
  /** The compound, or where they work. */
  readonly place: RecordId
  readonly what: (typeof PAPERS)[number]
  /** Which: its title, and of when. */
  readonly note: string
  /** How many people it names, where that is known. */
  readonly count?: number
}

/** Writes down that it leaves. */
export function noteTaken(ctx: Context, { place, what, note, count }: Taking): Promise<Done> {
  const args = { place, what, note: note.slice(0, MOST_SAID), ...(count !== undefined && { count }) }
  return ctx.commit([{ record: ctx.newId() as RecordId, name: 'look.take', v: 1, args }])
}

/** What is not asked for a reason each time it is opened. */
export type Opened = Extract<LookedAt, 'care' | 'quiet'>

/**
 * That somebody has it before them why a home is looked after, or what was said of it to be settled quietly: once a day, whatever they
 * come back for. `today`: `YYYY-MM-DD`.
 */
export async function noteOpened(ctx: Context, what: Opened, place: RecordId, today: string): Promise<void> {
  const isNoted = ctx.view
    .all<Look>('look')
    .some(
      (look) =>
        look.what === what && look.place === place && look.author === ctx.me && dayOf(look.at) === today,
    )
  if (!isNoted) await noteLook(ctx, { place, what, why: 'opened', count: 1 })
}
