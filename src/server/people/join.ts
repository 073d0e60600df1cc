import { derivedId, type PersonId } from '#domain/ids.ts'
import { memberId } from '#domain/member.ts'
import type { Place } from '#domain/places.ts'
import { ok, type Result, refused } from '#domain/result.ts'
import type { DeviceKind } from '#domain/rights.ts'
import type { Join, LookReply } from '#wire/office.ts'
import type { Device } from './devices.ts'
import { type Invitation, type InvitationRefusal, lookAtInvitation, useInvitation } from './invitations.ts'
import { compoundOf, type Entered, enrolmentOf, enter, memberOf, type Office } from './office.ts'
import { hashPassphrase, isShort } from './passphrase.ts'

export type JoinRefusal =
  | InvitationRefusal
  | 'deviceOfAnother'
  | 'nameTaken'
  | 'passphraseShort'
  | 'notAllowed'

/** What the invited person reads before they confirm. Never uses the invitation up. */
export async function look(office: Office, key: string): Promise<Result<LookReply, InvitationRefusal>> {
  const found = await lookAtInvitation(office.db, office.seals.digest, key, office.now())
  if (!found.ok) return found
  const one = found.value
  const place = await office.log.transact(one.tenant, (tx) => tx.record(one.place))
  return ok({
    compoundName: (await compoundOf(office, one.tenant)).name,
    invitedBy: (await memberOf(office, one.tenant, one.invited_by))?.name ?? '',
    name: one.name,
    role: one.role,
    placeLabel: (place?.record as Place | undefined)?.label ?? '',
    from: one.from_day,
    ...(one.to_day !== null && { to: one.to_day }),
    deviceKind: one.device_kind,
    expiresAt: one.expires_at,
  })
}

/**
 * Confirms an invitation and uses it up. `here` is the device this browser is already: on a shared tablet the person
 * joins the others, on somebody else's own phone they are refused. The person's id follows from the invitation, so a
 * confirmation that was cut in the middle can be made again.
 */
export async function join(
  office: Office,
  form: Join,
  here: Device | undefined,
): Promise<Result<Entered, JoinRefusal>> {
  const found = await lookAtInvitation(office.db, office.seals.digest, form.key, office.now())
  if (!found.ok) return found
  const invitation = found.value
  const { tenant } = invitation
  const person = invitation.person ?? derivedId<PersonId>('person', invitation.id)
  const device = here && here.tenant === tenant && !here.revoked ? here : undefined
  if (device?.kind === 'own' && !device.people.includes(person)) return refused('deviceOfAnother')

  const name = form.name ?? invitation.name
  const passphrase = invitation.role === 'officer' ? form.passphrase : undefined
  if (passphrase !== undefined && isShort(passphrase)) return refused('passphraseShort')
  if (passphrase !== undefined && (await isNameTaken(office, name, person))) return refused('nameTaken')

  // Under the rights of whoever invited: somebody who has left meanwhile lets nobody in.
  const { place } = await compoundOf(office, tenant)
  const joined = await office.act(tenant, invitation.invited_by, [joining(invitation, person, name, place)])
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
      .onConflict((conflict) =>
        hashed === null ? conflict.doNothing() : conflict.column('id').doUpdateSet({ passphrase: hashed }),
      )
      .execute()
    return ok(await enter(office, db, entering))
  })
  if (!entered.ok) return entered
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

function joining(invitation: Invitation, person: PersonId, name: string, compound: Invitation['place']) {
  const { role, place, from_day: from, to_day: to } = invitation
  const appointment = { role, place, from, ...(to !== null && { to }) }
  return {
    record: memberId(person),
    name: 'member.join',
    v: 1,
    args: { place: compound, name, appointments: [appointment] },
  }
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
