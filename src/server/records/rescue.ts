import type { HeldWhy } from '#domain/change.ts'
import { heldId } from '#domain/held.ts'
import { type ChangeId, derivedId, type PersonId, type RecordId, SERVER } from '#domain/ids.ts'
import type { RescueFile } from '#domain/rescueFile.ts'
import { BATCH_CHANGES, CHANGE_BYTES } from '#wire/limits.ts'
import { type Arrival, type Letter, readLetters } from './arrival.ts'
import { type Desk, openDesk } from './desk.ts'
import { startAnother } from './exchange.ts'
import type { House } from './house.ts'
import { actsOf, takeFresh } from './push.ts'
import type { Caller } from './scope.ts'
import { takeAct } from './take.ts'

export interface Rescued {
  /** Now in the records. */
  readonly taken: number
  /** Known before. */
  readonly here: number
  readonly held: ReadonlyMap<HeldWhy, number>
}

/** What of a damaged line is kept; no line that a device writes is longer. */
const KEPT_OF_LINE = 4 * CHANGE_BYTES

/**
 * Takes in a file of unsent changes that somebody carried here, as if its device had sent them: the same ids, so that the
 * device's own sync and a second file find recorded outcomes (W2); the rights of each actor as they are now; acts whole.
 * The device's stream is not touched. Who brought it is noted in the log before the first of them is taken.
 *
 * @param from the device that wrote it, with the people on it; `unknown` where this database has none of that name
 */
export async function takeRescue(
  house: House,
  from: Caller,
  by: PersonId,
  file: RescueFile,
): Promise<Rescued> {
  const raws = file.changes.map((raw, index) => (isObject(raw) ? { ...raw, n: index + 1 } : raw))
  const letters = await readLetters(house.seals, from, raws)
  const read = new Set(letters.map(({ n }) => n))
  const unread = file.changes.filter((_, index) => !read.has(index + 1)).map((raw) => JSON.stringify(raw))
  const lines = [...file.damaged, ...unread].map((line) => damagedLetter(line, from))

  let taken = 0
  let here = 0
  const held = new Map<HeldWhy, number>()
  const add = (why: HeldWhy) => held.set(why, (held.get(why) ?? 0) + 1)
  const batches = batchesOf([...actsOf(letters), ...lines.map((line) => [line])])
  let noted = false
  for (let at = 0; at < batches.length || !noted;) {
    const batch = batches[at] ?? []
    const found = await transact(house, from, async (desk) => {
      const epoch = desk.epoch
      for (const { arrival } of batch.flat()) {
        // Only this server seals first stamps: its database was put back to before this one (W7).
        if (arrival.first?.epoch === epoch && !(await desk.row(arrival.change.id))) return { ahead: epoch }
      }
      if (!noted) await note(desk, by, from, file)
      return { outcomes: await takeBatch(desk, batch) }
    })
    if ('ahead' in found) {
      await startAnother(house, found.ahead)
      continue
    }
    noted = true
    at += 1
    for (const outcome of found.outcomes) {
      if (outcome === 'taken') taken += 1
      else if (outcome === 'here') here += 1
      else add(outcome)
    }
  }
  return { taken, here, held }
}

async function transact<T>(house: House, { tenant }: Caller, body: (desk: Desk) => Promise<T>): Promise<T> {
  const now = house.clock()
  const { result, touched } = await house.log.transact(tenant, async (tx) => {
    const desk = await openDesk(tx, house, tenant, now)
    const result = await body(desk)
    await desk.flush()
    return { result, touched: desk.touched() }
  })
  if (touched.length > 0) house.moved?.(tenant, touched)
  return result
}

async function takeBatch(
  desk: Desk,
  acts: readonly (readonly Letter[])[],
): Promise<readonly ('taken' | 'here' | HeldWhy)[]> {
  const outcomes: ('taken' | 'here' | HeldWhy)[] = []
  for (const act of acts) {
    const known = new Set<ChangeId>()
    for (const { arrival } of act) if (await desk.row(arrival.change.id)) known.add(arrival.change.id)
    await takeFresh(desk, act)
    for (const { arrival } of act) {
      const { id } = arrival.change
      const outcome = (await desk.row(id))?.outcome
      if (known.has(id)) outcomes.push('here')
      else if (outcome?.is === 'held') outcomes.push(outcome.why)
      else outcomes.push(outcome?.is === 'waits' ? 'recordMissing' : 'taken')
      // The same change twice in one file is one change.
      known.add(id)
    }
  }
  return outcomes
}

/** In the name of whoever brought it: what an officer carries in is theirs to answer for. */
async function note(desk: Desk, by: PersonId, from: Caller, { at, count }: RescueFile): Promise<void> {
  const args = {
    place: desk.compound,
    device: from.device.slice(0, 64),
    count,
    ...(at !== '' && { writtenAt: at.slice(0, 64) }),
  }
  const id = desk.newId()
  const change = {
    id,
    record: derivedId<RecordId>('rescue', id),
    name: 'rescue.bring',
    v: 1,
    actor: by,
    at: desk.now,
    args,
  }
  await takeAct(desk, [{ change, device: from.device, body: { at: desk.now, args }, free: true }])
}

/**
 * A line that was damaged on its way is kept as it came, under a name of its own: the true change may still come from its
 * device, and must then find its id free.
 */
function damagedLetter(line: string, from: Caller): Letter {
  const id = derivedId<ChangeId>('damaged', line)
  const arrival: Arrival = {
    change: {
      id,
      record: heldId(id),
      name: 'unreadable',
      v: 0,
      actor: from.people.length === 1 ? from.people[0]! : SERVER,
      at: '',
      args: null,
    },
    device: from.device,
    body: { raw: line.slice(0, KEPT_OF_LINE) },
    refused: 'unreadable',
  }
  return { n: 1, arrival }
}

/** Acts whole, about as many changes as a request of a device has: others wait for a transaction's end. */
function batchesOf(acts: readonly (readonly Letter[])[]): readonly (readonly (readonly Letter[])[])[] {
  const batches: (readonly Letter[])[][] = []
  let size = Infinity
  for (const act of acts) {
    if (size + act.length > BATCH_CHANGES) {
      batches.push([])
      size = 0
    }
    batches.at(-1)?.push(act)
    size += act.length
  }
  return batches
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
