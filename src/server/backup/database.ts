import { stat } from 'node:fs/promises'
import { sql, type Transaction } from 'kysely'
import { ok, type Result, refused } from '#domain/result.ts'
import { openPostgres, type PostgresRefusal } from '#server/log/postgresDriver.ts'
import { openSqlite, type SqliteRefusal } from '#server/log/sqliteDriver.ts'
import { databaseIn, type Place } from './place.ts'
import { type Database, FAMILY_NAMES, type Family, isKnown, type Steps, type Tables } from './tables.ts'

export type DatabaseRefusal =
  | SqliteRefusal
  | PostgresRefusal
  | 'nothingHere' // no server has ever stood on this folder
  | 'broken'
  | 'newerData'

/** Opens a database that is there, as it is: nothing is made and no table is lifted. */
export async function openAsIs({ dataDir, databaseUrl }: Place): Promise<Result<Database, DatabaseRefusal>> {
  // A compound's history may take longer to read than any request.
  if (databaseUrl !== undefined) return openPostgres<Tables>(databaseUrl, { patient: true })
  const path = databaseIn(dataDir)
  if (!(await stat(path).catch(() => undefined))) return refused('nothingHere')
  try {
    return openSqlite<Tables>(path)
  } catch {
    return refused('broken')
  }
}

/** Everything read in `body` is one moment of the database, also while others write to it. */
export function atOneMoment<T>(db: Database, body: (tx: Transaction<Tables>) => Promise<T>): Promise<T> {
  return db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(body)
}

/** The shape of a database: which steps made its tables. */
export async function stepsOf(db: Database): Promise<Result<Steps, 'nothingHere' | 'newerData'>> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  const of = async (family: Family) => {
    if (!tables.some(({ name }) => name === family)) return []
    const done = await sql<{ name: string }>`select name from ${sql.table(family)} order by name`.execute(db)
    return done.rows.map(({ name }) => name)
  }
  const [log_migrations = [], people_migrations = [], audit_migrations = []] = await Promise.all(
    FAMILY_NAMES.map(of),
  )
  const steps = { log_migrations, people_migrations, audit_migrations }
  if (steps.log_migrations.length === 0) return refused('nothingHere')
  return isKnown(steps) ? ok(steps) : refused('newerData')
}
