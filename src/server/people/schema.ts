import type { Kysely, Migration } from 'kysely'
import type { DeviceId, PersonId, RecordId, TenantId } from '#domain/ids.ts'
import type { Result } from '#domain/result.ts'
import type { DeviceKind, Role } from '#domain/rights.ts'
import { migrate, type Steps } from '#server/log/migrate.ts'

/**
 * Who is let in. People, devices and sessions are kept server-wide; names and appointments are records of the compound.
 * Times are ISO instants as text, ids are text, so that every database reads the same queries.
 */
export interface PeopleTables {
  /** The compounds that are set up; a row is the last thing a set-up writes. */
  compounds: { tenant: TenantId; place: RecordId; name: string; made_at: string }
  persons: { id: PersonId; tenant: TenantId; name: string; passphrase: string | null; made_at: string }
  devices: {
    id: DeviceId
    tenant: TenantId
    kind: DeviceKind
    enrolled_at: string
    last_contact: string | null
    unsent: number
    revoked_at: string | null
  }
  device_people: { device: DeviceId; person: PersonId }
  /** `hash` of the cookie's value; the value itself is nowhere but in the browser. */
  sessions: { hash: string; device: DeviceId; person: PersonId; opened_at: string }
  invitations: {
    id: string
    tenant: TenantId
    code_hash: string
    secret_hash: string
    name: string
    role: Role
    place: RecordId
    from_day: string
    to_day: string | null
    device_kind: DeviceKind
    /** For somebody who is here already. */
    person: PersonId | null
    invited_by: PersonId
    made_at: string
    expires_at: string
    used_at: string | null
    withdrawn_at: string | null
  }
  /** What was confirmed in the last minutes, so that a lost answer can be given again; `hash` of the browser's own number. */
  attempts: { hash: string; device: DeviceId; person: PersonId; made_at: string }
}

export type PeopleDb = Kysely<PeopleTables>

const first: Migration = {
  async up(db: Kysely<unknown>) {
    const { schema } = db
    await schema
      .createTable('compounds')
      .addColumn('tenant', 'text', (column) => column.primaryKey())
      .addColumn('place', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('made_at', 'text', (column) => column.notNull())
      .execute()
    await schema
      .createTable('persons')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('tenant', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('passphrase', 'text')
      .addColumn('made_at', 'text', (column) => column.notNull())
      .execute()
    await schema
      .createTable('devices')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('tenant', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('enrolled_at', 'text', (column) => column.notNull())
      .addColumn('last_contact', 'text')
      .addColumn('unsent', 'integer', (column) => column.notNull())
      .addColumn('revoked_at', 'text')
      .execute()
    await schema
      .createTable('device_people')
      .addColumn('device', 'text', (column) => column.notNull())
      .addColumn('person', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('device_people_key', ['device', 'person'])
      .execute()
    await schema
      .createTable('sessions')
      .addColumn('hash', 'text', (column) => column.primaryKey())
      .addColumn('device', 'text', (column) => column.notNull())
      .addColumn('person', 'text', (column) => column.notNull())
      .addColumn('opened_at', 'text', (column) => column.notNull())
      .execute()
    await schema
      .createTable('invitations')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('tenant', 'text', (column) => column.notNull())
      .addColumn('code_hash', 'text', (column) => column.notNull().unique())
      .addColumn('secret_hash', 'text', (column) => column.notNull().unique())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('role', 'text', (column) => column.notNull())
      .addColumn('place', 'text', (column) => column.notNull())
      .addColumn('from_day', 'text', (column) => column.notNull())
      .addColumn('to_day', 'text')
      .addColumn('device_kind', 'text', (column) => column.notNull())
      .addColumn('person', 'text')
      .addColumn('invited_by', 'text', (column) => column.notNull())
      .addColumn('made_at', 'text', (column) => column.notNull())
      .addColumn('expires_at', 'text', (column) => column.notNull())
      .addColumn('used_at', 'text')
      .addColumn('withdrawn_at', 'text')
      .execute()
  },
}

const attempts: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('attempts')
      .addColumn('hash', 'text', (column) => column.primaryKey())
      .addColumn('device', 'text', (column) => column.notNull())
      .addColumn('person', 'text', (column) => column.notNull())
      .addColumn('made_at', 'text', (column) => column.notNull())
      .execute()
  },
}

const MIGRATIONS: Steps = { '0001_first': first, '0002_attempts': attempts }

/** The steps that this version knows. */
export const PEOPLE_STEPS: readonly string[] = Object.keys(MIGRATIONS)

/** @param only for tables of an older shape: the steps that made it */
export function migratePeople(
  db: PeopleDb,
  only?: readonly string[],
): Promise<Result<undefined, 'newerData'>> {
  return migrate(db, 'people_migrations', MIGRATIONS, only)
}
