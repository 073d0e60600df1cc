import type { DeviceId, PersonId, TenantId } from '#domain/ids.ts'
import { ok, type Result, refused } from '#domain/result.ts'
import type { DeviceKind } from '#domain/rights.ts'
import type { PeopleDb } from './schema.ts'
import type { Ticket } from './ticket.ts'

export interface Device {
  readonly device: DeviceId
  readonly tenant: TenantId
  readonly kind: DeviceKind
  readonly people: readonly PersonId[]
  readonly enrolledAt: string
  readonly lastContact?: string
  /** What it said it still had to send, at its last contact. */
  readonly unsent: number
  readonly revoked: boolean
  /** Known by its ticket only: what it brings is held for the office, and it is shown nothing. */
  readonly unknown?: true
}

/** A device as its ticket tells of it. */
export function forgotten({ device, tenant, kind, person }: Ticket): Device {
  return { device, tenant, kind, people: [person], enrolledAt: '', unsent: 0, revoked: true, unknown: true }
}

export type HereRefusal =
  | 'otherTenant' // this browser is a device of another compound
  | 'deviceOfAnother' // it is somebody else's own phone

/**
 * The device a browser goes on as when somebody enters on it; undefined: it becomes a new one. A shared tablet takes
 * everybody of its compound; where the office has stopped a device, another may begin.
 */
export function deviceFor(
  here: Device | undefined,
  tenant: TenantId,
  person: PersonId,
): Result<Device | undefined, HereRefusal> {
  if (!here || here.revoked) return ok(undefined)
  if (here.tenant !== tenant) return refused('otherTenant')
  return here.kind === 'own' && !here.people.includes(person) ? refused('deviceOfAnother') : ok(here)
}

export async function enrolDevice(
  db: PeopleDb,
  device: { readonly id: DeviceId; readonly tenant: TenantId; readonly kind: DeviceKind },
  at: string,
): Promise<void> {
  const row = { ...device, enrolled_at: at, last_contact: at, unsent: 0, revoked_at: null }
  await db.insertInto('devices').values(row).execute()
}

/** Lets a person be one of those who use the device; once is enough. */
export async function addToDevice(db: PeopleDb, device: DeviceId, person: PersonId): Promise<void> {
  await db
    .insertInto('device_people')
    .values({ device, person })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function findDevice(db: PeopleDb, id: DeviceId): Promise<Device | undefined> {
  return (await listed(db, 'id', id))[0]
}

export function devicesOf(db: PeopleDb, tenant: TenantId): Promise<readonly Device[]> {
  return listed(db, 'tenant', tenant)
}

/** Notes that a device was heard of, and what it still holds. */
export async function heardOf(db: PeopleDb, device: DeviceId, unsent: number, at: string): Promise<void> {
  await db.updateTable('devices').set({ last_contact: at, unsent }).where('id', '=', device).execute()
}

/** From now on it receives nothing; what it still has to send is taken. Answers whether there is such a device. */
export async function revokeDevice(
  db: PeopleDb,
  tenant: TenantId,
  device: DeviceId,
  at: string,
): Promise<boolean> {
  const found = await db
    .updateTable('devices')
    .set((eb) => ({ revoked_at: eb.fn.coalesce('revoked_at', eb.val(at)) }))
    .where('id', '=', device)
    .where('tenant', '=', tenant)
    .executeTakeFirst()
  return found.numUpdatedRows > 0n
}

async function listed(db: PeopleDb, by: 'id' | 'tenant', value: string): Promise<readonly Device[]> {
  const rows = await db
    .selectFrom('devices')
    .leftJoin('device_people', 'device_people.device', 'devices.id')
    .selectAll('devices')
    .select('device_people.person')
    .where(`devices.${by}`, '=', value as never)
    .orderBy('devices.enrolled_at')
    .orderBy('devices.id')
    .execute()
  const devices = new Map<DeviceId, Device>()
  for (const row of rows) {
    const people = devices.get(row.id)?.people ?? []
    devices.set(row.id, {
      device: row.id,
      tenant: row.tenant,
      kind: row.kind,
      people: row.person === null ? people : [...people, row.person],
      enrolledAt: row.enrolled_at,
      ...(row.last_contact !== null && { lastContact: row.last_contact }),
      unsent: row.unsent,
      revoked: row.revoked_at !== null,
    })
  }
  return [...devices.values()]
}
