import type { Kysely, Migration } from 'kysely'
import type { Result } from '#domain/result.ts'
import { migrate, type Steps } from './migrate.ts'

/** Ids and JSON are text, counts are whole numbers: every database reads the same queries. */
export interface LogTables {
  /** The row that is locked while a tenant's `seq` is raised (W5). */
  tenants: { id: string; seq: number }
  log: {
    tenant: string
    seq: number
    epoch: string
    change: string
    record: string
    name: string
    v: number
    actor: string
    act: string | null
    device: string
    received_at: string
    body: string
    outcome: string
    /** 1 while the outcome is `waits`. */
    waits: number
    no: number | null
    first: string | null
    before: string | null
  }
  receipts: { tenant: string; stream: string; n: number; change: string }
  records: {
    tenant: string
    id: string
    kind: string
    /** Scope, for those who ask the database what lies where. */
    place: string
    grp: string
    people: string
    seq: number
    json: string
  }
  numbers: { tenant: string; kind: string; last: number }
  moves: { tenant: string; place: string; seq: number }
  meta: { key: string; value: string }
}

export type LogDb = Kysely<LogTables>

const first: Migration = {
  async up({ schema }: Kysely<unknown>) {
    await schema
      .createTable('tenants')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('seq', 'integer', (column) => column.notNull())
      .execute()
    await schema
      .createTable('log')
      .addColumn('tenant', 'text', (column) => column.notNull())
      .addColumn('seq', 'integer', (column) => column.notNull())
      .addColumn('epoch', 'text', (column) => column.notNull())
      .addColumn('change', 'text', (column) => column.notNull())
      .addColumn('record', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('v', 'integer', (column) => column.notNull())
      .addColumn('actor', 'text', (column) => column.notNull())
      .addColumn('act', 'text')
      .addColumn('device', 'text', (column) => column.notNull())
      .addColumn('received_at', 'text', (column) => column.notNull())
      .addColumn('body', 'text', (column) => column.notNull())
      .addColumn('outcome', 'text', (column) => column.notNull())
      .addColumn('waits', 'integer', (column) => column.notNull())
      .addColumn('no', 'integer')
      .addColumn('first', 'text')
      .addColumn('before', 'text')
      .addPrimaryKeyConstraint('log_key', ['tenant', 'seq'])
      .addUniqueConstraint('log_change', ['tenant', 'change'])
      .execute()
    await schema.createIndex('log_record').on('log').columns(['tenant', 'record', 'waits', 'seq']).execute()
    await schema
      .createTable('receipts')
      .addColumn('tenant', 'text', (column) => column.notNull())
      .addColumn('stream', 'text', (column) => column.notNull())
      .addColumn('n', 'integer', (column) => column.notNull())
      .addColumn('change', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('receipts_key', ['tenant', 'stream', 'n'])
      .execute()
    await schema
      .createTable('records')
      .addColumn('tenant', 'text', (column) => column.notNull())
      .addColumn('id', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('place', 'text', (column) => column.notNull())
      .addColumn('grp', 'text', (column) => column.notNull())
      .addColumn('people', 'text', (column) => column.notNull())
      .addColumn('seq', 'integer', (column) => column.notNull())
      .addColumn('json', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('records_key', ['tenant', 'id'])
      .execute()
    await schema.createIndex('records_seq').on('records').columns(['tenant', 'seq']).execute()
    await schema.createIndex('records_kind').on('records').columns(['tenant', 'kind']).execute()
    await schema.createIndex('records_place').on('records').columns(['tenant', 'place']).execute()
    await schema
      .createTable('numbers')
      .addColumn('tenant', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('last', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('numbers_key', ['tenant', 'kind'])
      .execute()
    await schema
      .createTable('moves')
      .addColumn('tenant', 'text', (column) => column.notNull())
      .addColumn('place', 'text', (column) => column.notNull())
      .addColumn('seq', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('moves_key', ['tenant', 'place'])
      .execute()
    await schema
      .createTable('meta')
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('value', 'text', (column) => column.notNull())
      .execute()
  },
}

/** A kind's records since some `seq`: the places, which every request needs, are not read anew each time. */
const kindsBySeq: Migration = {
  async up({ schema }: Kysely<unknown>) {
    await schema.createIndex('records_kind_seq').on('records').columns(['tenant', 'kind', 'seq']).execute()
    await schema.dropIndex('records_kind').execute()
  },
}

const MIGRATIONS: Steps = {
  '0001_first': first,
  '0002_kinds_by_seq': kindsBySeq,
}

/** The steps that this version knows. */
export const LOG_STEPS: readonly string[] = Object.keys(MIGRATIONS)

/** @param only for tables of an older shape: the steps that made it */
export function migrateLog(db: LogDb, only?: readonly string[]): Promise<Result<undefined, 'newerData'>> {
  return migrate(db, 'log_migrations', MIGRATIONS, only)
}
