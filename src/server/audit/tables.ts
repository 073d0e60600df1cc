import type { Kysely, Migration } from 'kysely'
import type { Result } from '#domain/result.ts'
import { migrate, type Steps } from '#server/log/migrate.ts'

/** The trail of each compound. Texts and whole numbers only, as in the log: every database reads the same queries. */
export interface AuditTables {
  audit: {
    tenant: string
    n: number
    at: string
    /** Empty where nobody is known. */
    actor: string
    device: string | null
    what: string
    object: string | null
    prev: string
    hash: string
  }
  /** One row a compound; whoever adds a line holds it until the commit. */
  audit_heads: {
    tenant: string
    n: number
    hash: string
    /** How far the compound's log was read for what leaves a line. */
    seq: number
    /** The last line that was taken off because of its age; 0 and empty while none was. */
    cut_n: number
    cut_hash: string
  }
}

export type AuditDb = Kysely<AuditTables>

const first: Migration = {
  async up({ schema }: Kysely<unknown>) {
    await schema
      .createTable('audit')
      .addColumn('tenant', 'text', (column) => column.notNull())
      .addColumn('n', 'integer', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('actor', 'text', (column) => column.notNull())
      .addColumn('device', 'text')
      .addColumn('what', 'text', (column) => column.notNull())
      .addColumn('object', 'text')
      .addColumn('prev', 'text', (column) => column.notNull())
      .addColumn('hash', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('audit_key', ['tenant', 'n'])
      .execute()
    await schema
      .createTable('audit_heads')
      .addColumn('tenant', 'text', (column) => column.primaryKey())
      .addColumn('n', 'integer', (column) => column.notNull())
      .addColumn('hash', 'text', (column) => column.notNull())
      .addColumn('seq', 'integer', (column) => column.notNull())
      .addColumn('cut_n', 'integer', (column) => column.notNull())
      .addColumn('cut_hash', 'text', (column) => column.notNull())
      .execute()
  },
}

const MIGRATIONS: Steps = { '0001_first': first }

/** The steps that this version knows. */
export const AUDIT_STEPS: readonly string[] = Object.keys(MIGRATIONS)

/** @param only for tables of an older shape: the steps that made it */
export function migrateAudit(db: AuditDb, only?: readonly string[]): Promise<Result<undefined, 'newerData'>> {
  return migrate(db, 'audit_migrations', MIGRATIONS, only)
}
