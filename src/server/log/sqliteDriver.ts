import { DatabaseSync } from '@photostructure/sqlite'
import { type DialectAdapter, Kysely, SqliteAdapter, SqliteDialect } from 'kysely'
import { ok, type Result, refused } from '#domain/result.ts'

/** Why a database file is not opened. */
export type SqliteRefusal =
  | 'sqliteTooOld' // before 3.51.3 two connections that write and checkpoint could lose commits
  | 'notWal' // the file system does not take a write-ahead log
  | 'notFullSync' // commits would not reach stable storage before they are acknowledged (W4)

type Database = InstanceType<typeof DatabaseSync>

const OLDEST = [3, 51, 3] as const
/** How long a statement waits for another process (a backup) before it fails. */
const BUSY_MS = 5000
const STATEMENTS = 200

/**
 * Opens a database file so that a commit is on stable storage when it returns. This file alone knows which SQLite it is.
 * Open a file once: all tables of the server share the connection, and a second one would wait for the first for ever,
 * since statements hold up the whole process.
 */
export function openSqlite<Tables>(path: string): Result<Kysely<Tables>, SqliteRefusal> {
  const database = new DatabaseSync(path)
  const pragma = (text: string) =>
    Object.values((database.prepare(`pragma ${text}`).get() ?? {}) as object)[0] as unknown
  const close = (why: SqliteRefusal) => {
    database.close()
    return refused(why)
  }
  if (!isRecent(sqliteVersion(database))) return close('sqliteTooOld')
  if (pragma('journal_mode = wal') !== 'wal') return close('notWal')
  database.exec(`pragma synchronous = full; pragma foreign_keys = on; pragma busy_timeout = ${BUSY_MS}`)
  // What is taken out of a row is not left lying in the file, where whoever copies it could read it (W15).
  database.exec('pragma secure_delete = on')
  if (pragma('synchronous') !== 2) return close('notFullSync')
  return ok(new Kysely<Tables>({ dialect: new WholeSteps({ database: adapted(database) }) }))
}

/** Tables are made in transactions too: steps towards a newer shape that a kill ended have not been taken, none of them. */
class WholeSteps extends SqliteDialect {
  override createAdapter(): DialectAdapter {
    return Object.defineProperty(new SqliteAdapter(), 'supportsTransactionalDdl', { value: true })
  }
}

function sqliteVersion(database: Database): string {
  return (database.prepare('select sqlite_version() as version').get() as { version: string }).version
}

export function isRecent(version: string): boolean {
  const parts = version.split('.').map(Number)
  for (const [index, least] of OLDEST.entries()) {
    const part = parts[index] ?? 0
    if (part !== least) return part > least
  }
  return true
}

/** Kysely's idea of a database over node:sqlite's; prepared statements are kept, since the queries are few. */
function adapted(database: Database) {
  const statements = new Map<string, ReturnType<typeof prepare>>()
  const prepare = (sql: string) => {
    const statement = database.prepare(sql)
    return {
      reader: statement.columns().length > 0,
      all: (parameters: readonly unknown[]) => statement.all(...parameters),
      run: (parameters: readonly unknown[]) => statement.run(...parameters),
      iterate: (parameters: readonly unknown[]) => statement.iterate(...parameters),
    }
  }
  return {
    close() {
      // The driver leaves a connection open for as long as one of its statements is remembered somewhere, and one in WAL
      // mode deletes the log beside its path when it ends: by then another file may have that path. Out of WAL mode
      // everything is in the one file. While others are connected it stays as it is.
      try {
        database.exec('pragma busy_timeout = 0; pragma journal_mode = delete')
      } catch {
        // Busy: the last one who closes does it.
      }
      database.close()
    },
    prepare(sql: string) {
      const known = statements.get(sql)
      if (known) return known
      if (statements.size >= STATEMENTS) statements.clear()
      const statement = prepare(sql)
      statements.set(sql, statement)
      return statement
    },
  }
}
