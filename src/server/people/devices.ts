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
  /** What the office calls it. */
  readonly name?: string
  readonly enrolledAt: string
  readonly lastContact?: string
  /** What it said it still had to send, at its last contact. */
  readonly unsent: number
  readonly revoked: boolean
  /** The public half of its own key pair; none where its browser keeps none, or has not shown it yet. */
  readonly key?: string
  readonly keyedAt?: string
  /** Visits counted, and the mark of the last (`visits.ts`). */
  readonly visit?: string
  /** When something spoke as it that may be a copy. */
  readonly copiedAt?: string
  /** Who of the office has seen that alarm, and when; none where it was raised again since. */
  readonly copySeen?: { readonly at: string; readonly by: PersonId }
  /** When it said that everything on it is deleted, after its end. */
  readonly wipedAt?: string
  /** It has a key that did not sign: what it has not sent is taken, and it is shown nothing. Said of one request. */
  readonly unproven?: true
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
  const none = {
    key: null,
    keyed_at: null,
    visit: null,
    copied_at: null,
    copy_seen_at: null,
    copy_seen_by: null,
    wiped_at: null,
  }
  const row = {
    ...device,
    ...none,
    enrolled_at: at,
    last_contact: at,
    unsent: 0,
    revoked_at: null,
    name: null,
  }
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

/** Gives it a name, or none. Answers whether there is such a device. */
export async function nameDevice(
  db: PeopleDb,
  tenant: TenantId,
  device: DeviceId,
  name: string | undefined,
): Promise<boolean> {
  const found = await db
    .updateTable('devices')
    .set({ name: name ?? null })
    .where('id', '=', device)
    .where('tenant', '=', tenant)
    .executeTakeFirst()
  return found.numUpdatedRows > 0n
}

/** Somebody has seen the alarm that was raised at `copiedAt`; whoever was first stands. Answers whether there is such an alarm. */
export async function seeCopy(
  db: PeopleDb,
  of: { readonly tenant: TenantId; readonly device: DeviceId; readonly copiedAt: string },
  by: PersonId,
  at: string,
): Promise<'seen' | 'before' | undefined> {
  const found = await db
    .updateTable('devices')
    .set({ copy_seen_at: at, copy_seen_by: by })
    .where('id', '=', of.device)
    .where('tenant', '=', of.tenant)
    .where('copied_at', '=', of.copiedAt)
    .where((eb) => eb.or([eb('copy_seen_at', 'is', null), eb('copy_seen_at', '<', of.copiedAt)]))
    .executeTakeFirst()
  if (found.numUpdatedRows > 0n) return 'seen'
  const device = await findDevice(db, of.device)
  return device?.tenant === of.tenant && device.copiedAt === of.copiedAt ? 'before' : undefined
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
    .orderBy('device_people.person')
    .execute()
  const devices = new Map<DeviceId, Device>()
  for (const row of rows) {
    const people = devices.get(row.id)?.people ?? []
    devices.set(row.id, {
      device: row.id,
      tenant: row.tenant,
      kind: row.kind,
      people: row.person === null ? people : [...people, row.person],
      ...(row.name !== null && { name: row.name }),
      enrolledAt: row.enrolled_at,
      ...(row.last_contact !== null && { lastContact: row.last_contact }),
      ...(row.key !== null && { key: row.key }),
      ...(row.keyed_at !== null && { keyedAt: row.keyed_at }),
      ...(row.visit !== null && { visit: row.visit }),
      ...(row.copied_at !== null && { copiedAt: row.copied_at }),
      ...(row.copied_at !== null &&
        row.copy_seen_at !== null &&
        row.copy_seen_by !== null &&
        row.copy_seen_at >= row.copied_at && {
          copySeen: { at: row.copy_seen_at, by: row.copy_seen_by },
        }),
      ...(row.wiped_at !== null && { wipedAt: row.wiped_at }),
      unsent: row.unsent,
      revoked: row.revoked_at !== null,
    })
  }
  return [...devices.values()]
}
