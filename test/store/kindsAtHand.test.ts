import { beforeEach, expect, test, vi } from 'vitest'
import { KINDS as ALL } from '#domain/catalogue.ts'
import type { PersonId, RecordId, TenantId } from '#domain/ids.ts'
import type { Intent } from '#store/commit.ts'
import { plainSeals } from '#test/support/plainSeals.ts'

const ME = 'me' as PersonId
const WORD = 'lookup-1' as RecordId
const asking: Intent = { record: WORD, name: 'lookup.ask', v: 1, args: { place: 'east', word: '珍珠' } }

/** As a process that has fetched no more than a start fetches: here all kinds are in force already. */
async function afterStart() {
  await import('#domain/kindsAtHand.ts')
  const { KINDS } = await import('#domain/kinds.ts')
  const { openBook } = await import('#store/book.ts')
  const { areKnown, loadBook } = await import('#store/open.ts')
  return { KINDS, openBook, areKnown, loadBook }
}

/** A disk on which somebody asked for a word, and nothing was sent yet. */
async function asked() {
  const { memoryDisk } = await import('#store/memoryDisk.ts')
  const { openBook } = await import('#store/book.ts')
  const { commit } = await import('#store/commit.ts')
  await import('#domain/catalogue.ts')
  const disk = memoryDisk()
  const committer = {
    disk,
    book: openBook(),
    seals: plainSeals,
    tenant: 'tenant' as TenantId,
    newId: () => crypto.randomUUID(),
    now: () => '2026-03-02T00:00:00.000Z',
  }
  await commit(committer, ME, [asking])
  return disk
}

beforeEach(() => vi.resetModules())

test('a start knows every kind that lifts older shapes, and does without others', async () => {
  const { KINDS } = await afterStart()
  const lifting = [...ALL.values()].filter((kind) => kind.upgrade).map((kind) => kind.kind)
  expect(lifting.length).toBeGreaterThan(0)
  expect([...KINDS.keys()]).toEqual(expect.arrayContaining(lifting))
  expect(KINDS.size).toBeLessThan(ALL.size)
})

test('what was written of a kind that a start does without is on the screen once it has started', async () => {
  const disk = await asked()
  vi.resetModules()
  const { areKnown, openBook, loadBook } = await afterStart()
  expect(areKnown([asking])).toBe(false)
  const book = openBook()
  await loadBook(disk, plainSeals, book, () => import('#domain/catalogue.ts'))
  expect(book.get(WORD)).toMatchObject({ kind: 'lookup', word: '珍珠' })
  expect(areKnown([asking])).toBe(true)
})

test('a start fetches no further kinds where nothing asks for them', async () => {
  const { memoryDisk } = await import('#store/memoryDisk.ts')
  const { KINDS, openBook, loadBook } = await afterStart()
  const fetching = vi.fn<() => Promise<void>>(async () => undefined)
  await loadBook(memoryDisk(), plainSeals, openBook(), fetching)
  expect(fetching).not.toHaveBeenCalled()
  expect(KINDS.has('lookup')).toBe(false)
})
