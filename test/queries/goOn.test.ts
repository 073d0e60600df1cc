import { beforeEach, describe, expect, test } from 'vitest'
import { closeShift, closeShiftFor, openShift, reopenShift, tap } from '#commands/bins.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Shift } from '#domain/bins/shift.ts'
import { countsOf } from '#domain/bins/tallies.ts'
import { lastPointOf, openShiftOf } from '#queries/bins.ts'
import { closedForMe } from '#queries/closedForMe.ts'
import { sinceHandOver } from '#queries/goOn.ts'
import { isForgotten } from '#queries/handOver.ts'
import {
  aBinSide,
  type BinSide,
  EAST_GATE,
  must,
  TANG,
  TENANT,
  withPoints,
  ZHOU,
} from '#test/support/binSide.ts'

const DAY = '2026-11-24'
const clock = (time: string, day = DAY) => new Date(`${day}T${time}:00+08:00`).toISOString()

let side: BinSide
let mine: RecordId

beforeEach(async () => {
  side = aBinSide()
  await withPoints(side)
  side.at(clock('17:58'))
  mine = await must(openShift(side, { place: EAST_GATE, day: DAY, window: 'evening' }))
  await must(tap(side, mine, 'right'))
  side.at(clock('20:00'))
  await must(closeShift(side, mine))
})

const shift = () => side.view.get<Shift>(mine)!
const may = (today = DAY) => sinceHandOver(side.view, ZHOU, shift(), today)

/** Somebody else begins; it comes with a sync. */
async function another(at: string, place = EAST_GATE) {
  const tang = aBinSide({ me: TANG })
  tang.at(at)
  const done = await openShift(tang, { place, day: DAY, window: 'extra' })
  if (!done.ok) throw new Error(done.refused)
  side.book.add(done.value)
}

describe('a hand-over', () => {
  test('may be taken back on its day, by its own person alone, and not twice', async () => {
    expect(may()).toEqual({ mayGoOn: true })
    expect(may('2026-11-25').mayGoOn).toBe(false)
    expect(sinceHandOver(side.view, TANG, shift(), DAY)).toEqual({ mayGoOn: false })
    side.at(clock('20:01'))
    await must(reopenShift(side, mine))
    expect(may()).toEqual({ mayGoOn: false })
    expect(await reopenShift(side, mine)).toEqual({ ok: false, refused: 'nothingToDo' })
    expect(countsOf(shift()).right).toBe(1)
    expect(openShiftOf(side.view, ZHOU)?.id).toBe(mine)
  })

  test('stands once somebody else has begun there since; elsewhere, or before it, does not matter', async () => {
    await another(clock('18:30'))
    await another(clock('20:05'), 'west' as RecordId)
    expect(may()).toEqual({ mayGoOn: true })
    await another(clock('20:10'))
    expect(may()).toMatchObject({ mayGoOn: false, next: expect.any(String) })
  })

  test('stands once its own person has begun another shift', async () => {
    side.at(clock('20:30'))
    await must(openShift(side, { place: 'west' as RecordId, day: DAY, window: 'extra' }))
    expect(may()).toEqual({ mayGoOn: false })
    expect(lastPointOf(side.view, ZHOU)).toBe('west')
    expect(lastPointOf(side.view, TANG)).toBeUndefined()
  })

  test('that another made may be taken back too, and is then no news any more', async () => {
    side.at(clock('21:00'))
    await must(reopenShift(side, mine))
    const tang = aBinSide({ me: TANG })
    tang.book.load([shift()], [])
    tang.at(clock('21:30'))
    const closing = await closeShiftFor(tang, mine)
    if (closing.ok) side.book.add(closing.value)
    expect(closedForMe(side.view, ZHOU, clock('21:31'))).toHaveLength(1)
    expect(may().mayGoOn).toBe(true)
    await must(reopenShift(side, mine))
    expect(closedForMe(side.view, ZHOU, clock('21:31'))).toEqual([])
  })

  test('that was taken back leaves nobody forgotten within the hour, though the window is long over', async () => {
    side.at(clock('22:30'))
    await must(reopenShift(side, mine))
    const is = (now: string) => isForgotten(side.view, TENANT, shift(), now)
    expect([is(clock('23:29')), is(clock('23:31'))]).toEqual([false, true])
  })
})
