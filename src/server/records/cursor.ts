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
   * The change whose row is the last that this cursor speaks of. A log that has another there is not the one it was read
   * from: the database was put back, and has grown again since (W7).
   */
  readonly row?: ChangeId
}

const cursorSchema = object({
  epoch: string(),
  scope: string(),
  started: number(),
  at: number(),
  row: optional(string()),
})

/** Whether a cursor of this epoch tells of rows that this log does not have. */
export async function isAhead(tx: LogTx, cursor: Cursor): Promise<boolean> {
  const last = lastOf(cursor)
  if (last > (await tx.head())) return true
  return cursor.row !== undefined && cursor.row !== (await changeAt(tx, last))
}

/** The cursor with the name of its last row. */
export async function signed(tx: LogTx, cursor: Cursor): Promise<Cursor> {
  const row = await changeAt(tx, lastOf(cursor))
  return row === undefined ? cursor : { ...cursor, row }
}

function lastOf({ at, started }: Cursor): number {
  return Math.max(at, started)
}

async function changeAt(tx: LogTx, seq: number): Promise<ChangeId | undefined> {
  return seq === 0 ? undefined : (await tx.rows(seq - 1, seq))[0]?.change
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
