import { allKinds } from '#test/support/allKinds.ts'
import { describe, expect, it } from 'vitest'
import type { RecordId, TenantId } from '#domain/ids.ts'
import { type Shift } from '#domain/bins/shift.ts'
import { countsOf } from '#domain/bins/tallies.ts'
import { openBook } from '#store/book.ts'
import { commit, type Committer, type Intent } from '#store/commit.ts'
import { DiskTrouble } from '#store/disk.ts'
import { drafts } from '#store/drafts.ts'
import { memoryDisk, type MemoryDiskOptions } from '#store/memoryDisk.ts'
import { loadBook } from '#store/open.ts'
import type { OutboxRow } from '#store/outbox.ts'
import { AT, EAST_GATE, SHIFT, TENANT, WANG } from '#test/support/changes.ts'
import { plainSeals } from '#test/support/plainSeals.ts'

const open: Intent = {
  record: SHIFT,
  name: 'shift.open',
  v: 1,
  args: { place: EAST_GATE, day: '2026-03-04', window: 'morning' },
}
const tap: Intent = { record: SHIFT, name: 'shift.tally', v: 1, args: { counter: 'right' } }

function device(options?: MemoryDiskOptions) {
  let ids = 0
  const disk = memoryDisk(options)
  const to: Committer = {
    disk,
    book: openBook(),
    seals: plainSeals,
    tenant: TENANT,
    newId: () => `id-${(ids += 1)}`,
    now: () => AT,
  }
  return { to, disk }
}

describe('making an act durable', () => {
  it('is on the disk and in the book when it says so', async () => {
    const { to, disk } = device()
    expect((await commit(to, WANG, [open])).ok).toBe(true)
    const rows = await disk.read(['outbox'], (tx) => tx.range<OutboxRow>('outbox'))
    expect(rows.map(({ value }) => value.change.name)).toEqual(['shift.open'])
    expect(to.book.get(SHIFT)).toBeDefined()
  })

  it('survives a restart with nothing but the disk', async () => {
    const { to, disk } = device()
    await commit(to, WANG, [open])
    await commit(to, WANG, [tap])
    const after = openBook()
    await loadBook(memoryDisk.from(disk.snapshot()), plainSeals, after, allKinds)
    expect(countsOf(after.get<Shift>(SHIFT)!).right).toBe(1)
  })

  it('INV-1 two tabs that save at once have a row each', async () => {
    const { to, disk } = device()
    const other = { ...to, disk: disk.tab(), book: openBook() }
    await commit(to, WANG, [open])
    const saved = await Promise.all([commit(to, WANG, [tap]), commit(other, WANG, [tap])])
    expect(saved.map(({ ok }) => ok)).toEqual([true, true])
    expect(await disk.read(['outbox'], (tx) => tx.range('outbox'))).toHaveLength(3)
  })

  it('binds the changes of one act and writes them together or not at all', async () => {
    const { to, disk } = device()
    await commit(to, WANG, [open, tap])
    const rows = await disk.read(['outbox'], (tx) => tx.range<OutboxRow>('outbox'))
    const acts = rows.map(({ value }) => value.change.act)
    expect(acts[0]).toBeDefined()
    expect(acts[0]).toBe(acts[1])
  })

  it.each(['append', 'commit'] as const)(
    'leaves nothing behind when the disk is full at %s',
    async (kind) => {
      const { to, disk } = device({
        before: (step) => {
          if (step.kind === kind) throw new DiskTrouble('full')
        },
      })
      expect(await commit(to, WANG, [open])).toEqual({ ok: false, refused: 'disk.full' })
      expect(to.book.get(SHIFT)).toBeUndefined()
      expect(disk.snapshot().rows.outbox.size).toBe(0)
    },
  )

  it('refuses what the record does not allow any more, before anything is written', async () => {
    const { to } = device()
    await commit(to, WANG, [open])
    expect(await commit(to, WANG, [{ ...tap, name: 'shift.untally' }])).toEqual({
      ok: false,
      refused: 'nothingToDo',
    })
    expect(await commit(to, WANG, [{ ...tap, args: { counter: 'nonsense' } }])).toEqual({
      ok: false,
      refused: 'notPossible',
    })
  })

  it('takes the draft it was written in along: at no moment of a crash are the words in both, or in neither', async () => {
    const { to, disk } = device()
    const key = { author: WANG, form: 'bins.note', about: SHIFT }
    const lying = (kept = disk.snapshot()) => [kept.rows.outbox.size, kept.rows.drafts.size]
    const moments: (readonly number[])[] = []
    const watched = memoryDisk.from(disk.snapshot(), {
      before: () => void moments.push(lying(watched.snapshot())),
    })
    const kept = drafts({ disk: watched, seals: plainSeals, tenant: 't' as TenantId, now: () => AT })
    await kept.keep(key, 1, '桶盖松')
    // The last key is still on its way when the person saves.
    void kept.keep(key, 1, '桶盖松了')
    const done = await commit({ ...to, disk: watched }, WANG, [open], await kept.spent(key))
    expect(done.ok).toBe(true)
    moments.push(lying(watched.snapshot()))
    expect(new Set(moments.map(String))).toEqual(new Set(['0,0', '0,1', '1,0']))
    expect(moments.at(-1)).toEqual([1, 0])
  })

  it('leaves the draft where the act was not taken', async () => {
    const { to, disk } = device()
    const key = { author: WANG, form: 'bins.note', about: SHIFT }
    const kept = drafts({ disk, seals: plainSeals, tenant: 't' as TenantId, now: () => AT })
    await kept.keep(key, 1, '桶盖松了')
    const done = await commit(to, WANG, [{ ...tap, args: {} }], await kept.spent(key))
    expect(done.ok).toBe(false)
    expect(await kept.open(key)).toMatchObject({ content: '桶盖松了' })
  })

  it('W3 sends a change of a record that is not here: it waits on the server', async () => {
    const { to } = device()
    const done = await commit(to, WANG, [{ ...tap, record: 'elsewhere' as RecordId }])
    expect(done.ok).toBe(true)
  })

  it('W13 refuses in words what the wire would refuse', async () => {
    const { to, disk } = device()
    const note = '长'.repeat(40_000)
    expect(await commit(to, WANG, [{ ...tap, name: 'shift.close', args: { note } }])).toEqual({
      ok: false,
      refused: 'tooLarge',
    })
    expect(
      await commit(
        to,
        WANG,
        Array.from({ length: 21 }, () => tap),
      ),
    ).toEqual({ ok: false, refused: 'tooLarge' })
    expect(disk.snapshot().rows.outbox.size).toBe(0)
  })
})
