import { mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import type { Epoch } from '#domain/ids.ts'
import { ok, type Result, refused } from '#domain/result.ts'
import type { Log } from './log/log.ts'
import { sqlLog } from './log/sql.ts'
import { openSqlite, type SqliteRefusal } from './log/sqliteDriver.ts'
import { type LogTables, migrateLog } from './log/tables.ts'
import { migratePeople, type PeopleDb, type PeopleTables } from './people/schema.ts'

/** What stands on the one connection to the one database file: the log, and who is let in. */
export interface Store {
  readonly log: Log
  readonly db: PeopleDb
  close(): Promise<void>
}

export type StoreRefusal =
  | SqliteRefusal
  | 'newerData' // a newer version wrote it
  | 'notWritable'
  | 'inUse' // another server runs on this folder
  | 'broken' // not a database, or damaged

type Tables = LogTables & PeopleTables

/** Opens the database of a data folder, makes the folder when it is not there. */
export async function openStore(
  folder: string,
  startEpoch: () => Epoch,
): Promise<Result<Store, StoreRefusal>> {
  if (!(await isWritable(folder))) return refused('notWritable')
  const hold = await holdFolder(join(folder, 'in-use'))
  if (!hold.ok) return hold
  const opened = attempt(() => openSqlite<Tables>(join(folder, 'linbian.sqlite')))
  const made = opened.ok ? await lifted(opened.value, startEpoch) : opened
  if (!made.ok) {
    await hold.value.letGo()
    return made
  }
  return ok({
    ...made.value,
    async close() {
      await made.value.log.close()
      await hold.value.letGo()
    },
  })
}

async function lifted(
  db: Kysely<Tables>,
  startEpoch: () => Epoch,
): Promise<Result<Omit<Store, 'close'>, StoreRefusal>> {
  // A view of the same connection for each; neither sees the other's tables.
  const logDb = db as unknown as Kysely<LogTables>
  const peopleDb = db as unknown as PeopleDb
  for (const migrate of [() => migrateLog(logDb), () => migratePeople(peopleDb)]) {
    const done = await migrate()
    if (done.ok) continue
    await db.destroy()
    return done
  }
  const log = sqlLog(logDb)
  if ((await log.epoch()) === '') await log.setEpoch(startEpoch())
  return ok({ log, db: peopleDb })
}

async function isWritable(folder: string): Promise<boolean> {
  const probe = join(folder, '.probe')
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await (await open(probe, 'w')).close()
    await rm(probe)
    return true
  } catch {
    return false
  }
}

interface Hold {
  letGo(): Promise<void>
}

/**
 * Two servers on one folder would give the same numbers twice. A lock that the system lets go of when the process dies,
 * also by kill -9: an open write transaction on a file of its own, so that backups of the real one are not kept out.
 */
async function holdFolder(path: string): Promise<Result<Hold, StoreRefusal>> {
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
