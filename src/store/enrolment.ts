import type { DeviceId, Epoch, PersonId, RecordId, StreamId, TenantId } from '#domain/ids.ts'
import { ok, type Result, refused } from '#domain/result.ts'
import type { DeviceKind } from '#domain/rights.ts'
import { type Disk, type Table, TABLES, type Write } from './disk.ts'
import { firstPosition, positionIn, putPosition } from './position.ts'
import { sendAgain, sendNewestAgain } from './queue.ts'

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
 * that a restored server is still healed by this device (W7); the bases are walked anew. What one person's device held is
 * not left to another person's. A disk of another compound is refused: nothing of one may reach the other.
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
    const { epoch: life = epoch, walk = 0, resending = false } = before ?? {}
    // Under another name than it sent under: a restored server may have kept that back, not knowing the device (W7).
    // Under the same name a row is enough: it finds out whether the server was put back since.
    const again = was && (await (was.device === enrolled.device ? sendNewestAgain(tx) : sendAgain(tx)))
    putPosition(tx, { ...first, epoch: life, walk, resending: resending || again === true })
    tx.put('meta', KEY, enrolled)
    return ok({})
  })
}

async function empty(tx: Write, tables: readonly Table[]): Promise<void> {
  for (const table of tables) for (const { key } of await tx.range(table)) tx.delete(table, key)
}
