import '#domain/catalogue.ts'
import { newId } from '#device/ids.ts'
import { newPinCost, stretch } from '#device/pinKey.ts'
import { newPinLock } from '#device/pinLock.ts'
import { post } from '#device/post.ts'
import { sealing } from '#device/sealing.ts'
import { newVaultRoot, vaultCipher } from '#device/vaultCipher.ts'
import type { Resident } from '#domain/doors/resident.ts'
import type { RecordId, StreamId } from '#domain/ids.ts'
import { openBook } from '#store/book.ts'
import { commit } from '#store/commit.ts'
import { dexieDisk } from '#store/dexieDisk.ts'
import type { Disk } from '#store/disk.ts'
import { enrol } from '#store/enrolment.ts'
import type { Seals } from '#store/outbox.ts'
import { vaultDisk } from '#store/vaultDisk.ts'
import { moveUnder } from '#store/vaultMove.ts'
import { round } from '#sync/run.ts'
import { openStatus } from '#sync/status.ts'
import { SYNC_PATH } from '#wire/office.ts'
import { plainSeals } from '#test/support/plainSeals.ts'

/** What `lock.mjs` runs inside the browser, on the origin of the real server. Times are milliseconds. */

type Told = Parameters<typeof enrol>[1]

const now = () => new Date().toISOString()

/** Makes this browser the phone of the enrolled person, as joining does. */
export async function become(told: Told): Promise<void> {
  const disk = dexieDisk('linbian')
  await enrol(disk, told, newId() as StreamId)
  disk.close()
}

/** How many residents there are, and one of them: where they live, and what they are called. */
export async function residents(told: Told): Promise<{ count: number; home: RecordId; name: string }> {
  const disk = dexieDisk(`all ${newId()}`)
  await enrol(disk, { ...told, demo: true }, newId() as StreamId)
  const book = openBook()
  const ends = { disk, book, status: openStatus(), device: told.deviceKind, newId }
  await round({ ...ends, post: (body) => post(SYNC_PATH, body) })
  disk.close()
  const all = book.all<Resident>('resident')
  const last = all.at(-1)!
  return { count: all.length, home: last.place, name: last.name }
}

/** What a PIN costs on this processor now: how many passes were chosen for it, and how long they take. */
export async function pinCost(): Promise<{ passes: number; ms: number }> {
  const cost = await newPinCost()
  const began = performance.now()
  await stretch('407158', cost)
  return { passes: cost.passes, ms: performance.now() - began }
}

/** No hand is quicker: what is got ready between two touches is ready. In milliseconds. */
const HAND_MS = 100

/** Acts of one kind, each durable before the next; sealed as behind a PIN, on a disk with a vault, or neither. */
export async function acts(
  told: Told,
  what: 'tally' | 'remark',
  isSealed: boolean,
  count: number,
): Promise<readonly number[]> {
  const below = dexieDisk(`acts ${newId()}`)
  const { disk, seals } = isSealed ? await behindPin(below, told) : { disk: below, seals: plainSeals }
  await enrol(disk, { ...told, demo: true }, newId() as StreamId)
  const to = { disk, book: openBook(), seals, tenant: told.tenant, newId, now }
  const act = async (record: RecordId, name: string, args: unknown) => {
    const done = await commit(to, told.person, [{ record, name, v: 1, args }])
    if (!done.ok) throw new Error(`${name}: ${done.refused}`)
  }
  const shift = newId() as RecordId
  const place = told.compound
  await act(shift, 'shift.open', { place, day: now().slice(0, 10), window: 'morning' })
  const one =
    what === 'tally'
      ? () => act(shift, 'shift.tally', { counter: 'right' })
      : () => act(newId() as RecordId, 'feedback.write', { place, heardAt: now(), ...REMARK })
  await one()
  const times: number[] = []
  for (let nth = 0; nth < count; nth++) {
    await new Promise((resolve) => setTimeout(resolve, HAND_MS))
    const began = performance.now()
    await one()
    times.push(performance.now() - began)
  }
  disk.close()
  return times
}

const REMARK = {
  text: '三楼的灯又坏了，晚上看不见',
  category: 'lighting',
  urgency: 'u3',
  channel: 'face',
  affected: 1,
  photos: [],
  name: 'none',
}

async function behindPin(below: Disk, told: Told): Promise<{ disk: Disk; seals: Seals }> {
  const { lock, privateKey } = await newPinLock('407158')
  const box = vaultCipher(newVaultRoot())
  await moveUnder(below, box)
  const keys = { get: async () => lock, putIfNone: async () => lock }
  return {
    disk: vaultDisk(below, { box }),
    seals: sealing({ server: told.serverKey, keys, unlocked: () => true, privateKey: () => privateKey }),
  }
}
