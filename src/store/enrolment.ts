import type { DeviceId, Epoch, PersonId, RecordId, StreamId, TenantId } from '#domain/ids.ts'
import { ok, type Result, refused } from '#domain/result.ts'
import type { DeviceKind } from '#domain/rights.ts'
import { type Disk, type Table, TABLES, type Write } from './disk.ts'
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

/** The one database of this origin. */
export const DEVICE_DISK = 'linbian'

const KEY = 'enrolment'

export function enrolment(disk: Disk): Promise<Enrolled | undefined> {
  return disk.read(['meta'], (tx) => tx.get<Enrolled>('meta', KEY))
}

/**
 * Makes this disk a device's. Somebody who enters in the same compound, anew or after another, finds what lies here:
 * unsent work stays its author's and goes under a stream of its own, numbered from one. The epoch stays what it was, so
 * that a restored server is still healed by this device (W7). Another device walks anew, and what one person's device held
 * is not left to another person's. A disk of another compound is refused: nothing of one may reach the other.
 */
export function enrol(
  disk: Disk,
  told: Enrolled & { readonly epoch: Epoch },
  stream: StreamId,
): Promise<Result<object, 'otherTenant'>> {
  const { epoch, ...enrolled } = told
  return disk.write(TABLES, async (tx) => {
    const was = await tx.get<Enrolled>('meta', KEY)
    let before = await positionIn(tx)
    if (before && before.tenant !== enrolled.tenant) {
      if (!was?.demo || !enrolled.demo) return refused('otherTenant')
      // Everything of a demonstration is invented, and it is made anew at will.
      await empty(tx, TABLES)
      before = undefined
    }
    if (was && was.person !== enrolled.person && was.device !== enrolled.device)
      await empty(tx, ['pages', 'singles'])
    const first = firstPosition({ tenant: enrolled.tenant, device: enrolled.device, stream, epoch })
    // The same device goes on where it is: whether its people may read something else now is the server's word, and its
    // cursor tells a server that was put back since.
    if (before && was?.device === enrolled.device) putPosition(tx, { ...before, stream, acked: 0 })
    else {
      const { epoch: life = epoch, walk = 0, resending = false } = before ?? {}
      // Under another name than it sent under: a restored server may have kept that back, not knowing the device (W7).
      const again = was !== undefined && (await sendAgain(tx))
      putPosition(tx, { ...first, epoch: life, walk, resending: resending || again })
    }
    tx.put('meta', KEY, enrolled)
    return ok({})
  })
}

async function empty(tx: Write, tables: readonly Table[]): Promise<void> {
  for (const table of tables) for (const { key } of await tx.range(table)) tx.delete(table, key)
}
