import { describe, expect, test } from 'vitest'
import type { DeviceId, Epoch, PersonId, RecordId, StreamId, TenantId } from '#domain/ids.ts'
import type { Part } from '#domain/rights.ts'
import { closeTo, isBehindPin } from '#store/behindPin.ts'
import { wipe } from '#store/wipe.ts'
import { enrol, type Enrolled, peopleHere } from '#store/enrolment.ts'
import { memoryDisk } from '#store/memoryDisk.ts'
import { positionIn, putPosition } from '#store/position.ts'
import { markIn } from '#store/vault.ts'

const COMPOUND = 'wutong-place' as RecordId
const LIAO: Enrolled & { epoch: Epoch } = {
  tenant: 'wutong' as TenantId,
  compound: COMPOUND,
  compoundName: '梧桐苑',
  device: 'phone' as DeviceId,
  deviceKind: 'own',
  person: 'liao' as PersonId,
  name: '廖姐',
  demo: false,
  serverKey: { id: 'k', raw: '' },
  epoch: 'life 1' as Epoch,
}
const WALL: readonly Part[] = [{ place: COMPOUND, group: 'wall' }]
const BINS: readonly Part[] = [...WALL, { place: COMPOUND, group: 'bins' }]

async function aPhone(told: Partial<Enrolled> = {}, parts = WALL) {
  const disk = memoryDisk()
  await enrol(disk, { ...LIAO, ...told }, 'stream' as StreamId)
  await disk.write(['meta'], async (tx) => putPosition(tx, { ...(await positionIn(tx))!, parts }))
  return disk
}
const marked = async (disk: Awaited<ReturnType<typeof aPhone>>) =>
  (await disk.read(['meta'], markIn)) !== undefined
const setsPin = (disk: Awaited<ReturnType<typeof aPhone>>) =>
  disk.write(['keys'], async (tx) => tx.put('keys', LIAO.person, { publicKey: 'p' }))

describe('a phone of one’s own', () => {
  test('of somebody who reads nothing of others is open, and locked once they set a PIN', async () => {
    const disk = await aPhone()
    expect(await isBehindPin(disk)).toBe(false)
    await setsPin(disk)
    expect(await isBehindPin(disk)).toBe(true)
  })

  test('that was emptied stands open: nothing lies there, and its person reads why', async () => {
    const disk = await aPhone({ asksForPin: true }, BINS)
    await setsPin(disk)
    await wipe(disk)
    expect(await isBehindPin(disk)).toBe(false)
    // Let in again they set one.
    await disk.write(['meta'], async (tx) => {
      const { wiped: _, ...position } = (await positionIn(tx))!
      putPosition(tx, { ...position, parts: BINS })
    })
    expect(await isBehindPin(disk)).toBe(true)
  })

  test('takes in nothing of others from the moment somebody joins who may read what they wrote, till they set a PIN', async () => {
    const disk = await aPhone({ asksForPin: true })
    expect(await marked(disk)).toBe(true)
    expect(await isBehindPin(disk)).toBe(true)
    expect((await peopleHere(disk)).mustSet).toBe('liao')
  })

  test('closes itself to what its person may read from now on, before it comes', async () => {
    const disk = await aPhone()
    await closeTo(disk, WALL)
    expect(await marked(disk)).toBe(false)
    await closeTo(disk, BINS)
    expect(await marked(disk)).toBe(true)
    expect(await isBehindPin(disk)).toBe(true)
  })

  test('of before there were PINs asks for one at its next start', async () => {
    const disk = await aPhone({}, BINS)
    expect(await isBehindPin(disk)).toBe(true)
    await closeTo(disk)
    expect(await marked(disk)).toBe(true)
  })

  test('of a demonstration asks for none unless somebody set one', async () => {
    const disk = await aPhone({ demo: true, asksForPin: true }, BINS)
    await closeTo(disk, BINS)
    expect(await marked(disk)).toBe(false)
    expect(await isBehindPin(disk)).toBe(false)
    await setsPin(disk)
    expect(await isBehindPin(disk)).toBe(true)
  })

  test('asks for another PIN when its person enters anew, also where none had to be set', async () => {
    const disk = await aPhone()
    expect((await peopleHere(disk)).mustSet).toBeUndefined()
    await setsPin(disk)
    await enrol(disk, LIAO, 'stream 2' as StreamId)
    expect((await peopleHere(disk)).mustSet).toBe('liao')
  })
})
