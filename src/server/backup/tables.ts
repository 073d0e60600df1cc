import type { Kysely } from 'kysely'
import type { Result } from '#domain/result.ts'
import { AUDIT_STEPS, type AuditTables, migrateAudit } from '#server/audit/tables.ts'
import { LOG_STEPS, type LogTables, migrateLog } from '#server/log/tables.ts'
import { migratePeople, PEOPLE_STEPS, type PeopleTables } from '#server/people/schema.ts'

export type Tables = LogTables & PeopleTables & AuditTables
export type Database = Kysely<Tables>
export type TableName = keyof Tables

/**
 * Everything that is kept, table by table, with the columns of each key in the order in which a table is read. A table
 * that has no line here would be in no backup: the type asks for it.
 */
export const KEYS: { readonly [Name in TableName]: readonly (keyof Tables[Name])[] } = {
  meta: ['key'],
  tenants: ['id'],
  log: ['tenant', 'seq'],
  receipts: ['tenant', 'stream', 'n'],
  records: ['tenant', 'id'],
  numbers: ['tenant', 'kind'],
  moves: ['tenant', 'place'],
  compounds: ['tenant'],
  communities: ['id'],
  persons: ['id'],
  devices: ['id'],
  device_people: ['device', 'person'],
  sessions: ['hash'],
  invitations: ['id'],
  attempts: ['hash'],
  knocks: ['hash'],
  vault_shares: ['device', 'person'],
  audit: ['tenant', 'n'],
  audit_heads: ['tenant'],
}

export const TABLE_NAMES = Object.keys(KEYS) as TableName[]

/** Where each family of tables notes which of its steps were done, and the steps that this version knows. */
const FAMILIES = {
  log_migrations: LOG_STEPS,
  people_migrations: PEOPLE_STEPS,
  audit_migrations: AUDIT_STEPS,
} as const

export type Family = keyof typeof FAMILIES
export const FAMILY_NAMES = Object.keys(FAMILIES) as Family[]

/** The steps that made the tables of a database, by family: its shape. */
export type Steps = Readonly<Record<Family, readonly string[]>>

/** Whether this version knows a shape. */
export function isKnown(steps: Steps): boolean {
  return FAMILY_NAMES.every((family) => steps[family].every((step) => FAMILIES[family].includes(step)))
}

/** Makes empty tables of the shape that a backup was made in; the next start brings them to its own. */
export async function makeTables(db: Database, steps: Steps): Promise<Result<undefined, 'newerData'>> {
  const log = await migrateLog(db, steps.log_migrations)
  if (!log.ok) return log
  const people = await migratePeople(db, steps.people_migrations)
  return people.ok ? migrateAudit(db, steps.audit_migrations) : people
}
