import { describe, expect, test } from 'vitest'
import { openShift, tap } from '#commands/bins.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Counter } from '#domain/bins/tallies.ts'
import { rushOf } from '#queries/rush.ts'
import { type BinSheet, sheetsIn } from '#queries/sheet.ts'
import { aBinSide, type BinSide, EAST_GATE, must, withPoints } from '#test/support/binSide.ts'

const EVENING = { window: 'evening', from: '18:00', to: '20:00' } as const
const DAY = '2026-11-24'

async function evening(day = DAY): Promise<{ side: BinSide; shift: RecordId }> {
  const side = aBinSide()
  await withPoints(side)
  return { side, shift: await must(openShift(side, { place: EAST_GATE, day, window: 'evening' })) }
}

/** Clock times in Shanghai on the day, or on another. */
async function taps(
  { side, shift }: { side: BinSide; shift: RecordId },
  at: readonly (readonly [clock: string, counter?: Counter, day?: string])[],
) {
  for (const [clock, counter = 'right', day = DAY] of at) {
    side.at(new Date(`${day}T${clock}:00+08:00`).toISOString())
    await must(tap(side, shift, counter))
  }
}

const sheetOf = (side: BinSide, day = DAY) => sheetsIn(side.view, { from: day, to: day })[0] as BinSheet
const drawn = (...all: readonly BinSheet[]) =>
  rushOf(all, EVENING)
    .slices.filter((one) => one.drops > 0)
    .map((one) => [one.from, one.drops])

describe('the rush', () => {
  test('is counted by the quarter hour of each tap and drawn for the whole window', async () => {
    const at = await evening()
    await taps(at, [
      ['18:02'],
      ['19:14'],
      ['19:15', 'unsorted'],
      ['19:29', 'corrected'],
      ['19:40', 'explained'],
    ])
    const rush = rushOf([sheetOf(at.side)], EVENING)
    expect(rush.slices.map((one) => one.from)).toEqual([
      '18:00',
      '18:15',
      '18:30',
      '18:45',
      '19:00',
      '19:15',
      '19:30',
      '19:45',
    ])
    expect(rush.slices.map((one) => one.drops)).toEqual([1, 0, 0, 0, 1, 2, 0, 0])
    expect(rush.slices[6]?.counts.explained).toBe(1)
    expect(rush.busiest?.from).toBe('19:15')
  })

  test('goes down to the minute where that is asked for', async () => {
    const at = await evening()
    await taps(at, [['18:02'], ['18:02'], ['18:05']])
    expect(rushOf([sheetOf(at.side)], undefined, 1).slices.map((one) => [one.from, one.drops])).toEqual([
      ['18:02', 2],
      ['18:03', 0],
      ['18:04', 0],
      ['18:05', 1],
    ])
  })

  test('lays the sheets of several days on each other', async () => {
    const monday = await evening()
    await taps(monday, [['18:02'], ['19:20']])
    const tuesday = await evening('2026-11-25')
    await taps(tuesday, [['18:05', 'right', '2026-11-25']])
    expect(drawn(sheetOf(monday.side), sheetOf(tuesday.side, '2026-11-25'))).toEqual([
      ['18:00', 2],
      ['19:15', 1],
    ])
  })

  test('goes on over midnight', async () => {
    const at = await evening()
    await taps(at, [['23:50'], ['00:10', 'right', '2026-11-25']])
    expect(rushOf([sheetOf(at.side)]).slices.map((one) => [one.from, one.drops])).toEqual([
      ['23:45', 1],
      ['00:00', 1],
    ])
  })

  test('does not draw what a clock puts nine hours away, and says how many that are', async () => {
    const at = await evening()
    await taps(at, [['18:02'], ['18:20'], ['18:40'], ['09:31']])
    const rush = rushOf([sheetOf(at.side)], EVENING)
    expect([rush.slices.length, rush.elsewhere]).toEqual([8, 1])
  })

  test('of a whole window by a wrong clock is drawn where that clock puts it', async () => {
    const at = await evening()
    await taps(at, [['03:02'], ['03:20']])
    expect(drawn(sheetOf(at.side))).toEqual([
      ['03:00', 1],
      ['03:15', 1],
    ])
  })

  test('of nothing is empty', async () => {
    const { side } = await evening()
    expect(rushOf([sheetOf(side)], EVENING)).toEqual({ minutes: 15, slices: [], elsewhere: 0 })
  })
})
