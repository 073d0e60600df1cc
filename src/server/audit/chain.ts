import type { DeviceId, PersonId, TenantId } from '#domain/ids.ts'
import type { Traced } from '#domain/traced.ts'
import type { AuditDb, AuditTables } from './tables.ts'

/** One act as it goes into the chain: ids only. */
export interface Line {
  /** Server time, ISO instant. */
  readonly at: string
  /** Empty where nobody is known. */
  readonly actor: PersonId | ''
  readonly device?: DeviceId | undefined
  readonly what: Traced
  readonly object?: string | undefined
}

/** A digest under a key that is not in the database: nobody who has only the database can make another chain. */
export type Keyed = (text: string) => Promise<string>

export type Row = AuditTables['audit']
export type Head = AuditTables['audit_heads']

/**
 * Adds lines in the transaction of `tx`. Two that add to one compound, of whichever process, wait for each other on its head
 * row until the commit; callers do it last, so that nobody waits for a lock while holding this one.
 */
export async function append(
  tx: AuditDb,
  keyed: Keyed,
  tenant: TenantId,
  lines: readonly Line[],
): Promise<void> {
  if (lines.length === 0) return
  let { n, hash } = await lockedHead(tx, tenant)
  const rows: Row[] = []
  for (const { at, actor, device, what, object } of lines) {
    n += 1
    const prev = hash
    const row = { tenant, n, at, actor, device: device ?? null, what, object: object ?? null, prev }
    hash = await hashOf(keyed, row)
    rows.push({ ...row, hash })
  }
  await tx.insertInto('audit').values(rows).execute()
  await tx.updateTable('audit_heads').set({ n, hash }).where('tenant', '=', tenant).execute()
}

/** The head as it is, held until the transaction ends. */
export async function lockedHead(tx: AuditDb, tenant: TenantId): Promise<Head> {
  await tx
    .insertInto('audit_heads')
    .values({ tenant, n: 0, hash: '', seq: 0, cut_n: 0, cut_hash: '' })
    .onConflict((on) => on.doNothing())
    .execute()
  // Writing the row is the lock that both databases understand.
  return tx
    .updateTable('audit_heads')
    .set((row) => ({ n: row.ref('n') }))
    .where('tenant', '=', tenant)
    .returningAll()
    .executeTakeFirstOrThrow()
}

export async function headOf(db: AuditDb, tenant: TenantId): Promise<Head | undefined> {
  return db.selectFrom('audit_heads').selectAll().where('tenant', '=', tenant).executeTakeFirst()
}

/** Of everything that a line says, and of the line before it. */
export function hashOf(keyed: Keyed, row: Omit<Row, 'hash'>): Promise<string> {
  const { tenant, n, at, actor, device, what, object, prev } = row
  return keyed(`audit ${JSON.stringify([tenant, n, at, actor, device, what, object, prev])}`)
}
