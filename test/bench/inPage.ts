import { newId } from '#device/ids.ts'
import { post } from '#device/post.ts'
import type { RecordId, StreamId } from '#domain/ids.ts'
import { openBook } from '#store/book.ts'
import { commit } from '#store/commit.ts'
import { dexieDisk } from '#store/dexieDisk.ts'
import { enrol, type Enrolled } from '#store/enrolment.ts'
import { round } from '#sync/run.ts'
import { openStatus } from '#sync/status.ts'
import { SYNC_PATH } from '#wire/office.ts'
import { plainSeals } from '#test/support/plainSeals.ts'

/** What `bench.mjs` runs inside the browser, on the origin of the real server. Times are milliseconds. */

type Told = Parameters<typeof enrol>[1]

interface Raw {
  readonly id: string
  readonly kind: string
  readonly place: string
}

const now = () => new Date().toISOString()

/** Taps on the tally of one shift, each durable before the next, through the product's own commit. */
export async function productTaps(told: Told, count: number): Promise<readonly number[]> {
  const disk = dexieDisk(`taps ${newId()}`)
  await enrol(disk, told, newId() as StreamId)
  const to = { disk, book: openBook(), seals: plainSeals, tenant: told.tenant, newId, now }
  const shift = newId() as RecordId
  const act = async (name: string, args: unknown) => {
    const done = await commit(to, told.person, [{ record: shift, name, v: 1, args }])
    if (!done.ok) throw new Error(`${name}: ${done.refused}`)
  }
  await act('shift.open', { place: told.compound, day: now().slice(0, 10), window: 'morning' })
  const times = await timed(count, () => act('shift.tally', { counter: 'right' }))
  disk.close()
  return times
}

/** The same size of thing by hand: the record as it is now and an outbox row, strict, in one transaction. */
export async function rawTaps(person: string, count: number): Promise<readonly number[]> {
  const connection = await rawDatabase({ records: [], outbox: [] })
  const shift = newId()
  const taps: { counter: string; at: string }[] = []
  const times = await timed(count, () => {
    const at = now()
    taps.push({ counter: 'right', at })
    const tx = connection.transaction(['records', 'outbox'], 'readwrite', { durability: 'strict' })
    tx.objectStore('records').put({ id: shift, kind: 'shift', place: person, taps })
    const body = { open: { at, args: { counter: 'right' } } }
    tx.objectStore('outbox').put({
      change: { id: newId(), actor: person, record: shift, name: 'shift.tally', v: 1, body },
    })
    return ended(tx)
  })
  connection.close()
  return times
}

/** From an enrolled device that knows nothing to a book that knows everything. */
export async function productSync(told: Told): Promise<{ ms: number; records: number; requests: number }> {
  const disk = dexieDisk(`sync ${newId()}`)
  await enrol(disk, told, newId() as StreamId)
  const book = openBook()
  let requests = 0
  const began = performance.now()
  const end = await round({
    disk,
    book,
    status: openStatus(),
    device: told.deviceKind,
    newId,
    post: (body) => {
      requests += 1
      return post(SYNC_PATH, body)
    },
  })
  const ms = performance.now() - began
  if (end !== 'done') throw new Error(`the first sync ended with ${end}`)
  disk.close()
  return { ms, records: [...book.bases()].length, requests }
}

/** Everything this person may read, as the floor gets it: a line of JSON each. */
export async function allRecords(told: Told): Promise<string> {
  const disk = dexieDisk(`all ${newId()}`)
  await enrol(disk, told, newId() as StreamId)
  const book = openBook()
  await round({
    disk,
    book,
    status: openStatus(),
    device: told.deviceKind,
    newId,
    post: (body) => post(SYNC_PATH, body),
  })
  disk.close()
  return [...book.bases()].map((record) => JSON.stringify(record)).join('\n')
}

/** One gzipped response, a row each. @param indexes as many as a screen needs that asks the disk instead of memory */
export async function rawSync(address: string, indexes: readonly string[]): Promise<number> {
  const connection = await rawDatabase({ records: indexes })
  const began = performance.now()
  const lines = (await (await fetch(address)).text()).split('\n')
  const tx = connection.transaction(['records'], 'readwrite')
  const store = tx.objectStore('records')
  for (const line of lines) store.put(JSON.parse(line) as Raw)
  await ended(tx)
  const ms = performance.now() - began
  connection.close()
  return ms
}

/** Makes this browser the device of the enrolled person, as joining does. */
export async function become(told: Enrolled & Pick<Told, 'epoch'>): Promise<void> {
  const disk = dexieDisk('linbian')
  await enrol(disk, told, newId() as StreamId)
  disk.close()
}

function rawDatabase(stores: Readonly<Record<string, readonly string[]>>): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(`raw ${newId()}`, 1)
    request.addEventListener('upgradeneeded', () => {
      for (const [name, indexes] of Object.entries(stores)) {
        const store = request.result.createObjectStore(
          name,
          name === 'records' ? { keyPath: 'id' } : { autoIncrement: true },
        )
        for (const field of indexes) store.createIndex(field, field)
      }
    })
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error))
  })
}

function ended(tx: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    tx.addEventListener('complete', () => resolve())
    tx.addEventListener('abort', () => reject(tx.error))
  })
}

async function timed(count: number, act: () => Promise<void>): Promise<readonly number[]> {
  const times: number[] = []
  for (let n = 0; n < count; n++) {
    const began = performance.now()
    await act()
    times.push(performance.now() - began)
  }
  return times
}
