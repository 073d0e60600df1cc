import type { HeldWhy } from '#domain/change.ts'
import type { DeviceId, PersonId, RecordId, TenantId } from '#domain/ids.ts'
import { appointmentsOf, type Member, memberId } from '#domain/member.ts'
import { needsPin } from '#domain/needsPin.ts'
import type { Result } from '#domain/result.ts'
import { type Appointment, type DeviceKind, inForce, partsOf } from '#domain/rights.ts'
import { ROLES } from '#domain/roles.ts'
import { dayOf } from '#domain/workingDays.ts'
import type { Act, Trail } from '#server/audit/trail.ts'
import type { AfterErasing } from '#server/erasure/erasure.ts'
import type { Log } from '#server/log/log.ts'
import type { Done, Intent } from '#server/records/act.ts'
import type { ServerSeals } from '#server/sealing.ts'
import type { Store } from '#server/store.ts'
import type { Enrolment } from '#wire/office.ts'
import type { Journal } from './journal.ts'
import { addToDevice, type Device, enrolDevice } from './devices.ts'
import type { PeopleDb } from './schema.ts'
import { openSession } from './sessions.ts'

/** What the acts of the office stand on. */
export interface Office {
  readonly db: PeopleDb
  readonly log: Log
  readonly seals: ServerSeals
  readonly journal: Journal
  readonly trail: Trail
  /** Makes changes in a compound's log under the rights of `actor`, all or none. */
  act(
    tenant: TenantId,
    actor: PersonId,
    intents: readonly Intent[],
  ): Promise<Result<readonly Done[], HeldWhy>>
  /** What follows outside the database when somebody was erased. */
  readonly erased?: AfterErasing
  /** Somebody who confirmed an invitation waits for this person's yes, or does not any more. */
  knocked?(tenant: TenantId, inviter: PersonId): void
  newId(): string
  now(): Date
  /** What must not be done by two at once, also not by two processes. */
  readonly alone: Store['alone']
}

/** Who acts for the office, and in which compound. */
export interface Officer {
  readonly tenant: TenantId
  readonly person: PersonId
  /** On which device, where it is an act of one. */
  readonly device?: Pick<Device, 'device'>
}

/** What the cookie of a new device holds, and what the browser is told. */
export interface Entered {
  readonly token: string
  readonly enrolment: Enrolment
  /** With an officer's passphrase, on a device that goes from hand to hand. */
  readonly pass?: string | undefined
}

/** A person and the device they enter on; `device` is given where it is here already. */
export interface Entering {
  readonly tenant: TenantId
  readonly person: PersonId
  readonly kind: DeviceKind
  readonly device?: DeviceId
}

/**
 * Enrols in the transaction of `db`, as the last thing in it: the device unless it is here, the person on it, a session, and
 * the lines that say so.
 *
 * @param how the way they came in; `object` is the invitation, where it was one
 */
export async function enter(
  office: Office,
  db: PeopleDb,
  entering: Entering,
  how: Pick<Act, 'what' | 'object'> = { what: 'login' },
): Promise<{ token: string; device: DeviceId }> {
  const { tenant, person, kind } = entering
  const at = office.now().toISOString()
  const device = entering.device ?? (office.newId() as DeviceId)
  if (entering.device === undefined) await enrolDevice(db, { id: device, tenant, kind }, at)
  await addToDevice(db, device, person)
  const token = await openSession(db, office.seals.digest, { device, person }, at)
  const by = { actor: person, device }
  const joins = { ...by, what: 'device.joined', object: device } as const
  await office.trail.note(db, tenant, { ...by, ...how }, ...(entering.device === undefined ? [joins] : []))
  return { device, token }
}

/** All that a browser needs to become this device. */
export async function enrolmentOf(
  office: Office,
  entered: Entering & { readonly device: DeviceId },
): Promise<Enrolment> {
  const { tenant, device, person, kind } = entered
  const compound = await compoundOf(office, tenant)
  const member = await memberOf(office, tenant, person)
  const parts = partsOf(person, appointmentsOf(member), compound.place, kind, today(office))
  return {
    tenant,
    compound: compound.place,
    compoundName: compound.name,
    device,
    deviceKind: kind,
    person,
    name: member?.name ?? '',
    ...(needsPin(parts) && { asksForPin: true }),
    serverKey: { id: office.seals.key, raw: office.seals.publicKey },
    epoch: await office.log.epoch(),
    serverTime: office.now().toISOString(),
  }
}

export async function isSetUp(db: PeopleDb): Promise<boolean> {
  return (await db.selectFrom('compounds').select('tenant').limit(1).executeTakeFirst()) !== undefined
}

export async function compoundOf(
  office: Office,
  tenant: TenantId,
): Promise<{ place: RecordId; name: string }> {
  return office.db
    .selectFrom('compounds')
    .select(['place', 'name'])
    .where('tenant', '=', tenant)
    .executeTakeFirstOrThrow()
}

export async function memberOf(
  office: Office,
  tenant: TenantId,
  person: PersonId,
): Promise<Member | undefined> {
  const found = await office.log.transact(tenant, (tx) => tx.record(memberId(person)))
  return found?.record.kind === 'member' ? (found.record as Member) : undefined
}

/** Whether a person may invite, revoke and set up. */
export async function isOfOffice(office: Office, tenant: TenantId, person: PersonId): Promise<boolean> {
  const { place } = await compoundOf(office, tenant)
  const member = await memberOf(office, tenant, person)
  return officeOf(appointmentsOf(member), place, today(office)).length > 0
}

/** Of these the appointments by which somebody is of the office of a compound on a day: for the whole of it. */
export function officeOf(
  appointments: readonly Appointment[],
  compound: RecordId,
  day: string,
): readonly Appointment[] {
  return appointments.filter(
    (one) => one.place === compound && inForce(one, day) && ROLES[one.role].act.includes('setUp'),
  )
}

export function today(office: Pick<Office, 'now'>): string {
  return dayOf(office.now().toISOString())
}
