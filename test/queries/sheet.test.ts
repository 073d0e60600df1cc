import { describe, expect, test } from 'vitest'
import { assert, property, shuffledSubarray } from 'fast-check'
import type { Change } from '#domain/change.ts'
import { changeInAWeek, peopleOf, sheetAt, sheetsIn } from '#queries/sheet.ts'
import { EAST_GATE, TANG, ZHOU } from '#test/support/binSide.ts'
import { bagsWith, bookOf, writing, type Writing } from '#test/support/binRecords.ts'

const DAY = '2026-11-24'

/** One evening at the east gate from two tablets. */
function twoTablets(): Writing {
  const told = writing()
  told.point('bin-east', '东门投放点')
  told.shift({
    by: ZHOU,
    day: DAY,
    taps: { right: 50, corrected: 8, unsorted: 2, explained: 5 },
    checks: [
      ['body', 'good'],
      ['lid', 'good'],
    ],
    fills: [['kitchen', 'half']],
    bags: bagsWith(6, 7),
    incidents: [['overflow', 'called_haulier']],
    hauls: [['kitchen', 240, 'litre']],
  })
  told.shift({
    by: TANG,
    day: DAY,
    taps: { right: 36, corrected: 6, unsorted: 1, resorted: 5, explained: 16 },
    checks: [['lid', 'toFix']],
    fills: [
      ['kitchen', 'full'],
      ['other', 'empty'],
    ],
    bags: bagsWith(4, 5),
    incidents: [['bulky_dump', 'reported_pm']],
    open: true,
  })
  return told
}

const sheetOf = (changes: readonly Change[]) => sheetAt(bookOf(changes), EAST_GATE, DAY, 'evening')!

describe('two tablets at one point read as one sheet', () => {
  const sheet = sheetOf(twoTablets().changes)

  test('tallies and bags add up, and each keeps its author', () => {
    expect(sheet.counts).toEqual({ right: 86, corrected: 14, unsorted: 3, resorted: 5, explained: 21 })
    expect(sheet.rate).toEqual({ right: 86, drops: 103, percent: 83 })
    expect(sheet.bags).toEqual({ good: 10, checked: 12, perMille: 833 })
    expect(sheet.shares.map(({ shift, counts }) => [shift.author, counts.right])).toEqual([
      [ZHOU, 50],
      [TANG, 36],
    ])
  })

  test('good beside problem is a problem, and both are named', () => {
    const lid = sheet.checks.find((one) => one.item === 'lid' && one.when === 'arrival')
    expect(lid?.state).toBe('toFix')
    expect(lid?.by.map(({ person, state }) => [person, state])).toEqual([
      [ZHOU, 'good'],
      [TANG, 'toFix'],
    ])
  })

  test('of two looks into a bin the fuller one stands, and what happened to either is in it', () => {
    expect(sheet.fills.arrival).toEqual({ kitchen: 'full', other: 'empty' })
    expect(sheet.incidents.map((one) => one.type).sort()).toEqual(['bulky_dump', 'overflow'])
    expect(sheet.hauls.map((one) => one.amount)).toEqual([240])
    expect(sheet.open).toBe(true)
  })
})

test('the sheet is the same in whatever order the two tablets reach a device', () => {
  const { changes } = twoTablets()
  const records = [...new Set(changes.map((one) => one.record))]
  const told = sheetOf(changes)
  assert(
    property(shuffledSubarray(records, { minLength: records.length }), (order) => {
      expect(sheetOf(order.flatMap((record) => changes.filter((one) => one.record === record)))).toEqual(told)
    }),
  )
})

test('one person with two tablets is one person', () => {
  const told = twoTablets()
  told.shift({ by: ZHOU, day: DAY, taps: { right: 1 } })
  expect(peopleOf(sheetOf(told.changes))).toBe(2)
})

test('a shift that was put on another window leaves its sheet for the other one', () => {
  const told = writing()
  told.point('bin-east', '东门投放点')
  const shift = told.shift({ by: ZHOU, day: DAY, taps: { right: 12 } })
  told.change(
    'shift.correct',
    shift,
    { window: { was: 'evening', now: 'extra' } },
    ZHOU,
    `${DAY}T13:00:00.000Z`,
  )
  expect(sheetsIn(bookOf(told.changes), { from: DAY, to: DAY }).map((one) => one.window)).toEqual(['extra'])
})

describe('a rate is compared with the same weekday and window only', () => {
  const evening = (day: string, right: number, window: 'morning' | 'evening' = 'evening') => {
    const told = writing()
    told.point('bin-east', '东门投放点')
    told.shift({ by: ZHOU, day, window, taps: { right, unsorted: 20 - right } })
    told.shift({ by: TANG, day: DAY, taps: { right: 16, unsorted: 4 } })
    const book = bookOf(told.changes)
    return changeInAWeek(book, sheetAt(book, EAST_GATE, DAY, 'evening')!)
  }

  test('a week before, in percentage points', () => {
    expect(evening('2026-11-17', 15)).toBe(5)
  })

  test('not with the day before, and not with another window', () => {
    expect(evening('2026-11-23', 15)).toBeUndefined()
    expect(evening('2026-11-17', 15, 'morning')).toBeUndefined()
  })

  test('not with fewer than ten drops', () => {
    const told = writing()
    told.point('bin-east', '东门投放点')
    told.shift({ by: ZHOU, day: '2026-11-17', taps: { right: 9 } })
    told.shift({ by: ZHOU, day: DAY, taps: { right: 20 } })
    const book = bookOf(told.changes)
    expect(changeInAWeek(book, sheetAt(book, EAST_GATE, DAY, 'evening')!)).toBeUndefined()
  })
})
