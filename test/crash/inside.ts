import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Outcome } from '#domain/change.ts'
import type { ChangeId } from '#domain/ids.ts'
import type { Recorded } from '#domain/record.ts'
import { openSqlite } from '#server/log/sqliteDriver.ts'
import type { LogTables } from '#server/log/tables.ts'
import type { JournalEntry } from '#server/people/journal.ts'
import { fileJournal } from '#server/people/journal.ts'
import type { PeopleTables } from '#server/people/schema.ts'
import { aPlace, cleared } from './package.ts'

/** What lies in a data folder, read with the product's own driver and nobody else's. */
export interface Inside {
  /** `ok`, or what SQLite found. */
  readonly integrity: string
  readonly epoch: string
  readonly compounds: number
  readonly log: readonly {
    readonly tenant: string
    readonly seq: number
    readonly change: ChangeId
    readonly name: string
    readonly outcome: Outcome
  }[]
  readonly heads: ReadonlyMap<string, number>
  readonly records: readonly Recorded[]
  readonly journal: readonly JournalEntry[]
}

/** Looks at a copy: opening a database that was killed heals it, and that is the server's work. */
export async function inside(dataDir: string): Promise<Inside> {
  const copy = await aPlace('look')
  try {
    for (const name of ['linbian.sqlite', 'linbian.sqlite-wal', 'linbian.sqlite-journal'])
      await cp(join(dataDir, name), join(copy, name)).catch(() => undefined)
    return { ...(await read(join(copy, 'linbian.sqlite'))), journal: await journalIn(dataDir) }
  } finally {
    await cleared(copy)
  }
}

async function journalIn(dataDir: string): Promise<readonly JournalEntry[]> {
  return fileJournal(join(dataDir, 'journal', 'office.jsonl')).entries()
}

async function read(file: string): Promise<Omit<Inside, 'journal'>> {
  const opened = openSqlite<LogTables & PeopleTables>(file)
  if (!opened.ok) throw new Error(opened.refused)
  const db = opened.value
  try {
    const checked = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db)
    const integrity = checked.rows.map((row) => row.integrity_check).join('; ')
    const tables = new Set((await db.introspection.getTables()).map(({ name }) => name))
    // Killed before its tables were made: then nothing is in them.
    if (!tables.has('log') || !tables.has('compounds') || !tables.has('meta')) return { ...EMPTY, integrity }
    const meta = await db.selectFrom('meta').selectAll().where('key', '=', 'epoch').executeTakeFirst()
    const compounds = await db.selectFrom('compounds').selectAll().execute()
    const log = await db.selectFrom('log').select(['tenant', 'seq', 'change', 'name', 'outcome']).execute()
    const heads = await db.selectFrom('tenants').selectAll().execute()
    const records = await db.selectFrom('records').select('json').execute()
    return {
      integrity,
      epoch: meta?.value ?? '',
      compounds: compounds.length,
      log: log.map((row) => ({
        ...row,
        change: row.change as ChangeId,
        outcome: JSON.parse(row.outcome) as Outcome,
      })),
      heads: new Map(heads.map(({ id, seq }) => [id, seq])),
      records: records.map(({ json }) => JSON.parse(json) as Recorded),
    }
  } finally {
    await db.destroy()
  }
}

const EMPTY = { epoch: '', compounds: 0, log: [], heads: new Map<string, number>(), records: [] } as const
