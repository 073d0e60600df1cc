import { type Kysely, type Migration, Migrator, sql } from 'kysely'
import { ok, type Result, refused } from '#domain/result.ts'

/** The steps of one family of tables, by name; only ever added to. */
export type Steps = Readonly<Record<string, Migration>>

/**
 * Brings a family of tables to this version; tables that a newer version has brought further are left alone.
 *
 * @param table where the family notes what was done
 */
export async function migrate<T>(
  db: Kysely<T>,
  table: string,
  steps: Steps,
): Promise<Result<undefined, 'newerData'>> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (tables.some(({ name }) => name === table)) {
    const done = await sql<{ name: string }>`select name from ${sql.table(table)}`.execute(db)
    if (done.rows.some(({ name }) => !Object.hasOwn(steps, name))) return refused('newerData')
  }
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => ({ ...steps }) },
    migrationTableName: table,
    migrationLockTableName: `${table}_lock`,
  })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error instanceof Error ? error : new Error('migration failed', { cause: error })
  return ok(undefined)
}
