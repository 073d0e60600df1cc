import type { DeviceId, PersonId, RecordId } from '#domain/ids.ts'
import { appointmentsOf, type Member, memberId } from '#domain/member.ts'
import { ok, type Result, refused } from '#domain/result.ts'
import type { Act } from '#server/audit/trail.ts'
import type { InvitationRow } from '#wire/invitations.ts'
import type { End, InvitationReply, Invite, PersonRow, SeenCopy } from '#wire/office.ts'
import { appointing } from './appointing.ts'
import { devicesOf, findDevice, nameDevice, revokeDevice, seeCopy } from './devices.ts'
import { invitationsOf, makeInvitation, stateOf, withdrawInvitation } from './invitations.ts'
import { knocksShown } from './knocks.ts'
import { memberOf, type Office, type Officer } from './office.ts'
import { reachesFurther } from './reach.ts'
import { lentUntil } from './shares.ts'

export async function invite(
  office: Office,
  by: Officer,
  form: Invite,
): Promise<
  Result<
    Omit<InvitationReply, 'link'> & { secret: string },
    'placeUnknown' | 'personUnknown' | 'personElsewhere' | 'endBeforeStart'
  >
> {
  if (form.to !== undefined && form.to < form.from) return refused('endBeforeStart')
  const place = await office.log.transact(by.tenant, (tx) => tx.record(form.place as RecordId))
  if (place?.record.kind !== 'place') return refused('placeUnknown')
  if (form.person !== undefined) {
    const person = form.person as PersonId
    if (!(await memberOf(office, by.tenant, person))) return refused('personUnknown')
    if (await reachesFurther(office, by, person)) return refused('personElsewhere')
  }
  return ok(
    await office.db.transaction().execute(async (db) => {
      const id = office.newId()
      const made = await makeInvitation(db, office.seals.digest, by, form, id, office.now())
      await office.trail.note(db, by.tenant, { ...doer(by), what: 'invitation.made', object: id })
      return made
    }),
  )
}

/** Who did it, as the trail names them. */
function doer({ person, device }: Officer): Pick<Act, 'actor' | 'device'> {
  return { actor: person, device: device?.device }
}

export async function listInvitations(
  office: Office,
  { tenant }: Officer,
): Promise<readonly InvitationRow[]> {
  const now = office.now()
  const all = await invitationsOf(office.db, tenant)
  const knocks = await knocksShown(office, all)
  return all.map((one) => ({
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
    ...(knocks.get(one.id) ?? { knocks: [], vain: 0 }),
  }))
}

export async function withdraw(
  office: Office,
  by: Officer,
  invitation: string,
): Promise<Result<undefined, 'invitationUnknown'>> {
  const { tenant } = by
  const at = office.now()
  const isHere = await office.db.transaction().execute(async (db) => {
    const found = await withdrawInvitation(db, tenant, invitation, at)
    if (found)
      await office.trail.note(db, tenant, { ...doer(by), what: 'invitation.withdrawn', object: invitation })
    return found
  })
  if (!isHere) return refused('invitationUnknown')
  await office.journal.append({ is: 'invitationEnded', at: at.toISOString(), tenant, invitation })
  return ok(undefined)
}

/** The team with its devices: whom to remind, and which device was silent for long or still holds something. */
export async function listPeople(office: Office, { tenant }: Officer): Promise<readonly PersonRow[]> {
  const members = (await office.log.transact(tenant, (tx) => tx.recordsOf('member'))) as readonly Member[]
  const devices = await devicesOf(office.db, tenant)
  const lent = await lentUntil(office, devices)
  // The same order from every database.
  const inOrder = members.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const nameOf = (person: PersonId) => members.find(({ id }) => id === memberId(person))?.name ?? ''
  return inOrder.map((member) => ({
    person: member.id as string as PersonId,
    name: member.name,
    appointments: appointmentsOf(member),
    devices: devices
      .filter(({ people }) => people.includes(member.id as string as PersonId))
      .map(({ device, kind, name, enrolledAt, lastContact, unsent, revoked, key, ...its }) => ({
        device,
        deviceKind: kind,
        ...(name !== undefined && { name }),
        enrolledAt,
        ...(lastContact !== undefined && { lastContact }),
        unsent,
        revoked,
        ownKey: key !== undefined,
        ...(its.copiedAt !== undefined && { copiedAt: its.copiedAt }),
        ...(its.copySeen && { copySeen: { at: its.copySeen.at, by: nameOf(its.copySeen.by) } }),
        ...(its.wipedAt !== undefined && { wipedAt: its.wipedAt }),
        ...(lent.has(device) && { opensUntil: lent.get(device)! }),
      })),
  }))
}

/** The journal first: what it says holds also when the power goes before the database heard of it. */
export async function revoke(
  office: Office,
  by: Officer,
  device: DeviceId,
): Promise<Result<undefined, 'notFound'>> {
  const { tenant } = by
  const found = await findDevice(office.db, device)
  if (found?.tenant !== tenant) return refused('notFound')
  const at = office.now().toISOString()
  await office.journal.append({ is: 'deviceRevoked', at, tenant, device })
  await office.db.transaction().execute(async (db) => {
    await revokeDevice(db, tenant, device, at)
    await office.trail.note(db, tenant, { ...doer(by), what: 'device.revoked', object: device })
  })
  return ok(undefined)
}

/** The office has seen that a device may be there twice. A later alarm is another one. */
export async function seen(
  office: Office,
  by: Officer,
  { device, copiedAt }: SeenCopy,
): Promise<Result<undefined, 'notFound'>> {
  const { tenant, person } = by
  const of = { tenant, device: device as DeviceId, copiedAt }
  return office.db.transaction().execute(async (db) => {
    const done = await seeCopy(db, of, person, office.now().toISOString())
    if (!done) return refused('notFound')
    if (done === 'seen')
      await office.trail.note(db, tenant, { ...doer(by), what: 'device.copySeen', object: device })
    return ok(undefined)
  })
}

/** What the office calls a device; without a name it is known by who uses it. */
export async function rename(
  office: Office,
  by: Officer,
  device: DeviceId,
  name: string | undefined,
): Promise<Result<undefined, 'notFound'>> {
  const { tenant } = by
  return office.db.transaction().execute(async (db) => {
    if (!(await nameDevice(db, tenant, device, name))) return refused('notFound')
    await office.trail.note(db, tenant, { ...doer(by), what: 'device.named', object: device })
    return ok(undefined)
  })
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
