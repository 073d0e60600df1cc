import { number, object, optional, safeParse, string } from 'valibot'
import type { ChangeId, Epoch, TenantId } from '#domain/ids.ts'
import type { LogTx } from '#server/log/log.ts'
import type { ServerSeals } from '#server/sealing.ts'

/** How far a device has come; it sees the sealed text only (W6). */
export interface Cursor {
  readonly epoch: Epoch
  readonly scope: string
  /** Head of the log when this walk began. */
  readonly started: number
  /** Everything up to here is told. */
  readonly at: number
  /**
   * The last row there was when this was sealed, and its change. A log that has another there, or none, is not the one it
   * was read from: the database was put back, and may have grown again since (W7).
   */
  readonly seen?: { readonly seq: number; readonly change: ChangeId }
}

const cursorSchema = object({
  epoch: string(),
  scope: string(),
  started: number(),
  at: number(),
  seen: optional(object({ seq: number(), change: string() })),
})

/** Whether a cursor of this epoch tells of rows that this log does not have. */
export async function isAhead(tx: LogTx, { at, started, seen }: Cursor): Promise<boolean> {
  if (Math.max(at, started) > (await tx.head())) return true
  return seen !== undefined && seen.change !== (await changeAt(tx, seen.seq))
}

/** The cursor with the last row of this log on it. */
export async function signed(tx: LogTx, cursor: Cursor): Promise<Cursor> {
  const seq = await tx.head()
  const change = await changeAt(tx, seq)
  return change === undefined ? cursor : { ...cursor, seen: { seq, change } }
}

async function changeAt(tx: LogTx, seq: number): Promise<ChangeId | undefined> {
  return (await tx.rows(seq - 1, seq))[0]?.change
}

export function closeCursor(seals: ServerSeals, tenant: TenantId, cursor: Cursor): Promise<string> {
  return seals.close(about(tenant), cursor)
}

/** Undefined for none yet and for what is not ours: both walk from the beginning. */
export async function openCursor(
  seals: ServerSeals,
  tenant: TenantId,
  text: string,
): Promise<Cursor | undefined> {
  if (text === '') return undefined
  const parsed = safeParse(cursorSchema, await seals.reveal(about(tenant), text))
  return parsed.success ? (parsed.output as Cursor) : undefined
}

function about(tenant: TenantId): string {
  return `cursor|${tenant}`
}
