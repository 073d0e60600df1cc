import { rescueText } from '#domain/rescueFile.ts'
import { type Disk, DiskTrouble } from './disk.ts'
import type { SentRow } from './outbox.ts'
import { positionIn } from './position.ts'
import { queueIn } from './queue.ts'
import { copiesOn, type CopyShelf } from './secondCopy.ts'

/**
 * Everything unsent as a text to carry to the office by hand, when a device will not get through any more: what is on the
 * disk, and what only its second copy still has. A disk that cannot be read is no hindrance while the copy lives. Personal
 * bodies stay sealed to the server: whoever finds the file reads none of them. Undefined where nothing is unsent.
 *
 * @param disk undefined where it does not open at all
 * @param now ISO instant
 */
export async function unsentText(
  disk: Disk | undefined,
  shelf: CopyShelf,
  now: string,
): Promise<string | undefined> {
  const [here, copied] = await Promise.all([disk && onDisk(disk), copiesOn(shelf)])
  const whose = here?.position ?? copied.of
  if (!whose) return undefined
  const changes = here?.queue ?? []
  const known = new Set([...(here?.sent ?? []), ...changes.map(({ id }) => id)])
  const more = copied.changes.filter(({ id }) => !known.has(id))
  if (changes.length + more.length === 0) return undefined
  const { tenant, device } = whose
  return rescueText({ tenant, device, at: now }, [...changes, ...more])
}

async function onDisk(disk: Disk) {
  try {
    return await disk.read(['meta', 'sent', 'outbox'], async (tx) => {
      const position = await positionIn(tx)
      const queue = await queueIn(tx, position?.resending ?? false)
      const sent = await tx.range<SentRow>('sent')
      return {
        position,
        queue: queue.map(({ change, first }) => ({ ...change, ...(first !== undefined && { first }) })),
        sent: sent.map(({ value }) => value.change.id),
      }
    })
  } catch (error) {
    if (error instanceof DiskTrouble) return undefined
    throw error
  }
}
