import { randomUUID } from 'node:crypto'
import { mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import type { Epoch } from '#domain/ids.ts'
import { ok, type Result, refused } from '#domain/result.ts'
import { type AuditTables, migrateAudit } from './audit/tables.ts'
import { type Alone, aloneHere, aloneOnPostgres } from './log/alone.ts'
import { DatabaseAway } from './log/away.ts'
import type { Log } from './log/log.ts'
import { ONE_CONNECTION, type Order } from './log/order.ts'
import { openPostgres, type PostgresRefusal } from './log/postgresDriver.ts'
import { type Hints, postgresHints } from './log/postgresHints.ts'
import { postgresOrder } from './log/postgresOrder.ts'
import { sqlLog } from './log/sql.ts'
import { openSqlite, type SqliteRefusal } from './log/sqliteDriver.ts'
import { type LogTables, migrateLog } from './log/tables.ts'
import { migratePeople, type PeopleDb, type PeopleTables } from './people/schema.ts'

/** What stands on one database: the log, and who is let in. */
export interface Store {
  readonly log: Log
  readonly db: PeopleDb
  /** Runs while nobody else does, here and in the other processes of this database. One of these inside another: only `note` and `audit` inside `start`. */
  alone<T>(what: Alone, body: () => Promise<T>): Promise<T>
  /** Hints between the processes of this database; absent where there is one process only. */
  readonly hints?: (heard: (hint: string) => void) => Hints
  close(): Promise<void>
}

export type StoreRefusal =
  | SqliteRefusal
  | PostgresRefusal
  | 'newerData' // a newer version wrote it
  | 'notWritable'
  | 'inUse' // another server runs on this folder
  | 'broken' // not a database, or damaged

export interface StorePlace {
  /** For keys, journal, photos, and the database file where no other database is named. Made when it is not there. */
  readonly dataDir: string
  /** A PostgreSQL. Several processes may stand on it, all with the same data folder. */
  readonly databaseUrl?: string | undefined
}

type Tables = LogTables & PeopleTables & AuditTables

/** Opens a database and lifts its tables. An empty one begins its first life. */
export async function openStore(
  { dataDir, databaseUrl }: StorePlace,
  startEpoch: () => Epoch,
): Promise<Result<Store, StoreRefusal>> {
  if (!(await isWritable(dataDir))) return refused('notWritable')
  return databaseUrl === undefined ? onFile(dataDir, startEpoch) : onPostgres(databaseUrl, startEpoch)
}

async function onFile(folder: string, startEpoch: () => Epoch): Promise<Result<Store, StoreRefusal>> {
  const hold = await holdFolder(join(folder, 'in-use'))
  if (!hold.ok) return hold
  const opened = attempt(() => openSqlite<Tables>(join(folder, 'linbian.sqlite')))
  if (!opened.ok) {
    await hold.value.letGo()
    return opened
  }
  const close = async () => {
    await opened.value.destroy()
    await hold.value.letGo()
  }
  const lifted = await lift(opened.value)
  if (!lifted.ok) {
    await close()
    return lifted
  }
  return ok({ ...(await storeOf(opened.value, ONE_CONNECTION, startEpoch)), alone: aloneHere(), close })
}

async function onPostgres(url: string, startEpoch: () => Epoch): Promise<Result<Store, StoreRefusal>> {
  const opened = await openPostgres<Tables>(url)
  if (!opened.ok) return opened
  const db = opened.value
  const alone = aloneOnPostgres(db)
  try {
    // Two processes may start at once: one lifts, the other finds it done.
    return await alone('lift', async () => {
      const patient = await openPostgres<Tables>(url, { patient: true })
      if (!patient.ok) {
        await db.destroy()
        return patient
      }
      const lifted = await lift(patient.value)
      await patient.value.destroy()
      if (!lifted.ok) {
        await db.destroy()
        return lifted
      }
      const store = await storeOf(db, postgresOrder(), startEpoch)
      return ok({ ...store, alone, hints: (heard) => postgresHints(url, heard), close: () => db.destroy() })
    })
  } catch (error) {
    await db.destroy()
    if (error instanceof DatabaseAway) return refused('databaseAway')
    throw error
  }
}

async function lift(db: Kysely<Tables>): Promise<Result<undefined, 'newerData'>> {
  const log = await migrateLog(db)
  if (!log.ok) return log
  const people = await migratePeople(db)
  return people.ok ? migrateAudit(db) : people
}

/** A view of the same database for each; neither sees the other's tables. */
async function storeOf(
  db: Kysely<Tables>,
  order: Order,
  startEpoch: () => Epoch,
): Promise<Pick<Store, 'log' | 'db'>> {
  const log = sqlLog(db, order)
  if ((await log.epoch()) === '') await log.setEpoch(startEpoch(), 0, '' as Epoch)
  return { log, db: db as unknown as PeopleDb }
}

/** Whether files can be made in a folder; makes the folder. */
export async function isWritable(folder: string): Promise<boolean> {
  // Another server may look at the same moment.
  const probe = join(folder, `.probe-${randomUUID()}`)
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await (await open(probe, 'w')).close()
    await rm(probe)
    return true
  } catch {
    return false
  }
}

export interface Hold {
  letGo(): Promise<void>
}

/**
 * Two servers on one folder would give the same numbers twice. A lock that the system lets go of when the process dies,
 * also by kill -9: an open write transaction on a file of its own, so that backups of the real one are not kept out.
 */
export async function holdFolder(path: string): Promise<Result<Hold, StoreRefusal>> {
  const opened = attempt(() => openSqlite<unknown>(path))
  if (!opened.ok) return opened
  const db = opened.value
  try {
    await sql`pragma busy_timeout = 0`.execute(db)
    await sql`begin immediate`.execute(db)
    return ok({
      async letGo() {
        // Closing alone would keep the lock for as long as a statement is remembered somewhere.
        await sql`rollback`.execute(db)
        await db.destroy()
      },
    })
  } catch {
    await db.destroy()
    return refused('inUse')
  }
}

/** The driver throws for a file that is no database, or is held by another process while it is opened. */
function attempt<T>(openIt: () => Result<T, StoreRefusal>): Result<T, StoreRefusal> {
  try {
    return openIt()
  } catch (error) {
    return refused(/locked|busy/i.test(String(error)) ? 'inUse' : 'broken')
  }
}
