import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { sql, type Transaction } from 'kysely'
import { bytesOf, type Keeping, save, type Source } from './seal.ts'
import { type Database, KEYS, type TableName, type Tables } from './tables.ts'

/** Rows in memory at a time; a row of the log may have 64 KB. */
const AT_ONCE = 500

type Row = Readonly<Record<string, unknown>>

export interface Written {
  readonly rows: number
  /** The file's name in the backup. */
  readonly name: string
  /** SHA-256 of the file, hex. */
  readonly sha256: string
}

const fileOf = (table: TableName) => `tables/${table}.jsonl.gz`

/** Writes a table as it stands in this transaction: one JSON object a line, packed. On the disk when it resolves. */
export async function writeRows(
  tx: Transaction<Tables>,
  table: TableName,
  keeping: Keeping,
): Promise<Written> {
  let rows = 0
  const lines = async function* () {
    for await (const some of pagesOf(tx, table)) {
      rows += some.length
      yield some.map((row) => `${JSON.stringify(row)}\n`).join('')
    }
  }
  const packed = createGzip()
  const [kept] = await Promise.all([
    save(keeping, fileOf(table), packed),
    pipeline(Readable.from(lines()), packed),
  ])
  return { rows, ...kept }
}

/** Puts the rows of a table's file into an empty table, all or none; answers how many there were. */
export async function readRows(db: Database, table: TableName, from: Source): Promise<number> {
  let rows = 0
  await db.transaction().execute(async (tx) => {
    const packed = bytesOf(from, fileOf(table))
    await pipeline(packed, createGunzip(), async (unpacked: AsyncIterable<Buffer>) => {
      let some: Row[] = []
      const put = async () => {
        if (some.length > 0) await tx.insertInto(table).values(some).execute()
        rows += some.length
        some = []
      }
      for await (const line of linesOf(unpacked)) {
        some.push(JSON.parse(line) as Row)
        if (some.length >= AT_ONCE) await put()
      }
      await put()
    })
  })
  return rows
}

/** Cut at line feeds alone: Node's own reader also cuts at U+2028, which may stand in what a resident said. */
async function* linesOf(bytes: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let rest = ''
  for await (const chunk of bytes) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
}

/** A table in the order of its key, some rows at a time: no driver has to hold a result open. */
async function* pagesOf(tx: Transaction<Tables>, table: TableName): AsyncGenerator<readonly Row[]> {
  const keys: readonly string[] = KEYS[table]
  let last: Row | undefined
  for (;;) {
    const all = sql`select * from ${sql.table(table)}`
    const from: Row | undefined = last
    const after = from
      ? sql`where (${sql.join(keys.map((key) => sql.ref(key)))}) > (${sql.join(keys.map((key) => from[key]))})`
      : sql``
    const order = sql`order by ${sql.join(keys.map((key) => sql.ref(key)))} limit ${sql.lit(AT_ONCE)}`
    const { rows } = await sql<Row>`${all} ${after} ${order}`.execute(tx)
    if (rows.length > 0) yield rows
    if (rows.length < AT_ONCE) return
    last = rows.at(-1)
  }
}
