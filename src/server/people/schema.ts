import type { Kysely, Migration } from 'kysely'
import type { DeviceId, PersonId, RecordId, TenantId } from '#domain/ids.ts'
import type { Result } from '#domain/result.ts'
import type { DeviceKind } from '#domain/rights.ts'
import type { Role } from '#domain/roles.ts'
import { migrate, type Steps } from '#server/log/migrate.ts'

/**
 * Who is let in. People, devices and sessions are kept server-wide; names and appointments are records of the compound.
 * Times are ISO instants as text, ids are text, so that every database reads the same queries.
 */
export interface PeopleTables {
  /** The compounds that are set up; a row is the last thing a set-up writes. */
  compounds: {
    tenant: TenantId
    place: RecordId
    name: string
    made_at: string
    /** Null: it is the only one of its community here. */
    community: string | null
  }
  /** What links the compounds that one office looks after; it gives nobody a right. */
  communities: { id: string; name: string; made_at: string }
  persons: { id: PersonId; tenant: TenantId; name: string; passphrase: string | null; made_at: string }
  devices: {
    id: DeviceId
    tenant: TenantId
    kind: DeviceKind
    enrolled_at: string
    last_contact: string | null
    unsent: number
    revoked_at: string | null
    /** What the office calls it; null: by who uses it. */
    name: string | null
    /** The public half of its own key pair, a raw point of P-256 in base64; null: it has none. */
    key: string | null
    keyed_at: string | null
    /** JSON of `visits.ts`. */
    visit: string | null
    copied_at: string | null
    /** When somebody of the office said that they have seen that alarm, and who. */
    copy_seen_at: string | null
    copy_seen_by: PersonId | null
    wiped_at: string | null
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
    /** The knock that was said yes to. */
    let_in: string | null
  }
  /** A browser that confirmed an invitation and waits for the inviter's word; `hash` of the number that it made itself. */
  knocks: {
    hash: string
    invitation: string
    /** Six digits that stand on both screens; null: it came in vain, after somebody else, or as one too many. */
    digits: string | null
    device_kind: DeviceKind
    made_at: string
    /** The inviter said that it is somebody else. */
    declined_at: string | null
  }
  /** What was confirmed in the last minutes, so that a lost answer can be given again; `hash` of the browser's own number. */
  attempts: { hash: string; device: DeviceId; person: PersonId; made_at: string }
  /**
   * What opens the read vault of a person on a device beside their PIN, sealed with a key outside the database; the proof of
   * the PIN as a hash, and wrong ones since the last right one.
   */
  vault_shares: {
    device: DeviceId
    person: PersonId
    share: string
    proof: string
    set_at: string
    wrong: number
    wrong_at: string | null
    /** Till when it may lie on the device; null: lent before this was written down. */
    lent_until: string | null
  }
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

const vault: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('vault_shares')
      .addColumn('device', 'text', (column) => column.notNull())
      .addColumn('person', 'text', (column) => column.notNull())
      .addColumn('share', 'text', (column) => column.notNull())
      .addColumn('proof', 'text', (column) => column.notNull())
      .addColumn('set_at', 'text', (column) => column.notNull())
      .addColumn('wrong', 'integer', (column) => column.notNull())
      .addColumn('wrong_at', 'text')
      .addPrimaryKeyConstraint('vault_shares_key', ['device', 'person'])
      .execute()
  },
}

const names: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('devices').addColumn('name', 'text').execute()
  },
}

const knocks: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('invitations').addColumn('let_in', 'text').execute()
    await db.schema
      .createTable('knocks')
      .addColumn('hash', 'text', (column) => column.primaryKey())
      .addColumn('invitation', 'text', (column) => column.notNull())
      .addColumn('digits', 'text')
      .addColumn('device_kind', 'text', (column) => column.notNull())
      .addColumn('made_at', 'text', (column) => column.notNull())
      .addColumn('declined_at', 'text')
      .execute()
    await db.schema.createIndex('knocks_invitation').on('knocks').column('invitation').execute()
  },
}

const keys: Migration = {
  async up(db: Kysely<unknown>) {
    for (const column of ['key', 'keyed_at', 'visit', 'copied_at', 'wiped_at'])
      await db.schema.alterTable('devices').addColumn(column, 'text').execute()
  },
}

const communities: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('communities')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('made_at', 'text', (column) => column.notNull())
      .execute()
    await db.schema.alterTable('compounds').addColumn('community', 'text').execute()
  },
}

const copySeen: Migration = {
  async up(db: Kysely<unknown>) {
    for (const column of ['copy_seen_at', 'copy_seen_by'])
      await db.schema.alterTable('devices').addColumn(column, 'text').execute()
  },
}

const lent: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('vault_shares').addColumn('lent_until', 'text').execute()
  },
}

const MIGRATIONS: Steps = {
  '0001_first': first,
  '0002_attempts': attempts,
  '0003_vault': vault,
  '0004_names': names,
  '0005_knocks': knocks,
  '0006_keys': keys,
  '0007_communities': communities,
  '0008_copy_seen': copySeen,
  '0009_lent': lent,
}

/** The steps that this version knows. */
export const PEOPLE_STEPS: readonly string[] = Object.keys(MIGRATIONS)

/** @param only for tables of an older shape: the steps that made it */
export function migratePeople(
  db: PeopleDb,
  only?: readonly string[],
): Promise<Result<undefined, 'newerData'>> {
  return migrate(db, 'people_migrations', MIGRATIONS, only)
}
