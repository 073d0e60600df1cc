import { expect, test } from 'vitest'
import { openBook } from '#store/book.ts'
import { memoryDisk } from '#store/memoryDisk.ts'
import type { OutboxRow } from '#store/outbox.ts'
import { putPosition } from '#store/position.ts'
import { round } from '#sync/run.ts'
import { openStatus } from '#sync/status.ts'
import { kept, position, tap } from '#test/support/changes.ts'

/** A device with one unsent tap, and a server, or what stands before it, that answers as told. */
async function aDevice(answers: { status: number; text: string }) {
  const disk = memoryDisk()
  await disk.write(['meta', 'outbox'], async (tx) => {
    putPosition(tx, position())
    void tx.append('outbox', { change: kept(tap()) } satisfies OutboxRow)
  })
  let ids = 0
  const status = openStatus()
  const ends = {
    disk,
    book: openBook(),
    status,
    device: 'own',
    newId: () => `id-${(ids += 1)}`,
    post: async () => answers,
  } as const
  return { disk, status, sync: () => round(ends) }
}

test('W10 one change that nothing lets through is said, and stays', async () => {
  const { disk, status, sync } = await aDevice({ status: 413, text: '' })
  expect(await sync()).toBe('noLink')
  expect(status.getState()).toMatchObject({ link: 'none', unsent: 1, stopped: 'tooLarge' })
  expect(await disk.read(['outbox'], (tx) => tx.range('outbox'))).toHaveLength(1)
})

test('a disk that fails under a round is said; nobody goes on saying that it is being sent', async () => {
  const { disk, status, sync } = await aDevice({ status: 200, text: '' })
  disk.close()
  await expect(sync()).rejects.toThrow('disk: closed')
  expect(status.getState()).toMatchObject({ link: 'none', stopped: 'disk' })
})

test('who is not known any more is told so, and everything stays', async () => {
  const { status, sync } = await aDevice({ status: 401, text: JSON.stringify({ refused: 'signInFirst' }) })
  expect(await sync()).toBe('refused')
  expect(status.getState()).toMatchObject({ unsent: 1, stopped: 'noLongerEnrolled' })
})
