import { type DeviceId, SERVER, type TenantId } from '#domain/ids.ts'
import type { Visit } from '#domain/signedRequest.ts'
import type { Device } from './devices.ts'
import type { Office } from './office.ts'
import { visited } from './visits.ts'

/** Whether the device itself asks, or something that has its cookie and not its key. */
export interface Proof {
  readonly is: 'device' | 'notProven'
  /** The number of its next visit. */
  readonly visit?: number
}

/** A key that is shown later than this after the enrolment is noted in the trail; in milliseconds. */
const AT_ONCE = 5 * 60_000
/** Pages that were open before the device had a key go on unsigned for so long. */
const OPEN_PAGES = 60 * 60_000
/** One alarm in so long says it: a copy asks often. */
const ALARM = 24 * 60 * 60_000

/**
 * Holds a request against the key of its device. A device that was enrolled without one is believed the first key it shows:
 * whoever has its cookie alone could have been that device until then, and can be it no longer.
 *
 * @param shown what the request was signed with, where its signature is right
 */
export async function keyOf(
  office: Office,
  device: Device,
  shown: { readonly key: string; readonly visit: Visit } | undefined,
): Promise<Proof> {
  // Nothing is shown to it in any case, and nothing is to be found out about it.
  if (device.unknown || device.revoked) {
    const proven = device.key === undefined || shown?.key === device.key
    return { is: proven ? 'device' : 'notProven' }
  }
  if (device.key === undefined) {
    if (shown) await putKey(office, { tenant: device.tenant, device: device.device }, shown.key)
    return { is: 'device' }
  }
  if (shown?.key === device.key) return { is: 'device', visit: await visit(office, device, shown.visit) }
  if (!shown && isFromBefore(device, office.now())) return { is: 'device' }
  await alarm(office, device)
  return { is: 'notProven' }
}

/** Its first key stays: a second one is another browser's. */
export async function putKey(
  office: Office,
  { tenant, device }: { readonly tenant: TenantId; readonly device: DeviceId },
  key: string,
): Promise<void> {
  const at = office.now()
  await office.db.transaction().execute(async (db) => {
    const put = await db
      .updateTable('devices')
      .set({ key, keyed_at: at.toISOString() })
      .where('id', '=', device)
      .where('key', 'is', null)
      .returning('enrolled_at')
      .executeTakeFirst()
    if (put && isLate(put.enrolled_at, at))
      await office.trail.note(db, tenant, { actor: SERVER, device, what: 'device.keyed', object: device })
  })
}

function isLate(enrolledAt: string, at: Date): boolean {
  return at.getTime() - Date.parse(enrolledAt) > AT_ONCE
}

function isFromBefore({ enrolledAt, keyedAt }: Device, now: Date): boolean {
  if (keyedAt === undefined) return false
  return isLate(enrolledAt, new Date(keyedAt)) && now.getTime() - Date.parse(keyedAt) < OPEN_PAGES
}

async function visit(office: Office, device: Device, shown: Visit): Promise<number> {
  const found = visited(device.visit, shown, office.now().getTime())
  if (found.is === 'two') await alarm(office, device)
  else if (found.next !== undefined) {
    // Of two requests at once one counts; the other is told at the next.
    await office.db
      .updateTable('devices')
      .set({ visit: found.next })
      .where('id', '=', device.device)
      .where('visit', device.visit === undefined ? 'is' : '=', device.visit ?? null)
      .execute()
  }
  return found.n
}

async function alarm({ db, trail, now }: Office, { tenant, device }: Device): Promise<void> {
  const at = now()
  const before = new Date(at.getTime() - ALARM).toISOString()
  await db.transaction().execute(async (tx) => {
    const told = await tx
      .updateTable('devices')
      .set({ copied_at: at.toISOString() })
      .where('id', '=', device)
      .where((eb) => eb.or([eb('copied_at', 'is', null), eb('copied_at', '<=', before)]))
      .executeTakeFirst()
    if (told.numUpdatedRows > 0n)
      await trail.note(tx, tenant, { actor: SERVER, device, what: 'device.copied', object: device })
  })
}
