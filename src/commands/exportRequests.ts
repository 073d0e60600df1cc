import type { List } from '#domain/formMap.ts'
import type { RecordId } from '#domain/ids.ts'
import type { LookReason } from '#domain/look.ts'
import type { Context, Done } from './context.ts'

/** What somebody wants to take away, and what for. */
export interface Asking {
  readonly place: RecordId
  readonly why: LookReason
  /** In their own words; never empty. */
  readonly note: string
  /** Homes, or lines where a table knows no homes. */
  readonly homes: number
  readonly list?: List
  readonly care?: boolean
}

/** Asks the others of the office for their yes. */
export function askToExport(ctx: Context, { note, list, care, ...asking }: Asking): Promise<Done> {
  const args = {
    ...asking,
    note: note.trim(),
    ...(list !== undefined && { list }),
    ...(care && { care }),
  }
  return ctx.commit([{ record: ctx.newId() as RecordId, name: 'exportRequest.ask', v: 1, args }])
}

/** Says yes to what somebody else asked for. */
export function allowExport(ctx: Context, request: RecordId): Promise<Done> {
  return ctx.commit([{ record: request, name: 'exportRequest.allow', v: 1, args: {} }])
}

/** Says no, and why. */
export function refuseExport(ctx: Context, request: RecordId, reason: string): Promise<Done> {
  return ctx.commit([
    { record: request, name: 'exportRequest.refuse', v: 1, args: { reason: reason.trim() } },
  ])
}
