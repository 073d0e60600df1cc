import type { DeviceId, Epoch, PersonId, RecordId, StreamId, TenantId } from '#domain/ids.ts'
import type { DeviceKind } from '#domain/rights.ts'
import type { Disk } from './disk.ts'
import { firstPosition, positionIn, putPosition } from './position.ts'
import { sendAgain } from './queue.ts'

/** What this device was told when somebody joined on it. */
export interface Enrolled {
  readonly tenant: TenantId
  readonly compound: RecordId
  readonly compoundName: string
  readonly device: DeviceId
  readonly deviceKind: DeviceKind
  readonly person: PersonId
  /** 称呼, as the person chose it. */
  readonly name: string
  /** The server was started as a demonstration. */
  readonly demo: boolean
  readonly serverKey: { readonly id: string; readonly raw: string }
}

const KEY = 'enrolment'

export function enrolment(disk: Disk): Promise<Enrolled | undefined> {
  return disk.read(['meta'], (tx) => tx.get<Enrolled>('meta', KEY))
}

/**
 * Makes this disk a device's. Joining again in the same compound (a person signs in anew) keeps what lies here, unsent
 * work too, under a stream of its own; the bases are walked anew. In another epoch than before it is a restored server
 * that did not know this device: all that it ever acknowledged is sent again (W7).
 */
export function enrol(
  disk: Disk,
  told: Enrolled & { readonly epoch: Epoch },
  stream: StreamId,
): Promise<void> {
  const { epoch, ...enrolled } = told
  return disk.write(['meta', 'sent'], async (tx) => {
    const before = await positionIn(tx)
    const first = firstPosition({ tenant: enrolled.tenant, device: enrolled.device, stream, epoch })
    const restored = before?.tenant === enrolled.tenant && before.epoch !== epoch
    const resending = restored ? await sendAgain(tx) : (before?.resending ?? false)
    putPosition(tx, before ? { ...first, walk: before.walk, resending } : first)
    tx.put('meta', KEY, enrolled)
  })
}
