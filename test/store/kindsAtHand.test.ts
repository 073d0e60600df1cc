import { beforeEach, expect, test, vi } from 'vitest'
import { KINDS as ALL } from '#domain/catalogue.ts'
import { type PersonId, type RecordId, SERVER, type TenantId } from '#domain/ids.ts'
import type { Recorded } from '#domain/record.ts'
import type { Intent } from '#store/commit.ts'
import { plainSeals } from '#test/support/plainSeals.ts'

const ME = 'me' as PersonId
const WORD = 'lookup-1' as RecordId
const asking: Intent = { record: WORD, name: 'lookup.ask', v: 1, args: { place: 'east', word: '珍珠' } }

/** As a process that has fetched no more than a start fetches: here all kinds are in force already. */
async function afterStart() {
  await import('#domain/outlines.ts')
  const { KINDS, isOutlined } = await import('#domain/kinds.ts')
  const { openBook } = await import('#store/book.ts')
  const { areKnown, loadBook } = await import('#store/open.ts')
  return { KINDS, isOutlined, openBook, areKnown, loadBook }
}

/** A disk on which this was written, and nothing was sent yet. */
async function written(intent: Intent) {
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
  await commit(committer, ME, [intent])
  return disk
}

beforeEach(() => vi.resetModules())

test('a start knows every kind that lifts older shapes, and does without others', async () => {
  const { KINDS, isOutlined } = await afterStart()
  const lifting = [...ALL.values()].filter((kind) => kind.upgrade).map((kind) => kind.kind)
  expect(lifting.length).toBeGreaterThan(0)
  expect(lifting.filter((kind) => !isOutlined(kind))).toEqual([])
  expect(KINDS.size).toBe(0)
})

test('a start says of every kind it shows the same readers as the kind itself', async () => {
  await afterStart()
  const { scopeOf } = await import('#domain/kinds.ts')
  const like = (kind: string) =>
    ({ kind, id: 'one', place: 'east', author: 'me', at: '', v: 2, what: 'floor' }) as unknown as Recorded
  const shown = [...ALL.values()].filter(({ kind }) => scopeOf(like(kind)))
  expect(shown.length).toBeGreaterThan(10)
  for (const kind of shown) expect(scopeOf(like(kind.kind))).toEqual(kind.scopeOf(like(kind.kind)))
})

test('who is to be looked after is shown by a start as it lies on the disk, without what may happen to it', async () => {
  const { openBook, KINDS } = await afterStart()
  const { readerOf } = await import('#queries/reader.ts')
  const common = { v: 1, author: SERVER, at: '2026-03-01T00:00:00.000Z' }
  const book = openBook()
  const officer = { role: 'officer', place: 'compound', from: '2026-01-01' }
  book.load(
    [
      {
        ...common,
        id: 'compound',
        kind: 'place',
        place: 'compound',
        what: 'compound',
        key: '',
        label: '',
        order: 0,
      },
      { ...common, id: ME, kind: 'member', place: 'compound', name: '王', appointments: [officer] },
      {
        ...common,
        id: 'care-1',
        kind: 'care',
        place: 'compound',
        resident: 'r',
        tags: ['livesAlone'],
        needs: [],
      },
    ] as unknown as readonly Recorded[],
    [],
  )
  const who = { me: ME, compound: 'compound' as RecordId, deviceKind: 'own' as const }
  expect(readerOf(book, who, '2026-03-02').all('care')).toHaveLength(1)
  expect(readerOf(book, who, '2026-03-02').all('lookup')).toHaveLength(0)
  expect(KINDS.size).toBe(0)
})

test('a record whose kind is entered later is shown from then on, also where somebody asked for it before', async () => {
  const { openBook } = await afterStart()
  const { readerOf } = await import('#queries/reader.ts')
  const book = openBook()
  const officer = { role: 'officer', place: 'compound', from: '2026-01-01' }
  const common = { v: 1, place: 'compound', author: ME, at: '2026-03-01T00:00:00.000Z' }
  book.load(
    [
      { ...common, id: 'compound', kind: 'place', what: 'compound', key: '', label: '', order: 0 },
      { ...common, id: ME, kind: 'member', name: '王', appointments: [officer] },
      { ...common, id: 'lookup-1', kind: 'lookup', word: '珍珠' },
    ] as unknown as readonly Recorded[],
    [],
  )
  const who = { me: ME, compound: 'compound' as RecordId, deviceKind: 'own' as const }
  const before = readerOf(book, who, '2026-03-02').all('lookup')
  await import('#domain/catalogue.ts')
  expect([before.length, readerOf(book, who, '2026-03-02').all('lookup').length]).toEqual([0, 1])
})

test('what was written at the bins and the doors is on the screen without all kinds there are', async () => {
  const knock: Intent = {
    record: 'visit-1' as RecordId,
    name: 'visit.record',
    v: 1,
    args: { place: 'door', outcome: 'met' },
  }
  const disk = await written(knock)
  vi.resetModules()
  const { KINDS, openBook, loadBook } = await afterStart()
  const book = openBook()
  await loadBook(disk, plainSeals, book, () => import('#domain/kindsAtHand.ts'))
  expect(book.get('visit-1' as RecordId)).toMatchObject({ kind: 'visit', outcome: 'met' })
  expect(KINDS.has('lookup')).toBe(false)
})

test('what was written of a kind that a start does without is on the screen once it has started', async () => {
  const disk = await written(asking)
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
