import { expect, test } from 'vitest'
import type { SentRow } from '#store/outbox.ts'
import { shrinkSent } from '#store/queue.ts'
import { memoryDisk } from '#store/memoryDisk.ts'
import { kept, tap } from '#test/support/changes.ts'

/** The server's time, 12:00 in Shanghai. */
const NOW = Date.parse('2026-03-30T04:00:00.000Z')
const DAY = 86_400_000

const acked = (ago: number): SentRow => ({
  change: kept(tap()),
  ackedAt: new Date(NOW - ago).toISOString(),
  first: `${ago}`,
})

/** How long ago those that are left were acknowledged, in milliseconds. */
async function leftOf(...ages: readonly number[]): Promise<readonly number[]> {
  const disk = memoryDisk()
  await disk.write(['sent'], async (tx) => {
    for (const ago of ages) void tx.append('sent', acked(ago))
    await shrinkSent(tx, new Date(NOW).toISOString())
  })
  const rows = await disk.read(['sent'], (tx) => tx.range<SentRow>('sent'))
  return rows.map(({ value }) => Number(value.first))
}

test('W7 what was sent is kept for thirty-five days of the server, to the millisecond: as long as a backup may be old', async () => {
  expect(await leftOf(35 * DAY + 1, 35 * DAY, 34 * DAY, 18 * DAY, 0)).toEqual([
    35 * DAY,
    34 * DAY,
    18 * DAY,
    0,
  ])
})

test('W7 the sent log goes from its old end, fifty rows at a time, and stops at the first that stays', async () => {
  expect(await leftOf(...Array.from({ length: 60 }, () => 40 * DAY), 1)).toHaveLength(11)
  expect(await leftOf(1, 40 * DAY)).toEqual([1, 40 * DAY])
})
