import type { Manifest } from './manifest.ts'
import { readRows } from './rows.ts'
import type { Source } from './seal.ts'
import { type Database, makeTables, type TableName } from './tables.ts'

/**
 * Makes an empty database what a backup tells of, and counts it.
 * @throws where its rows are not what its manifest says: a defect, since every file is what it was
 */
export async function fill(db: Database, backup: Source, manifest: Manifest): Promise<void> {
  const made = await makeTables(db, manifest.steps)
  if (!made.ok) throw new Error(made.refused)
  for (const [table, rows] of Object.entries(manifest.tables)) {
    const read = await readRows(db, table as TableName, backup)
    if (read !== rows) throw new Error(`${table}: ${read} rows instead of ${rows}`)
  }
  for (const { tenant, head } of manifest.compounds) {
    const row = await db.selectFrom('tenants').select('seq').where('id', '=', tenant).executeTakeFirst()
    if (row?.seq !== head) throw new Error(`${tenant} ends at ${row?.seq} instead of ${head}`)
  }
}
