import { describe, expect, test } from 'vitest'
import { addBag, type Bagging, baggingOf, type BagWords, shownBags, takeBagBack } from '#commands/bags.ts'
import { closeShift, openShift } from '#commands/bins.ts'
import { BAGS_OF_SHIFT, bagRateOf } from '#domain/bins/bag.ts'
import type { ChangeId, RecordId } from '#domain/ids.ts'
import type { Shift } from '#domain/bins/shift.ts'
import { type Disk, DiskTrouble } from '#store/disk.ts'
import { memoryDisk } from '#store/memoryDisk.ts'
import {
  aBinSide,
  type BinSide,
  EAST_GATE,
  must,
  restarted,
  TANG,
  withPoints,
} from '#test/support/binSide.ts'

const GOOD: BagWords = { stream: 'kitchen', verdict: 'good', faults: [] }
const WET: BagWords = { stream: 'kitchen', verdict: 'minor', faults: ['liquid'] }

async function atTheBags(full: () => boolean = () => false) {
  const disk = memoryDisk()
  const writes: Disk = {
    ...disk,
    write: (tables, body) => (full() ? Promise.reject(new DiskTrouble('full')) : disk.write(tables, body)),
  }
  const side = aBinSide({ disk, writes })
  await withPoints(side)
  const shift = await must(openShift(side, { place: EAST_GATE, day: '2026-11-24', window: 'evening' }))
  return { side, shift, keys: baggingOf(side, shift) }
}

const bagsOf = (side: BinSide, shift: RecordId) => side.view.get<Shift>(shift)?.bags ?? []
const shown = (side: BinSide, shift: RecordId, keys: Bagging) =>
  shownBags(side.view.get<Shift>(shift), keys.state()).map((bag) => bag.verdict)

describe('opened bags', () => {
  test('ten with one that is wet are 90 per cent of ten; nine say no rate', async () => {
    const { side, shift } = await atTheBags()
    for (let i = 0; i < 8; i += 1) await must(addBag(side, shift, GOOD))
    await must(addBag(side, shift, WET))
    expect(bagRateOf(bagsOf(side, shift))).toEqual({ good: 8, checked: 9 })
    await must(addBag(side, shift, GOOD))
    expect(bagRateOf(bagsOf(side, shift))).toEqual({ good: 9, checked: 10, perMille: 900 })
  })

  test('are shown at once and kept when they are on the disk, quick ones in their order', async () => {
    const { side, shift, keys } = await atTheBags()
    keys.open(GOOD, 0)
    keys.open(WET, 40)
    expect(shown(side, shift, keys)).toEqual(['good', 'minor'])
    expect(bagsOf(side, shift)).toEqual([])
    await keys.settled()
    expect(bagsOf(side, shift)).toMatchObject([GOOD, WET])
    expect(bagsOf(await restarted(side), shift)).toEqual(bagsOf(side, shift))
  })

  test('do not count a bounce of the same key, and count six a second', async () => {
    const { side, shift, keys } = await atTheBags()
    const touched = Array.from({ length: 60 }, (_, index) => index * 167).flatMap((moment) => [
      keys.open(GOOD, moment),
      keys.open(GOOD, moment + 90),
    ])
    await keys.settled()
    expect(touched.filter(Boolean)).toHaveLength(60)
    expect(bagsOf(side, shift)).toHaveLength(60)
  })

  test('end at two hundred a shift: the key takes no more, and no other way in does', async () => {
    const { side, shift, keys } = await atTheBags()
    for (let i = 0; i < BAGS_OF_SHIFT; i += 1) keys.open(GOOD, i * 200)
    expect(keys.open(GOOD, 100_000)).toBe(false)
    await keys.settled()
    expect(bagsOf(side, shift)).toHaveLength(BAGS_OF_SHIFT)
    expect(await addBag(side, shift, GOOD)).toEqual({ ok: false, refused: 'notPossible' })
    keys.undo(200_000)
    expect(keys.open(GOOD, 300_000)).toBe(true)
  })

  test('of another person are not mine to count or to take back', async () => {
    const { side, shift } = await atTheBags()
    await must(addBag(side, shift, GOOD))
    const tang = aBinSide({ me: TANG })
    tang.book.load([side.view.get<Shift>(shift) as Shift], [])
    const [bag] = bagsOf(side, shift)
    expect(await addBag(tang, shift, GOOD)).toEqual({ ok: false, refused: 'notPossible' })
    expect(await takeBagBack(tang, shift, bag!.id)).toEqual({ ok: false, refused: 'notPossible' })
  })

  test('that were opened before the hand-over count when they are written down after it', async () => {
    const { side, shift } = await atTheBags()
    await must(closeShift(side, shift))
    await must(addBag(side, shift, GOOD))
    expect(bagsOf(side, shift)).toHaveLength(1)
  })
})

describe('taking a bag back', () => {
  test('takes that one, also while it is on its way, and stops at none', async () => {
    const { side, shift, keys } = await atTheBags()
    keys.open(GOOD, 0)
    keys.open(WET, 200)
    expect(keys.undo(400)).toMatchObject(WET)
    expect(shown(side, shift, keys)).toEqual(['good'])
    expect(keys.undo(600)).toMatchObject(GOOD)
    expect(keys.undo(800)).toBeUndefined()
    await keys.settled()
    expect(bagsOf(side, shift)).toEqual([])
    expect(keys.state()).toEqual({ waiting: [] })
  })

  test('that is not there is refused in words and writes nothing', async () => {
    const { side, shift } = await atTheBags()
    const before = side.disk.snapshot().rows.outbox.size
    expect(await takeBagBack(side, shift, 'nobody' as ChangeId)).toEqual({
      ok: false,
      refused: 'nothingToDo',
    })
    expect(side.disk.snapshot().rows.outbox.size).toBe(before)
  })

  test('that was refused takes back nothing, least of all the bag before it', async () => {
    let refusals = 0
    const { side, shift, keys } = await atTheBags(() => refusals-- > 0)
    keys.open(GOOD, 0)
    await keys.settled()
    refusals = 1
    keys.open(WET, 200)
    expect(keys.undo(400)).toMatchObject(WET)
    await keys.settled()
    expect(bagsOf(side, shift)).toMatchObject([GOOD])
    expect(keys.state()).toEqual({ waiting: [], refused: 'disk.full' })
    keys.open(WET, 600)
    await keys.settled()
    expect(keys.state()).toEqual({ waiting: [] })
    expect(shown(side, shift, keys)).toEqual(['good', 'minor'])
  })
})
