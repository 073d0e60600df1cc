import { type Transaction } from 'kysely'
import type { TenantId } from '#domain/ids.ts'
import type { LogDb, LogTables } from './tables.ts'

/** How transactions are kept apart: what a log promises of them, each database keeps its own way. */
export interface Order {
  /** A transaction of one tenant: after all earlier ones of this tenant, and reading what they left. */
  one<T>(db: LogDb, tenant: TenantId, body: (tx: Transaction<LogTables>) => Promise<T>): Promise<T>
  /** A transaction beside which there is no other. */
  all<T>(db: LogDb, body: (tx: Transaction<LogTables>) => Promise<T>): Promise<T>
}

/** SQLite's: there is one connection, and it takes one transaction at a time. */
export const ONE_CONNECTION: Order = {
  one: (db, _, body) => db.transaction().execute(body),
  all: (db, body) => db.transaction().execute(body),
}
