import { describe, expect, test } from 'vitest'
import type { ActId, ChangeId, PersonId, RecordId } from '#domain/ids.ts'
import type { Disk } from '#store/disk.ts'
import { memoryDisk } from '#store/memoryDisk.ts'
import type { OutboxRow, SentRow } from '#store/outbox.ts'
import { type CopyShelf, secondCopy } from '#store/secondCopy.ts'

function aRow(id: string, act?: string): OutboxRow {
  return {
    change: {
      id: id as ChangeId,
      record: 'record' as RecordId,
      name: 'feedback.create',
      v: 1,
      actor: 'wang' as PersonId,
      ...(act && { act: act as ActId }),
      body: { sealed: `sealed ${id}`, alg: 'P256-A256GCM', key: 'k1' },
    },
    own: `the author's own way into ${id}`,
  }
}

function aShelf() {
  const entries = new Map<string, string>()
  let broken = false
  const shelf: CopyShelf = {
    async put(key, text) {
      if (broken) throw new Error('no room')
      entries.set(key, text)
    },
    async delete(key) {
      entries.delete(key)
    },
    // A cache lists its entries in an order of its own.
    list: async () => [...entries].map(([key, text]) => ({ key, text })).toReversed(),
  }
  return { shelf, entries, break: (now: boolean) => void (broken = now) }
}

const write = (disk: Disk, ...rows: OutboxRow[]) =>
  disk.write(['outbox'], async (tx) => {
    for (const row of rows) void tx.append('outbox', row)
  })
const outbox = async (disk: Disk) =>
  (await disk.read(['outbox'], (tx) => tx.range<OutboxRow>('outbox'))).map(({ value }) => value.change.id)
/** As an acknowledgement does it. */
const acknowledge = (disk: Disk, id: string) =>
  disk.write(['outbox', 'sent'], async (tx) => {
    for (const { key, value } of await tx.range<OutboxRow>('outbox')) {
      if (value.change.id !== id) continue
      tx.delete('outbox', key)
      void tx.append('sent', {
        change: value.change,
        ackedAt: '2026-11-24T08:00:00Z',
        first: '',
      } satisfies SentRow)
    }
  })

describe('the second copy', () => {
  test('brings everything unsent back, in its old order, when the disk vanished', async () => {
    const disk = memoryDisk()
    const { shelf } = aShelf()
    const copy = secondCopy(disk, shelf)
    for (const id of ['d', 'a', 'c']) {
      await write(disk, aRow(id))
      await copy.follow()
    }
    await write(disk, aRow('b1', 'act'), aRow('b2', 'act'))
    await copy.follow()

    const wiped = memoryDisk()
    expect(await secondCopy(wiped, shelf).putBack()).toBe(5)
    expect(await outbox(wiped)).toEqual(['d', 'a', 'c', 'b1', 'b2'])
  })

  test('survives that twice', async () => {
    const disk = memoryDisk()
    const { shelf } = aShelf()
    for (const id of ['x', 'y', 'z']) await write(disk, aRow(id))
    await acknowledge(disk, 'x')
    await secondCopy(disk, shelf).follow()
    const wiped = memoryDisk()
    const second = secondCopy(wiped, shelf)
    await second.putBack()
    await write(wiped, aRow('later'))
    await second.follow()
    const wipedAgain = memoryDisk()
    await secondCopy(wipedAgain, shelf).putBack()
    expect(await outbox(wipedAgain)).toEqual(['y', 'z', 'later'])
  })

  test('puts nothing back that is still unsent or already sent', async () => {
    const disk = memoryDisk()
    const { shelf } = aShelf()
    await write(disk, aRow('a'), aRow('b'))
    await secondCopy(disk, shelf).follow()
    await acknowledge(disk, 'a')
    expect(await secondCopy(disk, shelf).putBack()).toBe(0)
    expect(await outbox(disk)).toEqual(['b'])
  })

  test('has one entry for a commit, and none after it is acknowledged', async () => {
    const disk = memoryDisk()
    const { shelf, entries } = aShelf()
    const copy = secondCopy(disk, shelf)
    await write(disk, aRow('a1', 'act'), aRow('a2', 'act'))
    await write(disk, aRow('b'))
    await copy.follow()
    expect([...entries.keys()]).toEqual(['a1', 'b'])
    await acknowledge(disk, 'a1')
    await copy.prune()
    expect([...entries.keys()]).toEqual(['a1', 'b'])
    await acknowledge(disk, 'a2')
    await copy.prune()
    expect([...entries.keys()]).toEqual(['b'])
  })

  test('after a restart takes away what was acknowledged before it', async () => {
    const disk = memoryDisk()
    const { shelf, entries } = aShelf()
    await write(disk, aRow('a'))
    await secondCopy(disk, shelf).follow()
    await acknowledge(disk, 'a')
    await secondCopy(disk, shelf).prune()
    expect(entries.size).toBe(0)
  })

  test('never holds the author’s own way into a sealed body', async () => {
    const disk = memoryDisk()
    const { shelf, entries } = aShelf()
    await write(disk, aRow('a'))
    await secondCopy(disk, shelf).follow()
    expect([...entries.values()].join()).toContain('sealed a')
    expect([...entries.values()].join()).not.toContain('own way')
  })

  test('never stands in the way: a broken shelf is tried again later', async () => {
    const disk = memoryDisk()
    const { shelf, entries, break: breaks } = aShelf()
    const copy = secondCopy(disk, shelf)
    breaks(true)
    await write(disk, aRow('a'))
    await copy.follow()
    expect(entries.size).toBe(0)
    breaks(false)
    await write(disk, aRow('b'))
    await copy.follow()
    expect([...entries.keys()]).toEqual(['a', 'b'])
  })

  test('starts without a shelf as if there were nothing on it', async () => {
    const disk = memoryDisk()
    const none: CopyShelf = { ...aShelf().shelf, list: () => Promise.reject(new Error('no such thing here')) }
    expect(await secondCopy(disk, none).putBack()).toBe(0)
  })

  test('leaves a half-written entry out and takes the others', async () => {
    const disk = memoryDisk()
    const { shelf, entries } = aShelf()
    await write(disk, aRow('a'), aRow('b'))
    await secondCopy(disk, shelf).follow()
    entries.set('half', '{"rows":[{"key":3,"chan')
    entries.set('other', '{"rows":[{"key":4}]}')
    const wiped = memoryDisk()
    expect(await secondCopy(wiped, shelf).putBack()).toBe(2)
  })
})
