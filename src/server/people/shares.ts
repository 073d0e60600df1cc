import { randomBytes } from 'node:crypto'
import { safeParse, string } from 'valibot'
import type { DeviceId, PersonId, TenantId } from '#domain/ids.ts'
import { appointmentsOf } from '#domain/member.ts'
import { ok, type Result, refused } from '#domain/result.ts'
import { type DeviceKind, inForce } from '#domain/rights.ts'
import { PHONE_DAYS, type Settings, settingsId } from '#domain/settings.ts'
import { INVITER_AFTER, mayTry, PAUSE_AFTER } from '#domain/tries.ts'
import type { Unlock, UnlockReply, UnlockSet } from '#wire/unlock.ts'
import type { Device } from './devices.ts'
import type { Invitation } from './invitations.ts'
import { memberOf, type Office, today } from './office.ts'
import { fitsPassphrase, hashPassphrase } from './passphrase.ts'

export interface UnlockCaller {
  readonly tenant: TenantId
  readonly device: Device
}

type UnlockRefusal = 'notLent' | 'codeWrong' | 'tooOften'
/** What somebody's PIN on a shared tablet can be answered with. */
export type ByPin = UnlockRefusal
export type Lent = Result<UnlockReply, UnlockRefusal> & { readonly retryAfter?: number }

/** A shift with what goes before and after it, in seconds. */
const SHIFT = 12 * 3600
const DAY = 24 * 3600
const SHARE_BYTES = 32

/**
 * Lends a device the server's share of somebody's key, for whoever knows their PIN. Wrong tries are counted for the person on
 * this device before they are judged; after five each waits a minute, after ten only an invitation helps.
 */
export async function unlock(office: Office, caller: UnlockCaller, form: Unlock): Promise<Lent> {
  const person = form.person as PersonId
  if (!(await mayBeHere(office, caller, person))) return refused('notLent')
  const fits = await isProven(office, caller, person, form.proof)
  return fits.ok ? lent(office, caller, person, fits.value) : fits
}

/** A new PIN: its proof is kept, and a new share made, so that what the old one opened it opens no more. */
export async function setUnlock(office: Office, caller: UnlockCaller, form: UnlockSet): Promise<Lent> {
  const { db, seals, now } = office
  const { device } = caller.device
  const person = form.person as PersonId
  if (!(await mayBeHere(office, caller, person))) return refused('notLent')
  const before = await rowOf(office, device, person)
  if (before && !(await wasLetInSince(office, device, person, before.set_at))) {
    if (form.was === undefined) return refused('notLent')
    const fits = await isProven(office, caller, person, form.was)
    if (!fits.ok) return fits
  }
  const share = randomBytes(SHARE_BYTES).toString('base64')
  const row = {
    share: await seals.close(about(device, person), share),
    proof: await hashPassphrase(await seals.digest(`unlock ${form.proof}`)),
    set_at: now().toISOString(),
    wrong: 0,
    wrong_at: null,
    lent_until: null,
  }
  await db
    .insertInto('vault_shares')
    .values({ device, person, ...row })
    .onConflict((conflict) => conflict.columns(['device', 'person']).doUpdateSet(row))
    .execute()
  return lent(office, caller, person, row.share)
}

/** Whether the inviter is one of the people of a tablet that goes from hand to hand, and has a PIN there. */
export async function isAtTablet(
  office: Office,
  here: Device | undefined,
  { tenant, invited_by }: Invitation,
): Promise<boolean> {
  if (here?.kind !== 'shared' || here.revoked || here.tenant !== tenant) return false
  if (!(await mayBeHere(office, { tenant, device: here }, invited_by))) return false
  return (await rowOf(office, here.device, invited_by)) !== undefined
}

/** The inviter says yes there and then, by their PIN on the tablet that somebody joins on. */
export async function saysByPin(
  office: Office,
  here: Device | undefined,
  invitation: Invitation,
  proof: string,
): Promise<Result<undefined, UnlockRefusal> & { readonly retryAfter?: number }> {
  if (!here || !(await isAtTablet(office, here, invitation))) return refused('notLent')
  const { id, tenant, invited_by } = invitation
  const fits = await isProven(office, { tenant, device: here }, invited_by, proof)
  if (!fits.ok) return fits
  const line = { actor: invited_by, device: here.device, what: 'invitation.letIn', object: id } as const
  await office.db.transaction().execute((db) => office.trail.note(db, tenant, line))
  return ok(undefined)
}

/** One of the device's people, with something to do today. */
async function mayBeHere(
  office: Office,
  { tenant, device }: UnlockCaller,
  person: PersonId,
): Promise<boolean> {
  if (!device.people.includes(person)) return false
  const held = appointmentsOf(await memberOf(office, tenant, person))
  return held.some((one) => inForce(one, today(office)))
}

/** The share as it is kept, where the proof fits. Somebody who goes on guessing is told to the office. */
async function isProven(
  office: Office,
  { tenant, device: { device } }: UnlockCaller,
  person: PersonId,
  proof: string,
): Promise<Result<string, UnlockRefusal> & { readonly retryAfter?: number }> {
  const { db, seals } = office
  const row = await rowOf(office, device, person)
  if (!row) return refused('notLent')
  const at = office.now().toISOString()
  const may = mayTry({ wrong: row.wrong, at: row.wrong_at ?? '' }, at)
  if (may.is === 'inviter') return refused('notLent')
  if (may.is === 'wait') return { ...refused('tooOften'), retryAfter: Math.ceil(may.milliseconds / 1000) }

  // Of many at once one is judged; the others are too often.
  const counted = await db
    .updateTable('vault_shares')
    .set({ wrong: row.wrong + 1, wrong_at: at })
    .where('device', '=', device)
    .where('person', '=', person)
    .where('wrong', '=', row.wrong)
    .executeTakeFirst()
  if (counted.numUpdatedRows === 0n) return { ...refused('tooOften'), retryAfter: 1 }
  if (!(await fitsPassphrase(row.proof, await seals.digest(`unlock ${proof}`)))) {
    const line = { actor: person, device, what: 'pin.wrong' } as const
    if ([PAUSE_AFTER, INVITER_AFTER].includes(row.wrong + 1))
      await db.transaction().execute((tx) => office.trail.note(tx, tenant, line))
    return refused('codeWrong')
  }
  await db
    .updateTable('vault_shares')
    .set({ wrong: 0, wrong_at: null })
    .where('device', '=', device)
    .where('person', '=', person)
    .execute()
  return ok(row.share)
}

async function lent(
  office: Office,
  { tenant, device: { device, kind } }: UnlockCaller,
  person: PersonId,
  sealed: string,
): Promise<Lent> {
  const share = safeParse(string(), await office.seals.reveal(about(device, person), sealed))
  // Sealed by keys that are not here: it opens nothing any more, and a new one is to be set.
  if (!share.success) return refused('notLent')
  const lease = await leaseOf(office, tenant, kind)
  const now = office.now()
  // What was lent for longer before the office chose fewer days lies there all the same.
  const until = after(now.getTime(), lease)
  await office.db
    .updateTable('vault_shares')
    .set((eb) => ({
      lent_until: eb
        .case()
        .when('lent_until', '>', until)
        .then(eb.ref('lent_until'))
        .else(eb.val(until))
        .end(),
    }))
    .where('device', '=', device)
    .where('person', '=', person)
    .execute()
  return ok({ share: share.output, lease, serverTime: now.toISOString() })
}

/**
 * Till when what a device holds can be opened at the latest, by whoever knows a PIN; a device without a PIN has no line. Of what
 * was lent before it was written down, as long as it can be lent at all.
 */
export async function lentUntil(
  { db }: Office,
  devices: readonly Device[],
): Promise<ReadonlyMap<DeviceId, string>> {
  const byId = new Map(devices.map((one) => [one.device, one]))
  const rows = await db.selectFrom('vault_shares').select(['device', 'lent_until']).execute()
  const until = new Map<DeviceId, string>()
  for (const { device, lent_until } of rows) {
    const one = byId.get(device)
    if (!one) continue
    const longest = one.kind === 'shared' ? SHIFT : PHONE_DAYS.most * DAY
    const end = lent_until ?? after(Date.parse(one.lastContact ?? one.enrolledAt), longest)
    if (end > (until.get(device) ?? '')) until.set(device, end)
  }
  return until
}

/** In seconds: of a tablet a shift, of somebody's phone as many days as the office says. */
async function leaseOf({ log }: Office, tenant: TenantId, kind: DeviceKind): Promise<number> {
  if (kind === 'shared') return SHIFT
  const found = await log.transact(tenant, (tx) => tx.record(settingsId(tenant)))
  return ((found?.record as Settings | undefined)?.phoneDays ?? PHONE_DAYS.usual) * DAY
}

/** @param from in milliseconds */
function after(from: number, seconds: number): string {
  return new Date(from + seconds * 1000).toISOString()
}

function rowOf({ db }: Office, device: DeviceId, person: PersonId) {
  return db
    .selectFrom('vault_shares')
    .selectAll()
    .where('device', '=', device)
    .where('person', '=', person)
    .executeTakeFirst()
}

/** An invitation of one's own, or a passphrase: both open a session. */
async function wasLetInSince(
  { db }: Office,
  device: DeviceId,
  person: PersonId,
  at: string,
): Promise<boolean> {
  const since = await db
    .selectFrom('sessions')
    .select('hash')
    .where('device', '=', device)
    .where('person', '=', person)
    .where('opened_at', '>', at)
    .executeTakeFirst()
  return since !== undefined
}

function about(device: DeviceId, person: PersonId): string {
  return `vault share ${device} ${person}`
}
