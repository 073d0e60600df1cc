import { describe, expect, test } from 'vitest'
import { openShift } from '#commands/bins.ts'
import { shownTaps, type Tallying, tallyingOf } from '#commands/tallying.ts'
import type { RecordId } from '#domain/ids.ts'
import { type Shift } from '#domain/bins/shift.ts'
import { type Counter, countsOf } from '#domain/bins/tallies.ts'
import { type Disk, DiskTrouble } from '#store/disk.ts'
import { memoryDisk } from '#store/memoryDisk.ts'
import { aBinSide, type BinSide, EAST_GATE, must, restarted, withPoints } from '#test/support/binSide.ts'

async function atTheKeys(full: () => boolean = () => false) {
  const disk = memoryDisk()
  const writes: Disk = {
    ...disk,
    write: (tables, body) => (full() ? Promise.reject(new DiskTrouble('full')) : disk.write(tables, body)),
  }
  const side = aBinSide({ disk, writes })
  await withPoints(side)
  const shift = await must(openShift(side, { place: EAST_GATE, day: '2026-11-24', window: 'evening' }))
  return { side, shift, keys: tallyingOf(side, shift) }
}

const kept = (side: BinSide, shift: RecordId) => countsOf(side.view.get<Shift>(shift) as Shift)
const shown = (side: BinSide, shift: RecordId, keys: Tallying) =>
  countsOf({ minutes: shownTaps(side.view.get<Shift>(shift) as Shift, keys.state()) })

describe('the keys', () => {
  test('show a touch at once, marked as waiting, and as kept only when it is on the disk', async () => {
    const { side, shift, keys } = await atTheKeys()
    keys.touch('right', 0)
    expect([shown(side, shift, keys).right, kept(side, shift).right, keys.state().waiting.length]).toEqual([
      1, 0, 1,
    ])
    await keys.settled()
    expect([shown(side, shift, keys).right, kept(side, shift).right, keys.state().waiting.length]).toEqual([
      1, 1, 0,
    ])
    expect(countsOf((await restarted(side)).view.get<Shift>(shift) as Shift).right).toBe(1)
  })

  test('count six deliberate touches a second, each, and no bounce', async () => {
    const { side, shift, keys } = await atTheKeys()
    const touched = Array.from({ length: 120 }, (_, index) => index * 167).flatMap((moment) => [
      keys.touch('right', moment),
      keys.touch('right', moment + 90),
    ])
    await keys.settled()
    expect(touched.filter(Boolean)).toHaveLength(120)
    expect(kept(side, shift).right).toBe(120)
  })

  test('take two different keys within 150 ms for two touches', async () => {
    const { side, shift, keys } = await atTheKeys()
    expect([keys.touch('right', 0), keys.touch('unsorted', 40)]).toEqual([true, true])
    await keys.settled()
    expect(kept(side, shift)).toMatchObject({ right: 1, unsorted: 1 })
  })

  test('lose nothing when the screen that took the touches has gone', async () => {
    const { side, shift, keys } = await atTheKeys()
    const stop = keys.watch(() => undefined)
    for (let i = 0; i < 30; i += 1) keys.touch(i % 2 ? 'right' : 'explained', i * 200)
    stop()
    await keys.settled()
    expect(kept(side, shift)).toMatchObject({ right: 15, explained: 15 })
  })
})

describe('undo', () => {
  test('steps back through the whole shift, last touch first, also over touches still on their way', async () => {
    const { side, shift, keys } = await atTheKeys()
    const order: Counter[] = ['right', 'corrected', 'right', 'explained']
    order.forEach((counter, index) => keys.touch(counter, index * 200))
    const taken = order.map((_, index) => keys.undo(index * 200))
    expect(taken).toEqual(['explained', 'right', 'corrected', 'right'])
    expect(keys.undo(2000)).toBeUndefined()
    await keys.settled()
    expect(kept(side, shift)).toEqual({ right: 0, corrected: 0, unsorted: 0, resorted: 0, explained: 0 })
    expect(keys.state()).toEqual({ waiting: [] })
  })

  test('takes back one when the key bounces', async () => {
    const { keys } = await atTheKeys()
    keys.touch('right', 0)
    keys.touch('right', 200)
    expect([keys.undo(300), keys.undo(390)]).toEqual(['right', undefined])
    await keys.settled()
  })
})

describe('a full disk', () => {
  test('lets the number go back, says why, and the next touch that is kept clears it', async () => {
    let full = true
    let opened = false
    const { side, shift, keys } = await atTheKeys(() => opened && full)
    opened = true
    keys.touch('right', 0)
    await keys.settled()
    expect([shown(side, shift, keys).right, keys.state().refused]).toEqual([0, 'disk.full'])
    full = false
    keys.touch('right', 200)
    await keys.settled()
    expect([shown(side, shift, keys).right, keys.state().refused]).toEqual([1, undefined])
  })

  test('is still the news after an undo that finds nothing to take back', async () => {
    let full = false
    const { keys } = await atTheKeys(() => full)
    full = true
    keys.touch('right', 0)
    keys.undo(200)
    await keys.settled()
    expect(keys.state()).toEqual({ waiting: [], refused: 'disk.full' })
  })
})
