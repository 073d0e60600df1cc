import { expect, test } from 'vitest'
import type { ChangeId, PersonId, RecordId, TenantId } from '#domain/ids.ts'
import type { Recorded } from '#domain/record.ts'
import { openBook } from '#store/book.ts'
import { commit } from '#store/commit.ts'
import { drafts as openDrafts } from '#store/drafts.ts'
import { memoryDisk } from '#store/memoryDisk.ts'
import { dropForgotten, dropOrphans, orphansOf } from '#store/orphans.ts'
import type { KeptPhoto } from '#store/photoRows.ts'
import { keptPhotos, photosReceived } from '#store/photos.ts'
import { taken } from '#test/support/aPhotoShelf.ts'
import { plainSeals } from '#test/support/plainSeals.ts'

const hash = (letter: string) => letter.repeat(64)
const NOW = '2026-03-10T08:00:00.000Z'
const OLD = '2026-03-07T07:59:59.000Z'
const LIAO = 'liao' as PersonId
const incident = (id: string, ...photos: string[]) =>
  ({ id, kind: 'incident', v: 1, place: 'gate', author: LIAO, at: OLD, photos }) as unknown as Recorded

test('a photo that nothing names is an orphan after three days, not before, and not while something names it', () => {
  const photo = (name: string, at: string): KeptPhoto => ({ hash: name, size: 1, state: 'waiting', at })
  const photos = [
    photo('old', OLD),
    photo('named', OLD),
    photo('young', '2026-03-07T08:00:00.000Z'),
    photo('tomorrow', '2026-03-11T08:00:00.000Z'),
  ]
  expect(orphansOf(photos, new Set(['named']), NOW)).toEqual(['old'])
})

async function aTablet() {
  const disk = memoryDisk()
  const book = openBook()
  const seals = { ...plainSeals, locked: new Set<string>() }
  const parts = {
    disk,
    book,
    seals: {
      ...seals,
      byAuthor: async (author: PersonId, id: string, own: string) =>
        seals.locked.has(author) ? undefined : plainSeals.byAuthor(author, id, own),
    },
    now: () => NOW,
  }
  const drafts = openDrafts({ ...parts, tenant: 't' as TenantId })
  for (const letter of 'abcde') await taken(disk, { hash: hash(letter), bytes: Uint8Array.of(1), at: OLD })
  const left = async () => (await keptPhotos(disk)).map((one) => one.hash[0]).join('')
  return { ...parts, drafts, left, locked: seals.locked }
}

test('photos of given-up forms go; those of records, pending changes, kept-back changes and drafts stay', async () => {
  const at = await aTablet()
  at.book.load([incident('i', hash('a'))], [])
  at.book.turn({
    records: [{ ...incident('h'), kind: 'held', body: { args: { photos: [hash('b')] } } } as Recorded],
  })
  let ids = 0
  const newId = () => `id-${(ids += 1)}`
  const committer = { ...at, tenant: 'wutong' as TenantId, newId }
  const args = { place: 'gate', type: 'overflow', action: 'cleaned', photos: [hash('c')] }
  const done = await commit(committer, LIAO, [
    { record: 'r' as RecordId, name: 'incident.record', v: 1, args },
  ])
  expect(done.ok).toBe(true)
  await at.drafts.keep({ author: LIAO, form: 'f', about: '' }, 1, { deep: [{ photos: [hash('d')] }] })
  await dropOrphans(at)
  expect(await at.left()).toBe('abcd')
})

test('while a draft of somebody else cannot be opened no photo is dropped', async () => {
  const at = await aTablet()
  await at.drafts.keep({ author: LIAO, form: 'f', about: '' }, 1, { photos: [hash('d')] })
  at.locked.add(LIAO)
  await dropOrphans(at)
  expect(await at.left()).toBe('abcde')
  at.locked.clear()
  await dropOrphans(at)
  expect(await at.left()).toBe('d')
})

test('W14 a forgotten record takes its photos along, unless another one names them or they are still to be sent', async () => {
  const at = await aTablet()
  await photosReceived(at.disk, [hash('a'), hash('b'), hash('c'), hash('e')])
  const gone = incident('gone', ...'abcd'.split('').map(hash))
  const change = {
    id: 'x' as ChangeId,
    record: 'r' as RecordId,
    name: 'incident.record',
    v: 1,
    actor: LIAO,
    at: OLD,
  }
  at.book.load(
    [incident('stays', hash('b'))],
    [
      {
        ...change,
        args: { place: 'gate', type: 'overflow', action: 'cleaned', photos: [hash('c')] },
      },
    ],
  )
  await dropForgotten(at.disk, at.book, [gone])
  expect(await at.left()).toBe('bcde')
})
