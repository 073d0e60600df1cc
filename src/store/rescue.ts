import type { Disk } from './disk.ts'
import type { OutboxRow } from './outbox.ts'
import { positionIn } from './position.ts'

/**
 * Everything unsent as a text to carry to the office by hand, when a device will not get through any more. Personal
 * bodies stay sealed to the server: whoever finds the file reads none of them. Undefined where nothing is unsent.
 */
export async function rescueText(disk: Disk, now: string): Promise<string | undefined> {
  const [position, rows] = await disk.read(['meta', 'outbox'], async (tx) => [
    await positionIn(tx),
    await tx.range<OutboxRow>('outbox'),
  ])
  if (!position || rows.length === 0) return undefined
  const { tenant, device } = position
  const changes = rows.map(({ value }) => value.change)
  return JSON.stringify({ linbian: 'unsent', v: 1, tenant, device, at: now, changes }, undefined, 1)
}
