import { readCode } from '#domain/invitation.ts'
import { derivedId, type PersonId, type TenantId } from '#domain/ids.ts'
import { ok, type Result, refused } from '#domain/result.ts'
import type { InvitationState } from '#wire/invitations.ts'
import type { InvitationReply, Invite } from '#wire/office.ts'
import type { PeopleDb, PeopleTables } from './schema.ts'
import { type Hash, newCode, newSecret } from './secrets.ts'

export type Invitation = PeopleTables['invitations']

export type InvitationRefusal =
  | 'invitationUnknown'
  | 'invitationUsed'
  | 'invitationExpired'
  | 'invitationWithdrawn'

const HOUR = 3600_000

/** Makes an invitation for one use. Its code and its secret are answered here and never again. */
export async function makeInvitation(
  db: PeopleDb,
  hash: Hash,
  by: { readonly tenant: TenantId; readonly person: PersonId },
  invite: Invite,
  id: string,
  now: Date,
): Promise<Omit<InvitationReply, 'link'> & { readonly secret: string }> {
  const code = newCode()
  const secret = newSecret()
  const expiresAt = new Date(now.getTime() + invite.hours * HOUR).toISOString()
  await db
    .insertInto('invitations')
    .values({
      id,
      tenant: by.tenant,
      code_hash: await hash(`code ${code}`),
      secret_hash: await hash(`secret ${secret}`),
      name: invite.name,
      role: invite.role,
      place: invite.place as Invitation['place'],
      from_day: invite.from,
      to_day: invite.to ?? null,
      device_kind: invite.deviceKind,
      person: (invite.person as PersonId | undefined) ?? null,
      invited_by: by.person,
      made_at: now.toISOString(),
      expires_at: expiresAt,
      used_at: null,
      withdrawn_at: null,
      let_in: null,
    })
    .execute()
  return { id, code, secret, expiresAt }
}

/** Finds the invitation of a typed code or a link's secret, whatever became of it. Looking changes nothing. */
export async function findInvitation(
  db: PeopleDb,
  hash: Hash,
  key: string,
): Promise<Result<Invitation, 'invitationUnknown'>> {
  const typed = readCode(key)
  const codeHash = await hash(`code ${typed.ok ? typed.value : key}`)
  const secretHash = await hash(`secret ${key.trim()}`)
  const found = await db
    .selectFrom('invitations')
    .selectAll()
    .where((eb) => eb.or([eb('code_hash', '=', codeHash), eb('secret_hash', '=', secretHash)]))
    .executeTakeFirst()
  return found ? ok(found) : refused('invitationUnknown')
}

export async function invitationOf(db: PeopleDb, id: string): Promise<Invitation | undefined> {
  return db.selectFrom('invitations').selectAll().where('id', '=', id).executeTakeFirst()
}

/** As it is, held until the transaction ends. */
export async function lockedInvitation(db: PeopleDb, id: string): Promise<Invitation | undefined> {
  // Writing the row is the lock that both databases understand.
  return db
    .updateTable('invitations')
    .set((row) => ({ let_in: row.ref('let_in') }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst()
}

/** Who comes by an invitation follows from it, so that a confirmation can be made again. */
export function personOf(invitation: Invitation): PersonId {
  return invitation.person ?? derivedId<PersonId>('person', invitation.id)
}

/** Undefined while it can be used. */
export function whyNotOpen(invitation: Invitation, now: Date): InvitationRefusal | undefined {
  const state = stateOf(invitation, now)
  return state === 'open' ? undefined : WORDS[state]
}

/** Uses it up; of two that confirm at the same moment one is told that it is used. */
export async function useInvitation(
  db: PeopleDb,
  id: string,
  now: Date,
): Promise<Result<undefined, 'invitationUsed'>> {
  const changed = await db
    .updateTable('invitations')
    .set({ used_at: now.toISOString() })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n ? ok(undefined) : refused('invitationUsed')
}

export async function withdrawInvitation(
  db: PeopleDb,
  tenant: TenantId,
  id: string,
  now: Date,
): Promise<boolean> {
  const changed = await db
    .updateTable('invitations')
    .set({ withdrawn_at: now.toISOString() })
    .where('id', '=', id)
    .where('tenant', '=', tenant)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}

/** Newest first. */
export function invitationsOf(db: PeopleDb, tenant: TenantId): Promise<readonly Invitation[]> {
  return db
    .selectFrom('invitations')
    .selectAll()
    .where('tenant', '=', tenant)
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .execute()
}

/** Of every compound: those that were used or taken back, and when, ISO instant. */
export async function endedInvitations(
  db: PeopleDb,
): Promise<readonly (Pick<Invitation, 'id' | 'tenant'> & { readonly at: string })[]> {
  const ended = await db
    .selectFrom('invitations')
    .select(['id', 'tenant', 'used_at', 'withdrawn_at'])
    .where((eb) => eb.or([eb('used_at', 'is not', null), eb('withdrawn_at', 'is not', null)]))
    .execute()
  return ended.map(({ id, tenant, used_at, withdrawn_at }) => ({
    id,
    tenant,
    at: used_at ?? withdrawn_at ?? '',
  }))
}

export function stateOf(invitation: Invitation, now: Date): InvitationState {
  if (invitation.used_at !== null) return 'used'
  if (invitation.withdrawn_at !== null) return 'withdrawn'
  return invitation.expires_at <= now.toISOString() ? 'expired' : 'open'
}

const WORDS = {
  used: 'invitationUsed',
  expired: 'invitationExpired',
  withdrawn: 'invitationWithdrawn',
} as const
