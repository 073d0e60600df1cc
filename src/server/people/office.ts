import type { HeldWhy } from '#domain/change.ts'
import type { DeviceId, PersonId, RecordId, TenantId } from '#domain/ids.ts'
import { appointmentsOf, type Member, memberId } from '#domain/member.ts'
import type { Result } from '#domain/result.ts'
import { type Appointment, type DeviceKind, inForce, ROLES } from '#domain/rights.ts'
import { dayOf } from '#domain/workingDays.ts'
import type { Log } from '#server/log/log.ts'
import type { Done, Intent } from '#server/records/act.ts'
import type { ServerSeals } from '#server/sealing.ts'
import type { Store } from '#server/store.ts'
import type { Enrolment } from '#wire/office.ts'
import type { Journal } from './journal.ts'
import { addToDevice, enrolDevice } from './devices.ts'
import type { PeopleDb } from './schema.ts'
import { openSession } from './sessions.ts'

/** What the acts of the office stand on. */
export interface Office {
  readonly db: PeopleDb
  readonly log: Log
  readonly seals: ServerSeals
  readonly journal: Journal
  /** Makes changes in a compound's log under the rights of `actor`, all or none. */
  act(
    tenant: TenantId,
    actor: PersonId,
    intents: readonly Intent[],
  ): Promise<Result<readonly Done[], HeldWhy>>
  newId(): string
  now(): Date
  /** What must not be done by two at once, also not by two processes. */
  readonly alone: Store['alone']
}

/** What the cookie of a new device holds, and what the browser is told. */
export interface Entered {
  readonly token: string
  readonly enrolment: Enrolment
}

/** A person and the device they enter on; `device` is given where it is here already. */
export interface Entering {
  readonly tenant: TenantId
  readonly person: PersonId
  readonly kind: DeviceKind
  readonly device?: DeviceId
}

/** Enrols in the transaction of `db`: the device unless it is here, the person on it, and a session. */
export async function enter(
  office: Office,
  db: PeopleDb,
  entering: Entering,
): Promise<{ token: string; device: DeviceId }> {
  const { tenant, person, kind } = entering
  const at = office.now().toISOString()
  const device = entering.device ?? (office.newId() as DeviceId)
  if (entering.device === undefined) await enrolDevice(db, { id: device, tenant, kind }, at)
  await addToDevice(db, device, person)
  return { device, token: await openSession(db, office.seals.digest, { device, person }, at) }
}

/** All that a browser needs to become this device. */
export async function enrolmentOf(
  office: Office,
  entered: Entering & { readonly device: DeviceId },
): Promise<Enrolment> {
  const { tenant, device, person, kind } = entered
  const compound = await compoundOf(office, tenant)
  return {
    tenant,
    compound: compound.place,
    compoundName: compound.name,
    device,
    deviceKind: kind,
    person,
    name: (await memberOf(office, tenant, person))?.name ?? '',
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

/** The appointments of a person that hold today, by the server's clock. */
async function appointmentsToday(
  office: Office,
  tenant: TenantId,
  person: PersonId,
): Promise<readonly Appointment[]> {
  const day = today(office)
  const member = await memberOf(office, tenant, person)
  return appointmentsOf(member).filter((one) => inForce(one, day))
}

/** Whether a person may invite, revoke and set up: by an appointment for the whole compound that holds today. */
export async function isOfOffice(office: Office, tenant: TenantId, person: PersonId): Promise<boolean> {
  const { place } = await compoundOf(office, tenant)
  const held = await appointmentsToday(office, tenant, person)
  return held.some((one) => one.place === place && ROLES[one.role].act.includes('setUp'))
}

export function today(office: Pick<Office, 'now'>): string {
  return dayOf(office.now().toISOString())
}
