import type { PersonId, TenantId } from '#domain/ids.ts'
import { type Place, placeTree, whereOf } from '#domain/places.ts'
import { ok, type Result, refused } from '#domain/result.ts'
import type { Appointment, DeviceKind } from '#domain/rights.ts'
import type { Waiting } from '#wire/invitations.ts'
import type { Join, Look, LookReply } from '#wire/office.ts'
import { joining } from './appointing.ts'
import { enteredBefore, rememberAttempt, wasHere } from './attempts.ts'
import { type Device, deviceFor, type HereRefusal } from './devices.ts'
import { findInvitation, type Invitation, personOf, useInvitation, whyNotOpen } from './invitations.ts'
import { knock, type KnockRefusal, turnedAway } from './knocks.ts'
import { compoundOf, type Entered, enrolmentOf, enter, isOfOffice, memberOf, type Office } from './office.ts'
import { hashPassphrase, isShort } from './passphrase.ts'
import { reachesFurther } from './reach.ts'
import { type ByPin, isAtTablet, saysByPin } from './shares.ts'

export type JoinRefusal =
  | KnockRefusal
  | HereRefusal
  | ByPin
  | 'nameTaken'
  | 'passphraseShort'
  | 'personElsewhere'
  | 'notAllowed'

/**
 * What the invited person reads before they confirm. Never uses the invitation up. On a browser where confirming would be
 * refused (`here`) that is told now.
 */
export async function look(
  office: Office,
  { key, attempt }: Look,
  here: Device | undefined,
): Promise<Result<LookReply, KnockRefusal | HereRefusal>> {
  const found = await findInvitation(office.db, office.seals.digest, key)
  if (!found.ok) return found
  const one = found.value
  if (!(await wasHere(office, { what: one.id, attempt }))) {
    const why = whyNotOpen(one, office.now())
    if (why)
      return refused(await turnedAway(office, one, why, { attempt, deviceKind: one.device_kind, here }))
    const device = deviceFor(here, one.tenant, personOf(one))
    if (!device.ok) return device
  }
  const places = await office.log.transact(one.tenant, (tx) => tx.recordsOf('place'))
  const tree = placeTree(places as readonly Place[])
  return ok({
    tenant: one.tenant,
    compoundName: (await compoundOf(office, one.tenant)).name,
    invitedBy: (await memberOf(office, one.tenant, one.invited_by))?.name ?? '',
    name: one.name,
    role: one.role,
    placeLabel: whereOf(one.place, tree) || (tree.get(one.place)?.label ?? ''),
    from: one.from_day,
    ...(one.to_day !== null && { to: one.to_day }),
    deviceKind: one.device_kind,
    expiresAt: one.expires_at,
    ...((await isAtTablet(office, here, one)) && { inviterHere: one.invited_by }),
  })
}

/**
 * Confirms an invitation; once the inviter has said yes to this browser it is used up. `here` is the device this browser is already: on a shared tablet the person
 * joins the others, on somebody else's own phone they are refused. The person's id follows from the invitation, so a
 * confirmation that was cut in the middle can be made again.
 *
 * @param named the compound it has to be of, where the browser says so
 */
export async function join(
  office: Office,
  form: Join,
  here: Device | undefined,
  named?: TenantId,
): Promise<Result<Entered | Waiting, JoinRefusal> & { readonly retryAfter?: number }> {
  const found = await findInvitation(office.db, office.seals.digest, form.key)
  if (!found.ok) return found
  const invitation = found.value
  if (named !== undefined && invitation.tenant !== named) return refused('otherTenant')
  const attempt = { what: invitation.id, attempt: form.attempt }
  const before = await enteredBefore(office, attempt)
  if (before) return ok(before)
  const why = whyNotOpen(invitation, office.now())
  const knocking = { attempt: form.attempt, deviceKind: form.deviceKind, here }
  if (why) return refused(await turnedAway(office, invitation, why, knocking))
  const { tenant } = invitation
  const person = personOf(invitation)
  const fits = deviceFor(here, tenant, person)
  if (!fits.ok) return fits
  const device = fits.value

  const name = form.name ?? invitation.name
  const passphrase = invitation.role === 'officer' ? form.passphrase : undefined
  if (passphrase !== undefined && isShort(passphrase)) return refused('passphraseShort')
  if (passphrase !== undefined && (await isNameTaken(office, name, person))) return refused('nameTaken')

  // Under the rights of whoever invited: somebody who has left meanwhile lets nobody in.
  if (!(await isOfOffice(office, tenant, invitation.invited_by))) return refused('notAllowed')
  const inviter = { tenant, person: invitation.invited_by }
  // They may have come to more since the invitation was made.
  if (invitation.person !== null && (await reachesFurther(office, inviter, person)))
    return refused('personElsewhere')
  if (form.inviter !== undefined) {
    const said = await saysByPin(office, here, invitation, form.inviter)
    if (!said.ok) return said
  } else {
    const answer = await knock(office, invitation, knocking)
    if (!answer.ok) return answer
    if (answer.value !== 'letIn') return ok(answer.value)
  }

  const { place } = await compoundOf(office, tenant)
  const appointed = joining(person, name, place, appointmentOf(invitation))
  const joined = await office.act(tenant, invitation.invited_by, [appointed])
  if (!joined.ok) return refused('notAllowed')

  const hashed = passphrase === undefined ? null : await hashPassphrase(passphrase)
  const kind = device?.kind ?? narrower(invitation.device_kind, form.deviceKind)
  const entering = { tenant, person, kind, ...(device && { device: device.device }) }
  const entered = await office.db.transaction().execute(async (db) => {
    const used = await useInvitation(db, invitation.id, office.now())
    if (!used.ok) return used
    await db
      .insertInto('persons')
      .values({ id: person, tenant, name, passphrase: hashed, made_at: office.now().toISOString() })
      // They sign in by the name that was just looked at: whether it is free was asked of no other.
      .onConflict((conflict) =>
        hashed === null
          ? conflict.doNothing()
          : conflict.column('id').doUpdateSet({ name, passphrase: hashed }),
      )
      .execute()
    const how = { what: 'invitation.used', object: invitation.id } as const
    const session = await enter(office, db, entering, how)
    await rememberAttempt(office, db, attempt, { ...entering, device: session.device })
    return ok(session)
  })
  if (!entered.ok) {
    // Of two that ran at once the other one may have been this browser's own.
    const other = await enteredBefore(office, attempt)
    return other ? ok(other) : entered
  }
  // An older copy of the database must not open it for a second use.
  await office.journal.append({
    is: 'invitationEnded',
    at: office.now().toISOString(),
    tenant,
    invitation: invitation.id,
  })
  const enrolment = await enrolmentOf(office, { ...entering, device: entered.value.device })
  return ok({ token: entered.value.token, enrolment })
}

function appointmentOf({ role, place, from_day: from, to_day: to }: Invitation): Appointment {
  return { role, place, from, ...(to !== null && { to }) }
}

/** Who was invited for a shared tablet cannot make it a phone of their own, which may hold more. */
function narrower(invited: DeviceKind, wanted: DeviceKind): DeviceKind {
  return invited === 'shared' ? 'shared' : wanted
}

async function isNameTaken({ db }: Office, name: string, person: PersonId): Promise<boolean> {
  const found = await db
    .selectFrom('persons')
    .select('id')
    .where('name', '=', name)
    .where('passphrase', 'is not', null)
    .where('id', '<>', person)
    .executeTakeFirst()
  return found !== undefined
}
