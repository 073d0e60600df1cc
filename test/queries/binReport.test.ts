import { describe, expect, test } from 'vitest'
import { assert, property, shuffledSubarray } from 'fast-check'
import type { Change } from '#domain/change.ts'
import { type PeriodKind, periodOf } from '#domain/period.ts'
import type { PersonId, RecordId } from '#domain/ids.ts'
import { addDays } from '#domain/workingDays.ts'
import { binReport, pointsOfReports } from '#queries/binReport.ts'
import { readerOf } from '#queries/reader.ts'
import { stoodIn } from '#queries/sessions.ts'
import { COMPOUND, EAST_GATE, TANG, TENANT, ZHOU } from '#test/support/binSide.ts'
import { bagsWith, bookOf, OFFICE, writing, type Writing } from '#test/support/binRecords.ts'

const NOW = '2026-11-24T12:30:00.000Z' // 20:30 on Tuesday
const TODAY = '2026-11-24'

function compound(): Writing & { readonly west: RecordId } {
  const told = writing()
  told.point('bin-east', '东门投放点')
  const west = told.point('bin-west', '西门投放点')
  told.member(OFFICE, '社区', 'officer')
  told.member(ZHOU, '周桂芳', 'supervisor', EAST_GATE)
  told.member(TANG, '唐玉珍', 'supervisor')
  return Object.assign(told, { west })
}

function reportOf(
  changes: readonly Change[],
  kind: PeriodKind,
  options: { day?: string; point?: RecordId; me?: PersonId; now?: string } = {},
) {
  const view = bookOf(changes)
  const { day = TODAY, point, me = OFFICE, now = NOW } = options
  const reader = readerOf(view, { me, compound: COMPOUND, deviceKind: 'own' }, TODAY)
  return binReport({ view, tenant: TENANT, now }, reader, { ...periodOf(kind, day), point })
}

describe('windows with somebody there', () => {
  test('are those that have begun by now; what is still to come is nobody’s fault', () => {
    const told = compound()
    told.shift({ by: ZHOU, day: '2026-11-23', window: 'morning' })
    told.shift({ by: TANG, day: '2026-11-23', window: 'morning', place: told.west })
    told.shift({ by: ZHOU, day: TODAY, window: 'evening' })
    const { sessions, days } = reportOf(told.changes, 'week')
    // Two points, morning and evening, on Monday and Tuesday.
    expect(sessions).toEqual({ planned: 8, held: 3, besides: 0 })
    expect(days.map((one) => one.planned)).toEqual([4, 4, 0, 0, 0, 0, 0])
    // In the morning the evening counts where somebody is already, and nowhere else.
    expect(reportOf(told.changes, 'week', { now: `${TODAY}T02:00:00.000Z` }).sessions.planned).toBe(7)
  })

  test('one who came early is in the window that has not begun', () => {
    const told = compound()
    told.shift({ by: ZHOU, day: TODAY, window: 'evening', open: true })
    const { sessions } = reportOf(told.changes, 'day', { now: `${TODAY}T09:50:00.000Z` })
    expect(sessions).toEqual({ planned: 3, held: 1, besides: 0 })
  })

  test('two who stood there together are one; a shift beside the plan is counted apart', () => {
    const told = compound()
    told.shift({ by: ZHOU, day: TODAY, window: 'morning' })
    told.shift({ by: TANG, day: TODAY, window: 'morning' })
    told.shift({ by: ZHOU, day: TODAY, window: 'extra' })
    expect(reportOf(told.changes, 'day').sessions).toEqual({ planned: 4, held: 1, besides: 1 })
  })

  test('before the first shift that anybody wrote down nothing is counted: nobody knows', () => {
    const told = compound()
    told.shift({ by: ZHOU, day: TODAY, window: 'evening' })
    expect(reportOf(told.changes, 'month').sessions).toEqual({ planned: 4, held: 1, besides: 0 })
  })

  test('are the same in the report and on Today, also on the day a point is given up and before anybody wrote', () => {
    const told = compound()
    told.point('bin-north', '北门投放点', '2026-11-24')
    told.shift({ by: ZHOU, day: '2026-11-23', window: 'morning' })
    told.shift({ by: TANG, day: '2026-11-23', window: 'morning', place: told.west })
    told.shift({ by: ZHOU, day: TODAY, window: 'evening' })
    told.change('place.retire', told.west, { reason: '并到东门' }, OFFICE, '2026-11-23T04:00:00.000Z')
    for (const now of [`${TODAY}T02:00:00.000Z`, NOW]) {
      const { sessions } = reportOf(told.changes, 'month', { now })
      const month = { from: '2026-11-01', to: '2026-11-30' }
      const { held, stood, without } = stoodIn({ view: bookOf(told.changes), tenant: TENANT, now }, month)
      expect([held, stood]).toEqual([sessions.planned, sessions.held])
      expect(without.map(({ day, label, window }) => `${day} ${label} ${window}`)).toEqual([
        '2026-11-23 东门投放点 evening',
        '2026-11-23 西门投放点 evening',
        `${TODAY} 东门投放点 morning`,
        `${TODAY} 北门投放点 morning`,
        ...(now === NOW ? [`${TODAY} 北门投放点 evening`] : []),
      ])
    }
  })

  test('of a point count from the day it was entered to the day it was retired', () => {
    const told = compound()
    const north = told.point('bin-north', '北门投放点', '2026-11-24')
    told.shift({ by: ZHOU, day: '2026-11-23', window: 'morning' })
    told.change('place.retire', told.west, { reason: '并到东门' }, OFFICE, '2026-11-23T04:00:00.000Z')
    const { days, points } = reportOf(told.changes, 'week')
    expect(days.map((one) => one.planned).slice(0, 2)).toEqual([4, 4])
    expect(points.map((one) => [one.point.id, one.sessions.planned])).toEqual([
      [EAST_GATE, 4],
      [told.west, 2],
      [north, 2],
    ])
    expect(reportOf(told.changes, 'day').points.map((one) => one.point.id)).toEqual([EAST_GATE, north])
  })
})

describe('the sums of a report', () => {
  const told = compound()
  told.shift({
    by: ZHOU,
    day: '2026-11-23',
    window: 'morning',
    taps: { right: 40, corrected: 6, unsorted: 4, resorted: 3, explained: 9 },
    minutes: [31],
    bags: bagsWith(8, 10),
    checks: [['lid', 'toFix']],
    fills: [
      ['kitchen', 'full'],
      ['kitchen', 'empty', 'leaving'],
    ],
    incidents: [['overflow'], ['not_debagged']],
    hauls: [
      ['kitchen', 240, 'litre'],
      ['kitchen', 31.5, 'kg'],
      ['other', 0.1, 'kg', true],
    ],
  })
  told.shift({
    by: TANG,
    day: TODAY,
    taps: { right: 9 },
    bags: bagsWith(1, 2),
    incidents: [['overflow']],
    checks: [['lid', 'toFix']],
  })
  told.shift({ by: TANG, day: TODAY, place: told.west, taps: { right: 30, unsorted: 20 } })
  const week = reportOf(told.changes, 'week')

  test('are the sums of its sheets, and the two rates stand apart, each with its base', () => {
    expect(week.counts).toEqual({ right: 79, corrected: 6, unsorted: 24, resorted: 3, explained: 9 })
    expect(week.rate).toEqual({ right: 79, drops: 109, percent: 72 })
    expect(week.bags).toEqual({ good: 9, checked: 12, perMille: 750 })
    expect(week.opened.faults).toEqual([{ stream: 'kitchen', fault: 'with_bag', bags: 3 }])
  })

  test('name kinds by how often they happened, full bins by when, and keep litres and kilograms apart', () => {
    expect(week.kinds).toEqual([
      { type: 'overflow', count: 2 },
      { type: 'not_debagged', count: 1 },
    ])
    expect(week.full).toEqual([{ stream: 'kitchen', arrival: 1, leaving: 0 }])
    expect(week.hauled).toEqual({
      streams: [
        { stream: 'kitchen', hauls: 2, litres: 240, kg: 31.5 },
        { stream: 'other', hauls: 1, litres: 0, kg: 0.1 },
      ],
      mixed: 1,
    })
    expect(week.toFix).toEqual([{ item: 'lid', when: 'arrival', count: 2 }])
  })

  test('of points and of days are the whole again', () => {
    const drops = (all: readonly { rate: { drops: number } }[]) =>
      all.reduce((sum, one) => sum + one.rate.drops, 0)
    expect(drops(week.points)).toBe(109)
    expect(drops(week.days)).toBe(109)
    expect(reportOf(told.changes, 'week', { point: told.west }).rate).toEqual({
      right: 30,
      drops: 50,
      percent: 60,
    })
  })

  test('a day under ten drops has a count and no rate', () => {
    expect(reportOf(told.changes, 'day', { point: EAST_GATE }).rate).toEqual({ right: 9, drops: 9 })
  })

  test('the rush is told by window', () => {
    expect(week.rush.map(({ window, rush }) => [window, rush.busiest?.from, rush.busiest?.drops])).toEqual([
      ['morning', '07:30', 50],
      ['evening', '18:00', 59],
    ])
  })
})

test('what was written down without a shift lies on its own day and is not lost', () => {
  const told = compound()
  const at = '2026-11-24T03:00:00.000Z'
  const args = { place: EAST_GATE, type: 'pest', action: 'reported_pm', photos: [] }
  told.change('incident.record', 'i1' as RecordId, args, OFFICE, at)
  told.change('incident.record', 'i2' as RecordId, args, OFFICE, at)
  told.change('incident.withdraw', 'i2' as RecordId, { reason: '记重了' }, OFFICE, at)
  // Its shift never reached this device.
  told.change('incident.record', 'i3' as RecordId, { ...args, shift: 'elsewhere' }, OFFICE, at)
  const day = reportOf(told.changes, 'day')
  expect(day.events.incidents.map((one) => one.id)).toEqual(['i1', 'i3'])
  expect(day.sheets).toEqual([])
})

test('what was written after midnight lies on the day of its shift', () => {
  const told = compound()
  const shift = told.shift({ by: ZHOU, day: '2026-11-23', taps: { right: 10 } })
  const args = { place: EAST_GATE, shift, type: 'pest', action: 'reported_pm', photos: [] }
  told.change('incident.record', 'late' as RecordId, args, ZHOU, '2026-11-23T16:20:00.000Z')
  expect(reportOf(told.changes, 'day').events.incidents).toEqual([])
  expect(reportOf(told.changes, 'day', { day: '2026-11-23' }).events.incidents).toHaveLength(1)
})

describe('who reads what', () => {
  const told = compound()
  told.shift({ by: ZHOU, day: TODAY, taps: { right: 20 } })
  told.shift({ by: TANG, day: TODAY, place: told.west, taps: { right: 30 } })
  const labels = (me: PersonId) => {
    const view = bookOf(told.changes)
    const reader = readerOf(view, { me, compound: COMPOUND, deviceKind: 'own' }, TODAY)
    return pointsOfReports({ view }, reader).map((one) => one.label)
  }

  test('a supervisor of one point reads of that point, the office of all, a stranger of none', () => {
    expect(labels(ZHOU)).toEqual(['东门投放点'])
    expect(labels(OFFICE)).toEqual(['东门投放点', '西门投放点'])
    expect(labels('nobody' as PersonId)).toEqual([])
    expect(reportOf(told.changes, 'day', { me: ZHOU }).rate.drops).toBe(20)
    expect(reportOf(told.changes, 'day', { me: ZHOU, point: told.west }).rate.drops).toBe(0)
    expect(reportOf(told.changes, 'day').rate.drops).toBe(50)
  })
})

test('a line between days is drawn only after two weeks of notes', () => {
  const told = compound()
  told.shift({ by: ZHOU, day: addDays(TODAY, -12), taps: { right: 20 } })
  expect(reportOf(told.changes, 'week').longEnough).toBe(false)
  told.shift({ by: ZHOU, day: addDays(TODAY, -13), taps: { right: 20 } })
  expect(reportOf(told.changes, 'week').longEnough).toBe(true)
})

test('the report is the same in whatever order the records reached the device', () => {
  const told = compound()
  for (let day = 0; day < 3; day += 1)
    for (const by of [ZHOU, TANG])
      told.shift({
        by,
        day: addDays(TODAY, -day),
        taps: { right: 12 + day, unsorted: day },
        bags: bagsWith(3, 4),
        incidents: [['overflow'], ['pest']],
        checks: [['lid', by === ZHOU ? 'good' : 'toFix']],
        hauls: [['other', 240, 'litre']],
      })
  const whole = reportOf(told.changes, 'week')
  const records = [...new Set(told.changes.map((one) => one.record))]
  assert(
    property(shuffledSubarray(records, { minLength: records.length }), (order) => {
      const again = reportOf(
        order.flatMap((record) => told.changes.filter((one) => one.record === record)),
        'week',
      )
      expect(again).toEqual(whole)
    }),
    { numRuns: 30 },
  )
})
