import { SERVER, type TenantId } from '#domain/ids.ts'
import { appointmentsOf } from '#domain/member.ts'
import type { SyncReply } from '#wire/messages.ts'
import type { Device } from './devices.ts'
import { memberOf, type Office, today } from './office.ts'

interface WipingCaller {
  readonly tenant: TenantId
  readonly device: Device
}

/**
 * Tells a device to delete what it has read, until it says that it has: where the office has stopped it, or where it is
 * somebody's own and they have left. What the device says is noted once.
 *
 * @param raw the request as it came
 */
export async function wiping(
  office: Office,
  caller: WipingCaller,
  raw: unknown,
  reply: SyncReply,
): Promise<SyncReply> {
  const { wipedAt } = caller.device
  if (reply.turn || (reply.parts.length > 0 && wipedAt === undefined)) return reply
  const isOver = await isToWipe(office, caller, reply)
  const { wiped } = raw as { wiped?: unknown }
  if (isOver && wiped !== true) return { ...reply, wipe: true }
  if (isOver ? wipedAt === undefined : wipedAt !== undefined) await note(office, caller, isOver)
  return reply
}

/** Not one that a database which was put back does not know, and not where somebody is still to begin. */
async function isToWipe(
  office: Office,
  { tenant, device }: WipingCaller,
  { parts }: SyncReply,
): Promise<boolean> {
  if (device.unknown || device.unproven) return false
  if (device.revoked) return true
  if (device.kind !== 'own' || parts.length > 0) return false
  const day = today(office)
  for (const person of device.people) {
    const held = appointmentsOf(await memberOf(office, tenant, person))
    if (held.length === 0 || held.some(({ to }) => to === undefined || to >= day)) return false
  }
  return device.people.length > 0
}

/** `isDone`: else somebody uses it again. */
async function note(office: Office, { tenant, device }: WipingCaller, isDone: boolean): Promise<void> {
  const at = isDone ? office.now().toISOString() : null
  await office.db.transaction().execute(async (db) => {
    await db.updateTable('devices').set({ wiped_at: at }).where('id', '=', device.device).execute()
    const line = {
      actor: SERVER,
      device: device.device,
      what: 'device.wiped',
      object: device.device,
    } as const
    if (isDone) await office.trail.note(db, tenant, line)
  })
}
