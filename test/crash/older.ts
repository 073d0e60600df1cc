import { DatabaseSync } from '@photostructure/sqlite'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { openSqlite } from '#server/log/sqliteDriver.ts'
import { LOG_STEPS, type LogTables, migrateLog } from '#server/log/tables.ts'
import { migratePeople, PEOPLE_STEPS, type PeopleTables } from '#server/people/schema.ts'
import { aPlace, cleared } from './package.ts'

type Tables = LogTables & PeopleTables

/** Lays the same rows into the tables as the first release made them. The server must not run. */
export async function madeOlder(dataDir: string): Promise<void> {
  const bench = await aPlace('older')
  const [here, newer] = [join(dataDir, 'linbian.sqlite'), join(bench, 'newer.sqlite')]
  const now = new DatabaseSync(here)
  now.exec(`vacuum into '${newer}'`)
  now.close()
  const db = await opened(join(bench, 'older.sqlite'))
  for (const lifted of [
    await migrateLog(db, LOG_STEPS.slice(0, 1)),
    await migratePeople(db, PEOPLE_STEPS.slice(0, 1)),
  ])
    if (!lifted.ok) throw new Error(lifted.refused)
  await sql`attach ${newer} as newer`.execute(db)
  for (const { name, columns } of await db.introspection.getTables()) {
    if (name.includes('_migrations')) continue
    const all = sql.join(columns.map((column) => sql.ref(column.name)))
    await sql`insert into ${sql.id('main', name)} (${all}) select ${all} from ${sql.id('newer', name)}`.execute(
      db,
    )
  }
  for (const end of ['', '-wal', '-shm']) await rm(`${here}${end}`, { force: true })
  await sql`vacuum into ${here}`.execute(db)
  await db.destroy()
  await cleared(bench)
}

async function opened(file: string): Promise<Kysely<Tables>> {
  const db = openSqlite<Tables>(file)
  if (!db.ok) throw new Error(db.refused)
  return db.value
}
