import { randomInt } from 'node:crypto'
import type { TenantId } from '#domain/ids.ts'
import { ok, type Result, refused } from '#domain/result.ts'
import type { DeviceKind } from '#domain/rights.ts'
import type { Answer, KnockRow, Waiting } from '#wire/invitations.ts'
import type { Device } from './devices.ts'
import {
  type Invitation,
  type InvitationRefusal,
  invitationOf,
  lockedInvitation,
  personOf,
  whyNotOpen,
  withdrawInvitation,
} from './invitations.ts'
import type { Office, Officer } from './office.ts'
import type { PeopleDb, PeopleTables } from './schema.ts'

type Knock = PeopleTables['knocks']

export type KnockRefusal = InvitationRefusal | 'invitationDeclined' | 'invitationCrowded'
type AnswerRefusal = InvitationRefusal | 'knockOver'

/** How long a number waits for an answer, in milliseconds; afterwards the same browser gets another one. */
const PATIENCE = 10 * 60_000
/** So many browsers may knock with one invitation: beyond that it is out in the world, and a new one has to be made. */
const BROWSERS = 3
/** So many that came in vain are noted of one invitation; who tries on fills nothing. */
const VAIN = 3

/** A browser that confirms an invitation, by the number it made itself. */
export interface Knocking {
  readonly attempt: string
  readonly deviceKind: DeviceKind
  readonly here: Device | undefined
}

/**
 * Whether this browser was said yes to; until then the number that stands on both screens. What follows from an invitation
 * is made only after the yes.
 */
export async function knock(
  office: Office,
  { id, tenant, invited_by }: Invitation,
  by: Knocking,
): Promise<Result<Waiting | 'letIn', KnockRefusal>> {
  const hash = await hashOf(office, id, by.attempt)
  let isNew = false
  type Done = Result<Waiting | 'letIn', KnockRefusal>
  const done = await office.db.transaction().execute(async (db): Promise<Done> => {
    const invitation = await lockedInvitation(db, id)
    const why = invitation ? whyNotOpen(invitation, office.now()) : 'invitationUnknown'
    if (!invitation || why) return refused(why ?? 'invitationUnknown')
    if (invitation.let_in === hash) return ok('letIn')
    const all = await knocksOf(db, [id])
    const own = all.find((one) => one.hash === hash)
    const isFree = invitation.let_in === null
    if (isFree && own && isFresh(own, office.now())) return ok(waiting(own, office.now()))

    const isCrowded = own?.digits == null && all.filter(({ digits }) => digits !== null).length >= BROWSERS
    const no = isFree ? isCrowded && 'invitationCrowded' : 'invitationUsed'
    if (no) {
      await noteVain(office, db, invitation, hash, by)
      return refused(no)
    }
    const taken = new Set(all.map(({ digits }) => digits))
    const made_at = office.now().toISOString()
    const row: Knock = {
      hash,
      invitation: id,
      digits: newDigits(taken),
      device_kind: by.deviceKind,
      made_at,
      declined_at: null,
    }
    await db
      .insertInto('knocks')
      .values(row)
      .onConflict((on) => on.column('hash').doUpdateSet(row))
      .execute()
    isNew = true
    // Once for each browser, not for each number.
    if (!own)
      await office.trail.note(db, invitation.tenant, {
        ...stranger(invitation, by),
        what: 'invitation.knocked',
      })
    return ok(waiting(row, office.now()))
  })
  if (isNew) office.knocked?.(tenant, invited_by)
  return done
}

/** Why an invitation that is over lets this browser in no more; a try by somebody else's is noted. */
export async function turnedAway(
  office: Office,
  invitation: Invitation,
  why: InvitationRefusal,
  by: Knocking,
): Promise<KnockRefusal> {
  const hash = await hashOf(office, invitation.id, by.attempt)
  const own = (await knocksOf(office.db, [invitation.id])).find((one) => one.hash === hash)
  if (own) return own.declined_at === null ? why : 'invitationDeclined'
  const isTheirs = by.here?.people.includes(personOf(invitation)) === true
  if (!isTheirs) await office.db.transaction().execute((db) => noteVain(office, db, invitation, hash, by))
  return why
}

/**
 * The inviter, or another officer, says whether the number on their screen is the one that they hear. A no takes the invitation
 * back: it is in the wrong hands. Of two yeses one holds.
 */
export async function answerKnock(
  office: Office,
  by: Officer,
  { id, number, yes }: Answer,
): Promise<Result<undefined, AnswerRefusal>> {
  const at = office.now()
  const meant = (db: PeopleDb, invitation: Invitation | undefined) =>
    answered(db, by.tenant, invitation, number, yes, at)
  // Looked at first: where it is refused nothing is written, not even the lock.
  const before = await meant(office.db, await invitationOf(office.db, id))
  if (!before.ok) return before
  const done = await office.db.transaction().execute(async (db) => {
    const found = await meant(db, await lockedInvitation(db, id))
    if (!found.ok || found.value === 'before') return found
    const { hash } = found.value
    if (yes) await db.updateTable('invitations').set({ let_in: hash }).where('id', '=', id).execute()
    else {
      const declined = { declined_at: at.toISOString() }
      await db.updateTable('knocks').set(declined).where('hash', '=', hash).execute()
      await withdrawInvitation(db, by.tenant, id, at)
    }
    const what = yes ? 'invitation.letIn' : 'invitation.declined'
    await office.trail.note(db, by.tenant, { actor: by.person, device: by.device?.device, what, object: id })
    return found
  })
  if (!done.ok) return done
  const asked = await invitationOf(office.db, id)
  if (asked) office.knocked?.(by.tenant, asked.invited_by)
  if (!yes)
    await office.journal.append({
      is: 'invitationEnded',
      at: at.toISOString(),
      tenant: by.tenant,
      invitation: id,
    })
  return ok(undefined)
}

/** The knock that an answer is for; `before`: the same yes was said already, and its answer was lost. */
async function answered(
  db: PeopleDb,
  tenant: TenantId,
  invitation: Invitation | undefined,
  number: string,
  yes: boolean,
  now: Date,
): Promise<Result<Knock | 'before', AnswerRefusal>> {
  if (invitation?.tenant !== tenant) return refused('invitationUnknown')
  const found = (await knocksOf(db, [invitation.id])).find((one) => one.digits === number)
  if (yes && found && invitation.let_in === found.hash) return ok('before')
  const why = whyNotOpen(invitation, now)
  if (why) return refused(why)
  return found && invitation.let_in === null && isFresh(found, now) ? ok(found) : refused('knockOver')
}

/** What the office is shown of those who knock, by invitation. */
export async function knocksShown(
  { db, now }: Pick<Office, 'db' | 'now'>,
  invitations: readonly Invitation[],
): Promise<ReadonlyMap<string, { readonly knocks: readonly KnockRow[]; readonly vain: number }>> {
  const all = await knocksOf(
    db,
    invitations.map(({ id }) => id),
  )
  return new Map(
    invitations.map((one) => {
      const own = all.filter(({ invitation }) => invitation === one.id)
      const open = whyNotOpen(one, now()) === undefined && one.let_in === null
      const knocks = own.flatMap((row) =>
        open && row.digits !== null && isFresh(row, now())
          ? [{ number: row.digits, at: row.made_at, deviceKind: row.device_kind }]
          : [],
      )
      return [one.id, { knocks, vain: own.filter(({ digits }) => digits === null).length }]
    }),
  )
}

/** Of those whom somebody at this device has invited: how many wait for their yes now. Nobody is told it on a tablet that others look at. */
export async function knocksFor(
  { db, now }: Pick<Office, 'db' | 'now'>,
  { tenant, kind, people }: Pick<Device, 'tenant' | 'kind' | 'people'>,
): Promise<number> {
  if (kind !== 'own' || people.length === 0) return 0
  const rows = await db
    .selectFrom('knocks')
    .innerJoin('invitations', 'invitations.id', 'knocks.invitation')
    .select('knocks.invitation')
    .distinct()
    .where('invitations.tenant', '=', tenant)
    .where('invitations.invited_by', 'in', [...people])
    .where('invitations.let_in', 'is', null)
    .where('invitations.used_at', 'is', null)
    .where('invitations.withdrawn_at', 'is', null)
    .where('invitations.expires_at', '>', now().toISOString())
    .where('knocks.digits', 'is not', null)
    .where('knocks.declined_at', 'is', null)
    .where('knocks.made_at', '>', new Date(now().getTime() - PATIENCE).toISOString())
    .execute()
  return rows.length
}

/** An older copy of the database was put back: who waited then, or was said yes to, is asked for anew. */
export async function forgetKnocks(db: PeopleDb): Promise<void> {
  await db.deleteFrom('knocks').execute()
  await db.updateTable('invitations').set({ let_in: null }).where('used_at', 'is', null).execute()
}

async function knocksOf(db: PeopleDb, invitations: readonly string[]): Promise<readonly Knock[]> {
  if (invitations.length === 0) return []
  return db
    .selectFrom('knocks')
    .selectAll()
    .where('invitation', 'in', [...invitations])
    .orderBy('made_at')
    .orderBy('hash')
    .execute()
}

function isFresh({ digits, declined_at, made_at }: Knock, now: Date): boolean {
  return digits !== null && declined_at === null && Date.parse(made_at) + PATIENCE > now.getTime()
}

function waiting({ digits, made_at }: Knock, now: Date): Waiting {
  const until = new Date(Date.parse(made_at) + PATIENCE).toISOString()
  return { waiting: digits ?? '', until, serverTime: now.toISOString() }
}

/** Six digits, of those that wait beside it none the same. */
function newDigits(taken: ReadonlySet<string | null>): string {
  for (;;) {
    const digits = String(randomInt(1_000_000)).padStart(6, '0')
    if (!taken.has(digits)) return digits
  }
}

async function noteVain(
  office: Office,
  db: PeopleDb,
  invitation: Invitation,
  hash: string,
  by: Knocking,
): Promise<void> {
  const before = (await knocksOf(db, [invitation.id])).filter(({ digits }) => digits === null)
  if (before.length >= VAIN) return
  const added = await db
    .insertInto('knocks')
    .values({
      hash,
      invitation: invitation.id,
      digits: null,
      device_kind: by.deviceKind,
      made_at: office.now().toISOString(),
      declined_at: null,
    })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst()
  if (added.numInsertedOrUpdatedRows !== 1n) return
  await office.trail.note(db, invitation.tenant, { ...stranger(invitation, by), what: 'invitation.inVain' })
}

/** Who knocks is nobody yet; the device, where it is one of the compound's. */
function stranger({ id, tenant }: Invitation, { here }: Knocking) {
  return { actor: '', device: here?.tenant === tenant ? here.device : undefined, object: id } as const
}

function hashOf({ seals }: Office, invitation: string, attempt: string): Promise<string> {
  return seals.digest(`knock ${invitation} ${attempt}`)
}
