import { describe, expect, it } from 'vitest'
import { dayOf, endOfDay, isPublished, isWorkingDay, workingDayAfter } from '#domain/workingDays.ts'

describe('working days as the State Council arranged them', () => {
  it.each(['2024-02-10', '2024-10-07', '2025-02-04', '2025-10-08', '2026-01-02', '2026-02-23', '2026-09-25'])(
    '%s is a day off',
    (day) => {
      expect(isWorkingDay(day)).toBe(false)
    },
  )
  it.each(['2024-02-04', '2024-10-12', '2025-01-26', '2025-09-28', '2026-02-28', '2026-10-10'])(
    '%s is a weekend day that is worked (调休)',
    (day) => {
      expect(isWorkingDay(day)).toBe(true)
    },
  )
  it('every worked day of the table is a Saturday or Sunday', () => {
    const odd: string[] = []
    for (let day = '2024-01-01'; day < '2027-01-01'; day = dayOf(endOfDay(day))) {
      const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
      if ((weekday === 0 || weekday === 6) && isWorkingDay(day)) odd.push(day)
    }
    expect(odd).toHaveLength(8 + 5 + 6)
  })
  it('counts three working days over a weekend and over the spring festival', () => {
    expect(workingDayAfter('2024-03-07', 3)).toBe('2024-03-12')
    expect(workingDayAfter('2026-02-13', 3)).toBe('2026-02-25')
  })
  it('a year without a published arrangement has weekends only, and says so', () => {
    expect(isPublished('2026-05-01')).toBe(true)
    expect(isPublished('2027-05-03')).toBe(false)
    expect(isWorkingDay('2027-05-03')).toBe(true)
    expect(isWorkingDay('2027-05-02')).toBe(false)
  })
  it('a day is the day in Chengdu, not in Greenwich', () => {
    expect(dayOf('2024-03-04T16:30:00Z')).toBe('2024-03-05')
    expect(endOfDay('2024-03-05')).toBe('2024-03-05T16:00:00.000Z')
  })
})
