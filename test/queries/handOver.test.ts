import { beforeEach, describe, expect, test } from 'vitest'
import { closeShift, closeShiftFor, openShift, tap } from '#commands/bins.ts'
import type { PersonId, RecordId } from '#domain/ids.ts'
import type { Shift } from '#domain/bins/shift.ts'
import type { Window } from '#domain/window.ts'
import { closedForMe } from '#queries/closedForMe.ts'
import { besideOf, forgottenFor, isForgotten, openBeside } from '#queries/handOver.ts'
import {
  aBinSide,
  type BinSide,
  COMPOUND,
  EAST_GATE,
  must,
  TANG,
  TENANT,
  withPoints,
  ZHOU,
} from '#test/support/binSide.ts'

const MONDAY = '2026-11-23'
const TUESDAY = '2026-11-24'

let side: BinSide

beforeEach(async () => {
  side = aBinSide()
  await withPoints(side)
  for (const [person, name] of [
    [ZHOU, '周桂芳'],
    [TANG, '唐玉珍'],
  ] as const) {
    const record = person as string as RecordId
    const appointments = [{ role: 'supervisor', place: EAST_GATE, from: '2026-01-01' }]
    await must(
      side.commit([{ record, name: 'member.join', v: 1, args: { place: COMPOUND, name, appointments } }]),
    )
  }
})

/** Clock times in Shanghai. */
const clock = (day: string, time: string) => new Date(`${day}T${time}:00+08:00`).toISOString()

/** Somebody else's shift comes with a sync: its changes are added to the book as they were made. */
async function opens(
  by: PersonId,
  day: string,
  window: Window,
  at: string,
  place = EAST_GATE,
): Promise<RecordId> {
  const who = by === ZHOU ? side : aBinSide({ me: by })
  who.at(at)
  const done = await openShift(who, { place, day, window })
  if (!done.ok) throw new Error(done.refused)
  if (who !== side) side.book.add(done.value)
  return done.value[0]!.record
}
const forgotten = (now: string, me = ZHOU, place = EAST_GATE) =>
  forgottenFor(side.view, TENANT, me, place, now).map(({ shift, who, surely }) => [shift.id, who, surely])

describe('a shift that nobody handed over', () => {
  test('is offered to whoever comes next, with the name of its person; to that person without', async () => {
    const id = await opens(TANG, MONDAY, 'evening', clock(MONDAY, '17:58'))
    expect(forgotten(clock(TUESDAY, '06:58'))).toEqual([[id, '唐玉珍', true]])
    expect(forgotten(clock(TUESDAY, '06:58'), TANG)).toEqual([[id, undefined, true]])
    expect(forgotten(clock(TUESDAY, '06:58'), ZHOU, 'west' as RecordId)).toEqual([])
    expect(forgotten(clock(TUESDAY, '06:58'), TANG, 'west' as RecordId)).toEqual([[id, undefined, true]])
  })

  test('is nobody’s business while its window goes on, and no sure thing within the hour after it', async () => {
    const id = await opens(TANG, TUESDAY, 'evening', clock(TUESDAY, '17:58'))
    expect(forgotten(clock(TUESDAY, '19:59'))).toEqual([])
    expect(forgotten(clock(TUESDAY, '20:01'))).toEqual([[id, '唐玉珍', false]])
    expect(forgotten(clock(TUESDAY, '20:01'), TANG)).toEqual([])
    expect(forgotten(clock(TUESDAY, '21:01'))).toEqual([[id, '唐玉珍', true]])
  })

  test('still has somebody in it for an hour after the last tap', async () => {
    const id = await opens(ZHOU, MONDAY, 'evening', clock(MONDAY, '17:58'))
    side.at(clock(MONDAY, '23:50'))
    await must(tap(side, id, 'right'))
    const is = (now: string) => isForgotten(side.view, TENANT, side.view.get<Shift>(id)!, now)
    expect([is(clock(TUESDAY, '00:40')), is(clock(TUESDAY, '00:51'))]).toEqual([false, true])
  })

  test('is not one that is opened late for last night', async () => {
    await opens(ZHOU, MONDAY, 'evening', clock(TUESDAY, '10:00'))
    expect(forgotten(clock(TUESDAY, '10:30'))).toEqual([])
    expect(forgotten(clock(TUESDAY, '11:01'))).toHaveLength(1)
  })

  test('of no window counts from when it was begun', async () => {
    const id = await opens(TANG, TUESDAY, 'extra', clock(TUESDAY, '22:30'))
    expect(forgotten(clock('2026-11-25', '00:20'))).toEqual([])
    expect(forgotten(clock('2026-11-25', '02:00'))).toEqual([[id, '唐玉珍', true]])
  })

  test('is closed in the same act in which the next one begins', async () => {
    const id = await opens(TANG, MONDAY, 'evening', clock(MONDAY, '17:58'))
    side.at(clock(TUESDAY, '06:58'))
    const done = await openShift(side, { place: EAST_GATE, day: TUESDAY, window: 'morning' }, [id])
    expect(done.ok && new Set(done.value.map((change) => change.act)).size).toBe(1)
    expect(side.view.get<Shift>(id)).toMatchObject({ author: TANG, closedBy: ZHOU })
    expect(forgotten(clock(TUESDAY, '06:59'))).toEqual([])
    expect(closedForMe(side.view, TANG, clock(TUESDAY, '18:00'))).toMatchObject([
      { shift: { id }, by: '周桂芳' },
    ])
    expect(closedForMe(side.view, ZHOU, clock(TUESDAY, '18:00'))).toEqual([])
    expect(closedForMe(side.view, TANG, clock('2026-12-09', '18:00'))).toEqual([])
  })

  test('closed by oneself is no news', async () => {
    const id = await opens(ZHOU, MONDAY, 'evening', clock(MONDAY, '17:58'))
    side.at(clock(TUESDAY, '06:58'))
    await must(closeShiftFor(side, id))
    expect(closedForMe(side.view, ZHOU, side.now())).toEqual([])
    expect(side.view.get<Shift>(id)).not.toHaveProperty('closedBy')
  })
})

describe('who else is on the sheet', () => {
  test('is named, with what they counted; nobody is named where one stands alone', async () => {
    const mine = await opens(ZHOU, TUESDAY, 'evening', clock(TUESDAY, '17:58'))
    expect(besideOf(side.view, side.view.get<Shift>(mine)!)).toBeUndefined()
    const at = { place: EAST_GATE, day: TUESDAY, window: 'evening' } as const
    expect(openBeside(side.view, { ...at, me: ZHOU })).toEqual([])
    const hers = await opens(TANG, TUESDAY, 'evening', clock(TUESDAY, '18:05'))
    expect([openBeside(side.view, { ...at, me: ZHOU }), openBeside(side.view, { ...at, me: TANG })]).toEqual([
      ['唐玉珍'],
      ['周桂芳'],
    ])
    await opens(TANG, TUESDAY, 'morning', clock(TUESDAY, '06:58'))
    const tablet = aBinSide({ me: TANG })
    tablet.book.load([side.view.get<Shift>(hers)!], [])
    const done = await tap(tablet, hers, 'right')
    if (done.ok) side.book.add(done.value)
    await must(tap(side, mine, 'right'))
    await must(closeShift(side, mine))
    expect(besideOf(side.view, side.view.get<Shift>(mine)!)).toMatchObject({
      names: ['唐玉珍'],
      counts: { right: 1 },
    })
  })

  test('on another device of mine adds to the sum without a name', async () => {
    const here = await opens(ZHOU, TUESDAY, 'evening', clock(TUESDAY, '17:58'))
    const tablet = aBinSide({ me: ZHOU })
    const done = await openShift(tablet, { place: EAST_GATE, day: TUESDAY, window: 'evening' })
    if (done.ok) side.book.add(done.value)
    expect(besideOf(side.view, side.view.get<Shift>(here)!)).toMatchObject({
      names: [],
      counts: { right: 0 },
    })
  })
})

test('a shift keeps the checklists as they were when it was opened', async () => {
  const id = await opens(ZHOU, TUESDAY, 'morning', clock(TUESDAY, '06:58'))
  expect(side.view.get<Shift>(id)?.items).toEqual({
    arrival: ['body', 'lid', 'floor', 'sign', 'odour'],
    leaving: ['swept', 'lid', 'bagsIn', 'toolsAway'],
  })
})
