import { allKinds } from '#test/support/allKinds.ts'
import { expect, test } from 'vitest'
import { newVaultRoot, vaultCipher } from '#device/vaultCipher.ts'
import type { ChangeId, DeviceId, Epoch, PersonId, RecordId, StreamId, TenantId } from '#domain/ids.ts'
import type { Shift } from '#domain/bins/shift.ts'
import { take } from '#store/apply.ts'
import { openBook } from '#store/book.ts'
import { commit, type Intent } from '#store/commit.ts'
import type { Disk } from '#store/disk.ts'
import { memoryDisk } from '#store/memoryDisk.ts'
import { loadBook, readAhead } from '#store/open.ts'
import type { Seals } from '#store/outbox.ts'
import { firstPosition, putPosition } from '#store/position.ts'
import { PERSONAL_V, putMark } from '#store/vault.ts'
import { vaultDisk } from '#store/vaultDisk.ts'
import { plainSeals } from '#test/support/plainSeals.ts'

const ME = 'me' as PersonId
const SHIFT = 'shift-1' as RecordId
const opening: Intent = {
  record: SHIFT,
  name: 'shift.open',
  v: 1,
  args: { place: 'east', day: '2026-03-02', window: 'morning' },
}
const tap: Intent = { record: SHIFT, name: 'shift.tally', v: 1, args: { counter: 'right' } }
const visit: Intent = {
  record: 'visit-1' as RecordId,
  name: 'visit.record',
  v: 1,
  args: { place: '101', outcome: 'met' },
}

/** A book that another tab makes read anew, and whose sealed rows take their time to open. */
function slowly() {
  let open = () => {}
  const reading = new Promise<void>((started) => {
    open = started
  })
  let letGo = () => {}
  const gate = new Promise<void>((resolve) => (letGo = resolve))
  const seals: Seals = {
    ...plainSeals,
    byAuthor: async (...args) => {
      open()
      await gate
      return plainSeals.byAuthor(...args)
    },
  }
  return { seals, reading, letGo: () => letGo() }
}

function committer(disk: Disk, book: ReturnType<typeof openBook>) {
  return {
    disk,
    book,
    seals: plainSeals,
    tenant: 'tenant' as TenantId,
    newId: () => crypto.randomUUID(),
    now: () => '2026-03-02T00:00:00.000Z',
  }
}

function aDevice() {
  const disk = memoryDisk()
  const book = openBook()
  const to = committer(disk, book)
  return { disk, book, act: (...intents: Intent[]) => commit(to, ME, intents) }
}

const taps = (book: ReturnType<typeof openBook>) =>
  book.get<Shift>(SHIFT)?.minutes.flatMap(([, letters]) => [...letters]).length

test('what the disk gave back before its own tab had shown it counts once', async () => {
  const { disk, book, act } = aDevice()
  await act(opening)
  let durable = () => {}
  const written = new Promise<void>((resolve) => (durable = resolve))
  let letGo = () => {}
  const gate = new Promise<void>((resolve) => (letGo = resolve))
  const slow: typeof disk = {
    ...disk,
    write: async (tables, work) => {
      const done = await disk.write(tables, work)
      durable()
      await gate
      return done
    },
  }
  const tapping = commit(committer(slow, book), ME, [tap])
  await written
  await loadBook(disk, plainSeals, book, allKinds)
  letGo()
  expect((await tapping).ok).toBe(true)
  expect(taps(book)).toBe(1)
})

test('what was saved while the disk was being read anew is not taken off the screen again', async () => {
  const { disk, book, act } = aDevice()
  await act(visit)
  await act(opening)
  const { seals, reading, letGo } = slowly()
  const loading = loadBook(disk, seals, book, allKinds)
  await reading
  await act(tap)
  letGo()
  await loading
  expect(taps(book)).toBe(1)
})

test('what was confirmed while the disk was being read anew does not wait again', async () => {
  const { disk, book, act } = aDevice()
  await act(visit)
  await act(opening)
  const done = await act(tap)
  const { seals, reading, letGo } = slowly()
  const loading = loadBook(disk, seals, book, allKinds)
  await reading
  const confirmed = book.get<Shift>(SHIFT)!
  const ids = new Set(book.pending(SHIFT).map((change): ChangeId => change.id))
  await disk.write(['outbox', 'singles'], async (tx) => {
    for (const { key, value } of await tx.range<{ change: { id: ChangeId } }>('outbox'))
      if (ids.has(value.change.id)) tx.delete('outbox', key)
    tx.put('singles', SHIFT, { walk: 0, record: confirmed })
  })
  book.turn({ records: [confirmed], acknowledged: ids })
  letGo()
  await loading
  expect(done.ok).toBe(true)
  expect(taps(book)).toBe(1)
  expect(book.pending(SHIFT)).toEqual([])
})

test('what another tab saved after a start had begun to read is on its screen', async () => {
  const { disk, act } = aDevice()
  await act(opening)
  const other = disk.tab()
  const elsewhere = openBook()
  await loadBook(other, plainSeals, elsewhere, allKinds)
  const ahead = readAhead(disk)
  await disk.read(['outbox'], async () => undefined)
  const saved = await commit(committer(other, elsewhere), ME, [tap])
  const started = openBook()
  await loadBook(disk, plainSeals, started, allKinds, ahead)
  expect(saved.ok).toBe(true)
  expect(taps(started)).toBe(1)
})

test('a start reads the disk once', async () => {
  const { disk, act } = aDevice()
  await act(opening)
  await act(tap)
  let reads = 0
  const counting: typeof disk = {
    ...disk,
    read: (tables, body) => {
      reads += 1
      return disk.read(tables, body)
    },
  }
  const started = openBook()
  await loadBook(counting, plainSeals, started, allKinds, readAhead(counting))
  expect(taps(started)).toBe(1)
  expect(reads).toBe(1)
})

test('what a worker without the key of the vault sent stays on the screen of whoever wrote it till its record comes', async () => {
  const below = memoryDisk()
  const key = { box: vaultCipher(newVaultRoot()) }
  const ids = { tenant: 'tenant' as TenantId, device: 'phone' as DeviceId, epoch: 'epoch' as Epoch }
  await below.write(['meta'], async (tx) => {
    putMark(tx, { v: PERSONAL_V, box: key.box.id })
    putPosition(tx, firstPosition({ ...ids, stream: 'stream' as StreamId }))
  })
  const disk = vaultDisk(below, key)
  const book = openBook()
  const done = await commit(committer(disk, book), ME, [visit])
  const [change] = done.ok ? done.value : []
  const written = book.get(visit.record)!

  const from = { stream: 'stream' as StreamId, epoch: ids.epoch, acked: 0, cursor: '', unsent: 0 }
  const said = { epoch: ids.epoch, scope: '', parts: [], records: [], forget: [], serverTime: written.at }
  const outcomes = [{ n: 1, id: change!.id, outcome: { is: 'applied' }, first: 'first' } as const]
  const sent = { ...said, acked: 1, outcomes, own: [{ record: written }], to: '', more: true }
  await take(vaultDisk(below, {}), { ...from, upTo: 1 }, sent, 'own', () => 'another' as StreamId)

  const shown = openBook()
  await loadBook(disk, plainSeals, shown, allKinds)
  expect(shown.get(visit.record)).toEqual(written)
  expect(shown.standing(visit.record)).toBe('kept')
  const others = openBook()
  await loadBook(disk, { ...plainSeals, byAuthor: async () => undefined }, others, allKinds)
  expect(others.get(visit.record)).toBeUndefined()

  const asItIs = { ...written, author: 'as the office has it' as PersonId }
  const rest = { ...said, acked: 1, outcomes: [], own: [], records: [asItIs], to: 'end', more: false }
  await take(disk, { ...from, acked: 1, upTo: 1 }, rest, 'own', () => 'another' as StreamId)
  await loadBook(disk, plainSeals, shown, allKinds)
  expect(shown.get(visit.record)).toEqual(asItIs)
})
