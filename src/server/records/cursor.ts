import { number, object, safeParse, string } from 'valibot'
import type { Epoch, TenantId } from '#domain/ids.ts'
import type { ServerSeals } from '#server/sealing.ts'

/** How far a device has come; it sees the sealed text only (W6). */
export interface Cursor {
  readonly epoch: Epoch
  readonly scope: string
  /** Head of the log when this walk began. */
  readonly started: number
  /** Everything up to here is told. */
  readonly at: number
}

const cursorSchema = object({ epoch: string(), scope: string(), started: number(), at: number() })

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
