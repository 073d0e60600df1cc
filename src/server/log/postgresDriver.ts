import { Kysely, PostgresDialect, type PostgresPoolClient, sql } from 'kysely'
import { DatabaseError, Pool, type PoolClient, TypeOverrides, types } from 'pg'
import { ok, type Result, refused } from '#domain/result.ts'
import { DatabaseAway } from './away.ts'
import { ourTypes } from './postgresTypes.ts'

/** Why a PostgreSQL is not opened. */
export type PostgresRefusal =
  | 'databaseAway' // nobody answers at the address
  | 'databaseLogin' // the name or the passphrase is not taken
  | 'databaseMissing' // there is no database of this name
  | 'databaseTooOld'
  | 'databaseNotUtf8' // it could not keep every character
  | 'databaseNotFsync' // commits would not reach stable storage before they are acknowledged (W4)
  | 'databaseReadOnly' // a standby
  | 'databaseRights' // its user may not make tables

const OLDEST = 14
/** Connections of one process. A compound takes one at a time, so this is about how many are served side by side. */
const CONNECTIONS = 10
const CONNECT_MS = 5000
/** The database ends a statement before we stop waiting for its answer. */
const STATEMENT_MS = 30_000
const ANSWER_MS = 40_000
/** How long a compound's turn is waited for, when another process has it. */
const LOCK_MS = 10_000
/** A process that hangs in the middle of a transaction holds up its compound no longer than this. */
const IDLE_MS = 20_000

/** SQLSTATE of a database that is not at fault for what it was asked: connection, resources, being ended, locks. */
const AWAY = /^(08|53|57P0|55P03|57014|25P0[34]|40)/

/** Whole numbers arrive as numbers: none of ours comes near 2^53. */
const numbers = new TypeOverrides()
numbers.setTypeParser(types.builtins.INT8, Number)

/**
 * Opens a PostgreSQL so that a commit is on stable storage when it returns. Connections that are lost are replaced by
 * themselves; while none can be had, every query throws `DatabaseAway`. `patient`: for work that may take as long as it takes.
 */
export async function openPostgres<Tables>(
  url: string,
  { patient = false }: { readonly patient?: boolean } = {},
): Promise<Result<Kysely<Tables>, PostgresRefusal>> {
  const pool = new Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
    application_name: 'linbian',
    types: numbers,
    ...(!patient && { query_timeout: ANSWER_MS }),
  })
  // A connection that ends while nobody asks it anything is not an error of anybody; the next one is a new one.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({
      pool: {
        connect: async () => oneByOne(await connected(pool, settings(patient))),
        end: () => pool.end(),
      },
    }),
    plugins: [ourTypes],
  })
  const why = await whyNot(db)
  if (why === undefined) return ok(db)
  await db.destroy()
  return refused(why)
}

/** What a role or a database may have set otherwise. A commit that is not written through is none (W4). */
function settings(patient: boolean): string {
  const limit = (ms: number) => (patient ? 0 : ms)
  return `select
    set_config('statement_timeout', '${limit(STATEMENT_MS)}', false),
    set_config('lock_timeout', '${limit(LOCK_MS)}', false),
    set_config('idle_in_transaction_session_timeout', '${limit(IDLE_MS)}', false),
    set_config('default_transaction_isolation', 'read committed', false),
    set_config('synchronous_commit', case current_setting('synchronous_commit')
      when 'off' then 'on' else current_setting('synchronous_commit') end, false)`
}

async function whyNot<Tables>(db: Kysely<Tables>): Promise<PostgresRefusal | undefined> {
  try {
    const { rows } = await sql<Found>`select
      current_setting('server_version_num')::integer / 10000 as version,
      current_setting('server_encoding') as encoding,
      current_setting('fsync') as fsync,
      pg_is_in_recovery() or current_setting('default_transaction_read_only') = 'on' as "readOnly",
      has_schema_privilege(current_schema(), 'create') as rights`.execute(db)
    const [found] = rows
    if (!found) return 'databaseAway'
    if (found.version < OLDEST) return 'databaseTooOld'
    if (found.encoding !== 'UTF8') return 'databaseNotUtf8'
    if (found.fsync !== 'on') return 'databaseNotFsync'
    if (found.readOnly) return 'databaseReadOnly'
    return found.rights === true ? undefined : 'databaseRights'
  } catch (error) {
    const code = codeOf(error instanceof DatabaseAway ? error.cause : error)
    if (code.startsWith('28')) return 'databaseLogin'
    return code === '3D000' ? 'databaseMissing' : 'databaseAway'
  }
}

interface Found {
  readonly version: number
  readonly encoding: string
  readonly fsync: string
  readonly readOnly: boolean
  /** Null where there is no schema to make tables in. */
  readonly rights: boolean | null
}

/** Those that have their settings. */
const ready = new WeakSet<PoolClient>()

async function connected(pool: Pool, settings: string): Promise<PoolClient> {
  let client: PoolClient | undefined
  try {
    client = await pool.connect()
    if (!ready.has(client)) await client.query(settings)
    ready.add(client)
    return client
  } catch (error) {
    // One that is lost before anybody has it would keep its place among the few for ever.
    client?.release(true)
    throw new DatabaseAway('no connection', { cause: error })
  }
}

/**
 * A connection takes one query at a time; bodies of transactions may ask several at once. Once a connection has failed
 * it is asked nothing more: an answer could come late, and to another question.
 */
function oneByOne(client: PoolClient): PostgresPoolClient {
  let last: Promise<unknown> = Promise.resolve()
  let broken: unknown
  const ask = async (text: string, values: readonly unknown[]) => {
    if (broken !== undefined) throw new DatabaseAway('connection lost', { cause: broken })
    try {
      return await client.query(text, [...values])
    } catch (error) {
      const code = codeOf(error)
      if (code === '' || /^(08|57P)/.test(code)) broken = error
      throw code === '' || AWAY.test(code) ? new DatabaseAway('not answered', { cause: error }) : error
    }
  }
  const query = (text: string, values: readonly unknown[]) => {
    const answer = last.then(() => ask(text, values))
    last = answer.catch(() => undefined)
    return answer
  }
  return {
    // Kysely also knows a query by cursor, which it uses only where it is given one.
    query: query as unknown as PostgresPoolClient['query'],
    release: (destroy) => client.release(destroy === true || broken !== undefined),
  }
}

/** The database's own code for what went wrong; empty where it did not come to answering. */
function codeOf(error: unknown): string {
  return error instanceof DatabaseError ? (error.code ?? '') : ''
}
