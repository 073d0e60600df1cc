import type { TenantId } from '#domain/ids.ts'
import { append, type Keyed, lockedHead } from './chain.ts'
import { nameOfLine } from './check.ts'
import type { AuditDb } from './tables.ts'

const DAY = 24 * 3600_000
/** Twelve months. The law asks for six at the least; a shorter time than that is not to be had here. */
const KEPT_DAYS = 366

/** Takes off the lines that are older than they have to be kept, and adds one that says up to which: what stays can still be checked. */
export async function cutOlder(db: AuditDb, keyed: Keyed, tenant: TenantId, now: Date): Promise<void> {
  const before = new Date(now.getTime() - KEPT_DAYS * DAY).toISOString()
  await db.transaction().execute(async (tx) => {
    const head = await lockedHead(tx, tenant)
    const youngest = await tx
      .selectFrom('audit')
      .select((one) => one.fn.min('n').as('n'))
      .where('tenant', '=', tenant)
      .where('at', '>=', before)
      .executeTakeFirst()
    // The last line always stays: the chain goes on from it.
    const upTo = Math.min(youngest?.n ?? head.n, head.n) - 1
    if (upTo <= head.cut_n) return
    const last = await tx
      .selectFrom('audit')
      .select(['n', 'hash'])
      .where('tenant', '=', tenant)
      .where('n', '=', upTo)
      .executeTakeFirstOrThrow()
    const line = {
      at: now.toISOString(),
      actor: '',
      what: 'trail.cut',
      object: nameOfLine(last),
    } as const
    await append(tx, keyed, tenant, [line])
    await tx.deleteFrom('audit').where('tenant', '=', tenant).where('n', '<=', upTo).execute()
    await tx
      .updateTable('audit_heads')
      .set({ cut_n: last.n, cut_hash: last.hash })
      .where('tenant', '=', tenant)
      .execute()
  })
}
