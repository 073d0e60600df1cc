import { sql, type Transaction } from 'kysely'
import type { TenantId } from '#domain/ids.ts'
import type { Order } from './order.ts'
import type { LogTables } from './tables.ts'
import { turns } from './turns.ts'

/** How long a request waits in this process for its compound's turn. After that its device asks again. */
const TURN_MS = 20_000

/**
 * PostgreSQL's: a transaction begins by locking its tenant's row, and so comes after every earlier one of the tenant, from
 * whichever process, while other tenants go on beside it. The level is READ COMMITTED: a statement sees what was committed
 * when it began, and as all who write for a tenant hold its row, nothing of it can change between the first statement
 * after the lock and the commit: one snapshot (W1). REPEATABLE READ would take its snapshot with the very statement that
 * waits for the lock, so before the transaction that it waited for, and then fail. Of what all tenants share the log
 * reads the epoch and the floor of the numbers: these change in `all` only, whose lock on the table keeps out everybody
 * who locks a row of it. Tables of people are not read in here.
 */
export function postgresOrder(): Order {
  const inTurn = turns(TURN_MS)
  return {
    // A turn in the process first: a busy compound holds one connection, not all of them.
    one: (db, tenant, body) =>
      inTurn(tenant, () =>
        db
          .transaction()
          .setIsolationLevel('read committed')
          .execute(async (tx) => {
            await lock(tx, tenant)
            return body(tx)
          }),
      ),
    all: (db, body) =>
      db
        .transaction()
        .setIsolationLevel('read committed')
        .execute(async (tx) => {
          await sql`lock table ${sql.table('tenants')} in exclusive mode`.execute(tx)
          return body(tx)
        }),
  }
}

async function lock(tx: Transaction<LogTables>, tenant: TenantId): Promise<void> {
  const locked = () => tx.selectFrom('tenants').select('id').where('id', '=', tenant).forUpdate().execute()
  if ((await locked()).length > 0) return
  await tx
    .insertInto('tenants')
    .values({ id: tenant, seq: 0 })
    .onConflict((on) => on.doNothing())
    .execute()
  await locked()
}
