import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Client } from 'pg'
import { inject, onTestFinished } from 'vitest'
import { migrateAudit } from '#server/audit/tables.ts'
import { openPostgres } from '#server/log/postgresDriver.ts'
import { migrateLog } from '#server/log/tables.ts'
import { migratePeople } from '#server/people/schema.ts'
import { askPostgres } from './aPostgres.ts'

/** The database that test servers stand on: `ENGINE=postgres npx vitest run test/journeys`. */
export const ENGINE = (process.env['ENGINE'] || 'sqlite') as 'sqlite' | 'postgres'
if (!['sqlite', 'postgres'].includes(ENGINE)) throw new Error(`ENGINE=${ENGINE}: sqlite or postgres`)

/** The databases of the folders of this test. */
const databases = new Map<string, string>()
let made = 0

/** The address of the run's PostgreSQL, without a database. It starts when it is first asked for: in a hook, not in a test. */
export function postgresAt(): Promise<string> {
  return asked('/')
}

async function asked(path: string): Promise<string> {
  const answer = await fetch(`${inject('postgres')}${path}`)
  const text = await answer.text()
  if (!answer.ok) throw new Error(text)
  return text
}

/** The address of a new PostgreSQL database, without a table, that goes with the test. */
export async function aNewDatabase(): Promise<string> {
  const at = await postgresAt()
  made += 1
  const name = `test_${process.pid}_${process.env['VITEST_WORKER_ID'] ?? 0}_${made}_${Date.now()}`
  await askPostgres(at, `create database ${name} template template0`)
  onTestFinished(async () => void (await askPostgres(at, `drop database ${name} with (force)`)))
  return `${at}/${name}`
}

/** The address of a PostgreSQL database without a row for a server, until the test ends. */
async function aUsedDatabase(): Promise<string> {
  const url = await asked('/take')
  onTestFinished(async () => void (await asked(`/give/${url.slice(url.lastIndexOf('/') + 1)}`)))
  return url
}

/** What a server on this folder is to be given as its database: the same one each time. Undefined: it keeps a file. */
export async function databaseUrlOf(folder: string): Promise<string | undefined> {
  if (ENGINE === 'sqlite') return undefined
  const url = databases.get(folder) ?? (await aUsedDatabase())
  databases.set(folder, url)
  return url
}

const FILES = ['linbian.sqlite', 'linbian.sqlite-wal'] as const

/** The database of one folder, as it is now, in the place of another's, where no server may run. */
export async function copyDatabase(from: string, into: string): Promise<void> {
  if (ENGINE === 'sqlite') {
    for (const name of [...FILES, 'linbian.sqlite-shm']) await rm(join(into, name), { force: true })
    for (const name of FILES) await cp(join(from, name), join(into, name)).catch(() => undefined)
    return
  }
  const source = databases.get(from)
  if (source === undefined) throw new Error(`no database for ${from}`)
  const copy = await aNewDatabase()
  await copyRows(source, copy)
  databases.set(into, copy)
}

/** A folder gets a new database without a table, as an operator makes one for a restore; a file needs no making. */
export async function newDatabaseFor(folder: string): Promise<void> {
  if (ENGINE === 'postgres') databases.set(folder, await aNewDatabase())
}

/** A server goes on with another folder, on the database that it had: what was committed is there, whatever became of its process. */
export function keepDatabase(folder: string, now: string): void {
  const url = databases.get(folder)
  if (url !== undefined) databases.set(now, url)
}

/** A copy while others write: read at one moment. */
async function copyRows(from: string, into: string): Promise<void> {
  const source = await connected(from)
  const target = await connected(into)
  for (const lift of [migrateLog, migratePeople, migrateAudit]) {
    const db = await openPostgres<never>(into)
    if (!db.ok) throw new Error(db.refused)
    const lifted = await lift(db.value)
    await db.value.destroy()
    if (!lifted.ok) throw new Error(lifted.refused)
  }
  await source.query('begin transaction isolation level repeatable read read only')
  const tables = await target.query<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_name not like '%migrations%'`,
  )
  for (const { name } of tables.rows) {
    const { rows } = await source.query(`select * from "${name}"`)
    await target.query(`insert into "${name}" select * from json_populate_recordset(null::"${name}", $1)`, [
      JSON.stringify(rows),
    ])
  }
  await source.end()
  await target.end()
}

async function connected(url: string): Promise<Client> {
  const client = new Client(url)
  await client.connect()
  return client
}
