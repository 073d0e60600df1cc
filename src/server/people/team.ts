import type { DeviceId, PersonId, RecordId, TenantId } from '#domain/ids.ts'
import { appointmentsOf, type Member, memberId } from '#domain/member.ts'
import { ok, type Result, refused } from '#domain/result.ts'
import type { Appointment } from '#domain/rights.ts'
import type { End, InvitationReply, InvitationRow, Invite, PersonRow } from '#wire/office.ts'
import { devicesOf, findDevice, revokeDevice } from './devices.ts'
import { invitationsOf, makeInvitation, stateOf, withdrawInvitation } from './invitations.ts'
import { memberOf, type Office } from './office.ts'

/** Who acts for the office, and in which compound. */
export interface Officer {
  readonly tenant: TenantId
  readonly person: PersonId
}

export async function invite(
  office: Office,
  by: Officer,
  form: Invite,
): Promise<
  Result<
    Omit<InvitationReply, 'link'> & { secret: string },
    'placeUnknown' | 'personUnknown' | 'endBeforeStart'
  >
> {
  if (form.to !== undefined && form.to < form.from) return refused('endBeforeStart')
  const place = await office.log.transact(by.tenant, (tx) => tx.record(form.place as RecordId))
  if (place?.record.kind !== 'place') return refused('placeUnknown')
  const isHere =
    form.person === undefined || (await memberOf(office, by.tenant, form.person as PersonId)) !== undefined
  if (!isHere) return refused('personUnknown')
  return ok(await makeInvitation(office.db, office.seals.digest, by, form, office.newId(), office.now()))
}

export async function listInvitations(
  office: Office,
  { tenant }: Officer,
): Promise<readonly InvitationRow[]> {
  const now = office.now()
  return (await invitationsOf(office.db, tenant)).map((one) => ({
    id: one.id,
    name: one.name,
    role: one.role,
    place: one.place,
    from: one.from_day,
    ...(one.to_day !== null && { to: one.to_day }),
    deviceKind: one.device_kind,
    state: stateOf(one, now),
    expiresAt: one.expires_at,
    ...(one.used_at !== null && { usedAt: one.used_at }),
  }))
}

export async function withdraw(
  office: Office,
  { tenant }: Officer,
  invitation: string,
): Promise<Result<undefined, 'invitationUnknown'>> {
  const at = office.now()
  if (!(await withdrawInvitation(office.db, tenant, invitation, at))) return refused('invitationUnknown')
  await office.journal.append({ is: 'invitationEnded', at: at.toISOString(), tenant, invitation })
  return ok(undefined)
}

/** The team with its devices: whom to remind, and which device was silent for long or still holds something. */
export async function listPeople(office: Office, { tenant }: Officer): Promise<readonly PersonRow[]> {
  const members = (await office.log.transact(tenant, (tx) => tx.recordsOf('member'))) as readonly Member[]
  const devices = await devicesOf(office.db, tenant)
  return members.map((member) => ({
    person: member.id as string as PersonId,
    name: member.name,
    appointments: appointmentsOf(member),
    devices: devices
      .filter(({ people }) => people.includes(member.id as string as PersonId))
      .map(({ device, kind, enrolledAt, lastContact, unsent, revoked }) => ({
        device,
        deviceKind: kind,
        enrolledAt,
        ...(lastContact !== undefined && { lastContact }),
        unsent,
        revoked,
      })),
  }))
}

/** The journal first: what it says holds also when the power goes before the database heard of it. */
export async function revoke(
  office: Office,
  { tenant }: Officer,
  device: DeviceId,
): Promise<Result<undefined, 'notFound'>> {
  const found = await findDevice(office.db, device)
  if (found?.tenant !== tenant) return refused('notFound')
  const at = office.now().toISOString()
  await office.journal.append({ is: 'deviceRevoked', at, tenant, device })
  await revokeDevice(office.db, tenant, device, at)
  return ok(undefined)
}

/** Gives the appointments of this role at this place a last day. */
export async function endAppointment(
  office: Office,
  by: Officer,
  form: End,
): Promise<Result<undefined, 'personUnknown' | 'notAllowed'>> {
  const person = form.person as PersonId
  const member = await memberOf(office, by.tenant, person)
  const meant = appointmentsOf(member).filter((one) => one.role === form.role && one.place === form.place)
  if (meant.length === 0) return refused('personUnknown')
  for (const one of meant) {
    const appointment = { ...one, to: form.to }
    await office.journal.append({
      is: 'appointmentEnded',
      at: office.now().toISOString(),
      tenant: by.tenant,
      person,
      appointment,
    })
    const ended = await office.act(by.tenant, by.person, [appointing(person, appointment)])
    if (!ended.ok) return refused('notAllowed')
  }
  return ok(undefined)
}

export function appointing(person: PersonId, appointment: Appointment) {
  return { record: memberId(person), name: 'member.appoint', v: 1, args: { appointment } }
}
