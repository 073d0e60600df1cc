import type { DeviceId } from '#domain/ids.ts'
import { readRescue, type RescueFile, type RescueRefusal } from '#domain/rescueFile.ts'
import { ok, type Result, refused } from '#domain/result.ts'
import type { Rescued } from '#server/records/rescue.ts'
import type { RescueReply } from '#wire/rescue.ts'
import { type Device, findDevice, forgotten } from './devices.ts'
import type { Office } from './office.ts'
import type { Officer } from './office.ts'

/** Takes in the text of a file that somebody carried to the office. `take` is the records' part of it. */
export async function bringRescue(
  office: Pick<Office, 'db'>,
  by: Officer,
  text: string,
  take: (from: Device, file: RescueFile) => Promise<Rescued>,
): Promise<Result<RescueReply, RescueRefusal | 'rescueOtherCompound'>> {
  const read = readRescue(text)
  if (!read.ok) return read
  const file = read.value
  if (file.tenant !== by.tenant) return refused('rescueOtherCompound')
  const device = file.device as DeviceId
  const known = await findDevice(office.db, device)
  if (known && known.tenant !== by.tenant) return refused('rescueOtherCompound')
  // One that a put-back database has forgotten: held until an officer decides, as if it had come itself (W7).
  const from = known ?? {
    ...forgotten({ device, tenant: by.tenant, kind: 'own', person: by.person }),
    people: [],
  }
  const { taken, here, held } = await take(from, file)
  return ok({
    device,
    people: from.people,
    writtenAt: file.at,
    taken,
    here,
    held: [...held].map(([why, count]) => ({ why, count })),
    missing: Math.max(0, file.count - file.changes.length - file.damaged.length),
  })
}
