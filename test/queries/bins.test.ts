import { describe, expect, test } from 'vitest'
import { closeShift, openShift, tap } from '#commands/bins.ts'
import { allGood, setCheck } from '#commands/checks.ts'
import { recordIncident, withdrawIncident } from '#commands/incidents.ts'
import { COMMON_INCIDENTS } from '#domain/bins/incident.ts'
import type { Appointment } from '#domain/rights.ts'
import { settingsId } from '#domain/settings.ts'
import type { Counter } from '#domain/bins/tallies.ts'
import {
  closedShiftsOf,
  commonestAt,
  incidentsOfShift,
  isBackFromShift,
  openShiftOf,
  pointsOfMine,
  shiftSheet,
  shiftSummary,
} from '#queries/bins.ts'
import { windowNow, windowsAt } from '#queries/windows.ts'
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

const supervisor = (place = COMPOUND, from = '2026-01-01', to?: string): Appointment => ({
  role: 'supervisor',
  place,
  from,
  ...(to && { to }),
})

async function aShift(
  side: BinSide,
  day: string,
  taps: Partial<Record<Counter, number>>,
  window: 'morning' | 'evening' = 'evening',
) {
  const shift = await must(openShift(side, { place: EAST_GATE, day, window }))
  for (const [counter, count] of Object.entries(taps)) {
    for (let i = 0; i < count; i += 1) await must(tap(side, shift, counter as Counter))
  }
  return shift
}

describe('the points where somebody may stand', () => {
  test('are those below an appointment in force that lets them', async () => {
    const side = aBinSide()
    await withPoints(side)
    const labels = (appointment: Appointment) =>
      pointsOfMine(side.view, [appointment], '2026-11-24').map((one) => one.label)
    expect(labels(supervisor())).toEqual(['东门投放点', '西门投放点'])
    expect(labels(supervisor(EAST_GATE))).toEqual(['东门投放点'])
    expect(labels(supervisor(COMPOUND, '2026-01-01', '2026-11-23'))).toEqual([])
    expect(labels({ role: 'gridWorker', place: COMPOUND, from: '2026-01-01' })).toEqual([])
  })
})

describe('the clock proposes', () => {
  test.each([
    ['2026-11-23T22:55:00Z', '2026-11-24', 'morning'], // 06:55, five minutes early
    ['2026-11-24T00:30:00Z', '2026-11-24', 'morning'], // 08:30
    ['2026-11-24T01:05:00Z', '2026-11-24', 'morning'], // 09:05, still there
    ['2026-11-24T05:00:00Z', '2026-11-24', 'extra'], // 13:00
    ['2026-11-24T10:00:00Z', '2026-11-24', 'evening'], // 18:00
    ['2026-11-24T12:40:00Z', '2026-11-24', 'evening'], // 20:40
    ['2026-11-24T16:30:00Z', '2026-11-25', 'extra'], // 00:30 of the next day
  ])('at %s the day %s and the window %s', (now, day, window) => {
    expect(windowNow(now)).toMatchObject({ day, window })
  })

  test("by the point's own windows, the usual ones where the compound has not said", async () => {
    const side = aBinSide()
    await withPoints(side)
    expect(windowsAt(side.view, TENANT, EAST_GATE).map((one) => one.from)).toEqual(['07:00', '18:00'])
    const late = [{ window: 'evening' as const, from: '20:00', to: '22:00' }]
    expect(windowNow('2026-11-24T10:00:00Z', late).window).toBe('extra')
    expect(windowNow('2026-11-24T12:30:00Z', late)).toEqual({
      day: '2026-11-24',
      window: 'evening',
      times: late[0],
    })
  })
})

describe('the compound decides', () => {
  async function settled(side: BinSide) {
    await withPoints(side)
    const args = {
      place: COMPOUND,
      name: '春和苑',
      windows: [
        { point: EAST_GATE, window: 'evening', from: '19:00', to: '21:00' },
        { point: EAST_GATE, window: 'morning', from: '06:30', to: '08:30' },
      ],
      checklist: ['lid', '洗手池有水'],
      commonest: ['off_hours', 'refuse'],
    }
    await must(side.commit([{ record: settingsId(TENANT), name: 'settings.put', v: 1, args }]))
  }

  test('the windows of a point, in the order of the day', async () => {
    const side = aBinSide()
    await settled(side)
    expect(windowsAt(side.view, TENANT, EAST_GATE).map((one) => one.from)).toEqual(['06:30', '19:00'])
  })

  test('what is looked at on arrival, in its own words too', async () => {
    const side = aBinSide()
    await settled(side)
    const shift = await aShift(side, '2026-11-24', {})
    await must(setCheck(side, shift, '洗手池有水', 'toFix'))
    expect(shiftSheet(side.view, TENANT, shift)).toMatchObject({
      items: ['lid', '洗手池有水'],
      progress: { seen: 1, of: 2, toFix: 1 },
    })
  })

  test('which kinds of incident come first until a point has a history', async () => {
    const side = aBinSide()
    await settled(side)
    expect(commonestAt(side.view, TENANT, EAST_GATE).slice(0, 3)).toEqual([
      'off_hours',
      'refuse',
      COMMON_INCIDENTS[0],
    ])
  })
})

describe('the shift somebody is in', () => {
  test('is theirs, open, and the one begun last', async () => {
    const side = aBinSide()
    await withPoints(side)
    const morning = await aShift(side, '2026-11-24', {}, 'morning')
    side.at('2026-11-24T10:30:00.000Z')
    const evening = await aShift(side, '2026-11-24', {})
    expect(openShiftOf(side.view, ZHOU)?.id).toBe(evening)
    expect(openShiftOf(side.view, TANG)).toBeUndefined()
    await must(closeShift(side, evening))
    expect(openShiftOf(side.view, ZHOU)?.id).toBe(morning)
  })

  test('is over for whoever has ended one since they came and is in none', async () => {
    const side = aBinSide()
    await withPoints(side)
    const came = '2026-11-24T10:00:00.000Z'
    side.at('2026-11-24T10:30:00.000Z')
    const first = await aShift(side, '2026-11-24', {}, 'morning')
    const second = await aShift(side, '2026-11-24', {})
    expect(isBackFromShift(side.view, ZHOU, came)).toBe(false)
    await must(closeShift(side, first))
    expect(isBackFromShift(side.view, ZHOU, came)).toBe(false)
    await must(closeShift(side, second))
    expect(isBackFromShift(side.view, ZHOU, came)).toBe(true)
    expect(isBackFromShift(side.view, ZHOU, '2026-11-24T12:00:00.000Z')).toBe(false)
    expect(isBackFromShift(side.view, TANG, came)).toBe(false)
  })

  test('leaves the list of open ones with its hand-over and stands first among the closed', async () => {
    const side = aBinSide()
    await withPoints(side)
    const ids = []
    for (const day of ['2026-11-22', '2026-11-23', '2026-11-24']) {
      side.at(`${day}T10:00:00.000Z`)
      ids.unshift(await aShift(side, day, {}))
    }
    expect(closedShiftsOf(side.view, ZHOU, 5)).toEqual([])
    for (const id of ids) await must(closeShift(side, id))
    expect(closedShiftsOf(side.view, ZHOU, 2).map((one) => one.id)).toEqual(ids.slice(0, 2))
    expect(closedShiftsOf(side.view, TANG, 5)).toEqual([])
  })
})

describe('the sheet of a shift', () => {
  test('names the point, the window, the counts, the rate and what undo takes back', async () => {
    const side = aBinSide()
    await withPoints(side)
    const shift = await aShift(side, '2026-11-24', {
      right: 86,
      corrected: 14,
      unsorted: 3,
      resorted: 5,
      explained: 21,
    })
    await must(allGood(side, shift))
    expect(shiftSheet(side.view, TENANT, shift)).toMatchObject({
      point: '东门投放点',
      times: { from: '18:00', to: '20:00' },
      counts: { right: 86, corrected: 14, unsorted: 3, resorted: 5, explained: 21 },
      rate: { right: 86, drops: 103, percent: 83 },
      progress: { seen: 5, of: 5, toFix: 0 },
      last: ['explained', side.now()],
    })
  })

  test('of a record that is not here or no shift is nothing', async () => {
    const side = aBinSide()
    await withPoints(side)
    expect(shiftSheet(side.view, TENANT, EAST_GATE)).toBeUndefined()
  })
})

describe('the five kinds a point offers first', () => {
  test('are the usual ones where nothing happened yet', async () => {
    const side = aBinSide()
    await withPoints(side)
    expect(commonestAt(side.view, TENANT, EAST_GATE)).toEqual(COMMON_INCIDENTS)
  })

  test('follow what happened there more than once; withdrawn ones and other points do not count', async () => {
    const side = aBinSide()
    await withPoints(side)
    const happens = (type: 'pest' | 'refuse' | 'off_hours', place = EAST_GATE) =>
      must(recordIncident(side, { place, type, action: 'none', photos: [] }))
    for (let i = 0; i < 3; i += 1) await happens('pest')
    await happens('refuse')
    for (let i = 0; i < 5; i += 1) await happens('off_hours', COMPOUND)
    expect(commonestAt(side.view, TENANT, EAST_GATE)).toEqual(['pest', ...COMMON_INCIDENTS.slice(0, 4)])
    for (const one of side.view.all('incident')) await withdrawIncident(side, one.id, '记错了')
    expect(commonestAt(side.view, TENANT, EAST_GATE)).toEqual(COMMON_INCIDENTS)
  })
})

describe('the summary', () => {
  test('of a shift where nobody came is quiet, and still a shift', async () => {
    const side = aBinSide()
    await withPoints(side)
    const shift = await aShift(side, '2026-11-24', {})
    expect(shiftSummary(side.view, TENANT, shift)).toMatchObject({
      quiet: true,
      rate: { right: 0, drops: 0 },
    })
  })

  test('lists the incidents of this shift in order', async () => {
    const side = aBinSide()
    await withPoints(side)
    const shift = await aShift(side, '2026-11-24', {})
    await must(recordIncident(side, { place: EAST_GATE, shift, type: 'pest', action: 'none', photos: [] }))
    side.at('2026-11-24T10:20:00.000Z')
    await must(
      recordIncident(side, { place: EAST_GATE, shift, type: 'refuse', action: 'persuaded', photos: [] }),
    )
    await must(recordIncident(side, { place: EAST_GATE, type: 'overflow', action: 'none', photos: [] }))
    expect(incidentsOfShift(side.view, shift).map((one) => one.type)).toEqual(['pest', 'refuse'])
  })
})
