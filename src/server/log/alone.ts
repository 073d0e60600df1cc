import { fingerprint } from '#domain/fingerprint.ts'
import { type Kysely, sql } from 'kysely'
import { turns } from './turns.ts'

/** What is done by one at a time, though several processes may begin it. */
const NAMES = {
  lift: 1, // the tables are brought to this version
  start: 2, // what stands before the first request
  note: 3, // the note outside the database is written
  setUp: 4, // a compound is made
  audit: 5, // the end of a trail is noted outside the database
} as const
type Name = keyof typeof NAMES
/** `roster` of one compound: an import there waits for nobody elsewhere. */
export type Alone = Name | `roster ${string}`

function numberOf(what: Alone): number {
  // Two that get the same number wait for each other, and that is all.
  return what in NAMES ? NAMES[what as Name] : 100 + (Number.parseInt(fingerprint(what), 36) % 2 ** 30)
}

/** Ours among the locks of a database, which others may use for something else ("linb"). */
const FAMILY = 0x6c696e62

/** One process: its own turns are enough. */
export function aloneHere(): <T>(what: Alone, body: () => Promise<T>) => Promise<T> {
  return turns()
}

/** A turn in the process, then a lock in the database, which lets go of it when the process dies. */
export function aloneOnPostgres<Tables>(
  db: Kysely<Tables>,
): <T>(what: Alone, body: () => Promise<T>) => Promise<T> {
  const inTurn = turns()
  return (what, body) =>
    inTurn(what, () =>
      db.transaction().execute(async (tx) => {
        // The lock is all that this transaction is for: it waits as long as it takes.
        await sql`select set_config('lock_timeout', '0', true), set_config('statement_timeout', '0', true),
          set_config('idle_in_transaction_session_timeout', '0', true)`.execute(tx)
        await sql`select pg_advisory_xact_lock(${FAMILY}::integer, ${numberOf(what)}::integer)`.execute(tx)
        return body()
      }),
    )
}
