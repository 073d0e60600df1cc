import { type Kysely, type Migration, Migrator, sql } from 'kysely'
import { ok, type Result, refused } from '#domain/result.ts'

/** The steps of one family of tables, by name; only ever added to. */
export type Steps = Readonly<Record<string, Migration>>

/**
 * Brings a family of tables to this version; tables that a newer version has brought further are left alone.
 *
 * @param table where the family notes what was done
 * @param only the steps to take, for tables of an older shape; all of them without it
 */
export async function migrate<T>(
  db: Kysely<T>,
  table: string,
  steps: Steps,
  only: readonly string[] = Object.keys(steps),
): Promise<Result<undefined, 'newerData'>> {
  if (only.some((name) => !Object.hasOwn(steps, name))) return refused('newerData')
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (tables.some(({ name }) => name === table)) {
    const done = await sql<{ name: string }>`select name from ${sql.table(table)}`.execute(db)
    if (done.rows.some(({ name }) => !Object.hasOwn(steps, name))) return refused('newerData')
  }
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => Object.fromEntries(only.map((name) => [name, steps[name]!])) },
    migrationTableName: table,
    migrationLockTableName: `${table}_lock`,
  })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error instanceof Error ? error : new Error('migration failed', { cause: error })
  return ok(undefined)
}
