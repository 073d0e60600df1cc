import { describe, expect, test } from 'vitest'
import { assert, constantFrom, date, property } from 'fast-check'
import { columnOf, daysOf, periodOf, PERIODS, stepped, weekInMonth } from '#domain/period.ts'
import { addDays } from '#domain/workingDays.ts'

describe('a period', () => {
  test('of a week begins on Monday and ends on Sunday, also over the end of a month', () => {
    expect(periodOf('week', '2026-11-24')).toEqual({ kind: 'week', from: '2026-11-23', to: '2026-11-29' })
    expect(periodOf('week', '2024-03-03')).toEqual({ kind: 'week', from: '2024-02-26', to: '2024-03-03' })
  })

  test('of a month has all its days, also of a February that has 29', () => {
    expect(periodOf('month', '2024-02-10')).toEqual({ kind: 'month', from: '2024-02-01', to: '2024-02-29' })
    expect(daysOf(periodOf('month', '2026-12-31'))).toHaveLength(31)
  })

  test.each([
    ['2026-11-23', 2026, 11, 4],
    ['2024-03-04', 2024, 3, 1],
    ['2024-02-26', 2024, 2, 4],
    ['2025-12-29', 2025, 12, 5],
  ])('that begins on Monday %s is named by that Monday', (monday, year, month, week) => {
    expect(weekInMonth(monday)).toEqual({ year, month, week })
  })

  test('stepped forth and back is the same, meets its neighbour without a gap, and holds its day', () => {
    const days = date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    assert(
      property(constantFrom(...PERIODS), days, (kind, at) => {
        const day = at.toISOString().slice(0, 10)
        const one = periodOf(kind, day)
        const next = stepped(one, 1)
        expect(one.from <= day && day <= one.to).toBe(true)
        expect(next.from).toBe(addDays(one.to, 1))
        expect(stepped(next, -1)).toEqual(one)
        expect(daysOf(one).at(-1)).toBe(one.to)
        if (kind === 'week') expect([columnOf(one.from), columnOf(one.to)]).toEqual([0, 6])
      }),
    )
  })
})
