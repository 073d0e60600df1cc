import { describe, expect, test } from 'vitest'
import { DiskTrouble } from '#store/disk.ts'
import { memoryDisk, type Step } from '#store/memoryDisk.ts'
import { diskContract } from '#test/contracts/disk.ts'

describe('a disk in memory', () => {
  for (const { title, run } of diskContract) {
    test(title, () =>
      run(async () => {
        const disk = memoryDisk()
        return { disk, anotherTab: () => disk.tab(), end: async () => disk.close() }
      }),
    )
  }
})

describe('a disk in memory that is killed', () => {
  /** Two rows before, three steps of writing, so that every place to die at is met. */
  async function lifeKilledAt(index: number) {
    const steps: Step[] = []
    const disk = memoryDisk({
      before(step) {
        steps.push(step)
        if (step.index === index) throw new Error('killed')
      },
    })
    const outcome = await disk
      .write(['meta', 'outbox'], async (tx) => {
        await tx.get('meta', 'a')
        tx.put('meta', 'a', 1)
        void tx.append('outbox', 'row')
      })
      .then(
        () => 'saved',
        (error: Error) => error.message,
      )
    const again = memoryDisk.from(disk.snapshot())
    const rows = await again.read(['meta', 'outbox'], async (tx) => [
      ...(await tx.range('meta')),
      ...(await tx.range('outbox')),
    ])
    return { outcome, steps: steps.map(({ kind }) => kind), rows: rows.length }
  }

  test.each([0, 1, 2, 3])('at step %i before the commit leaves nothing and says so', async (index) => {
    expect(await lifeKilledAt(index)).toMatchObject({ outcome: 'killed', rows: 0 })
  })

  test('after the commit leaves everything, though the caller was never told', async () => {
    expect(await lifeKilledAt(4)).toMatchObject({ outcome: 'killed', rows: 2 })
  })

  test('nowhere saves everything', async () => {
    expect(await lifeKilledAt(99)).toEqual({
      outcome: 'saved',
      steps: ['get', 'put', 'append', 'commit', 'committed'],
      rows: 2,
    })
  })

  test('may be killed with the trouble a real disk would have', async () => {
    const disk = memoryDisk({
      before() {
        throw new DiskTrouble('full')
      },
    })
    await expect(disk.write(['meta'], async (tx) => tx.put('meta', 'a', 1))).rejects.toMatchObject({
      trouble: 'full',
    })
  })

  test('gives a number again whose transaction was killed, as a browser does', async () => {
    let kill = true
    const disk = memoryDisk({
      before({ kind }) {
        if (kind === 'commit' && kill) throw new Error('killed')
      },
    })
    await disk.write(['outbox'], (tx) => tx.append('outbox', 'a')).catch(() => undefined)
    kill = false
    expect(await disk.write(['outbox'], (tx) => tx.append('outbox', 'b'))).toBe(1)
  })
})

describe('an image of a disk', () => {
  test('never holds half a transaction', async () => {
    const disk = memoryDisk()
    let halfway
    await disk.write(['meta'], async (tx) => {
      tx.put('meta', 'a', 1)
      halfway = disk.snapshot().rows.meta.size
      tx.put('meta', 'b', 1)
    })
    expect(halfway).toBe(0)
  })

  test('lives on its own: what its disk or its other clones do later is not in it', async () => {
    const disk = memoryDisk()
    await disk.write(['outbox'], (tx) => tx.append('outbox', 'before'))
    const image = disk.snapshot()
    await disk.write(['outbox'], (tx) => tx.append('outbox', 'after'))
    const clones = [memoryDisk.from(image), memoryDisk.from(image)]
    for (const clone of clones)
      expect(await clone.write(['outbox'], (tx) => tx.append('outbox', 'own'))).toBe(2)
    expect(image.rows.outbox.size).toBe(1)
  })
})
