import type { RecordId } from '#domain/ids.ts'
import type { LookedAt, LookReason } from '#domain/look.ts'
import type { Context, Done } from './context.ts'

/** What somebody opened, printed or took away, and why. */
export interface Looking {
  /** The home, unit, building or compound it is about; never who lives there. */
  readonly place: RecordId
  readonly what: LookedAt
  readonly why: LookReason
  readonly note?: string
  /** How many people or homes are named. */
  readonly count?: number
}

/** Writes down that names were looked at. Whether it has to be kept before they are shown is the screen's to decide. */
export function noteLook(ctx: Context, { place, what, why, note, count }: Looking): Promise<Done> {
  const said = note?.trim()
  const args = { place, what, why, ...(said && { note: said }), ...(count !== undefined && { count }) }
  return ctx.commit([{ record: ctx.newId() as RecordId, name: 'look.note', v: 1, args }])
}
