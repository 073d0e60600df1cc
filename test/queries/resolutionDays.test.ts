import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Meeting, MeetingKind } from '#domain/council/meeting.ts'
import { usualDays } from '#queries/resolutionDays.ts'
import { addDays } from '#domain/workingDays.ts'

const sitting = (day: string, meetingKind: MeetingKind = 'weekly') => ({ day, meetingKind }) as Meeting

describe('the days that are said most often', () => {
  it('are a week from the sitting, the day before the next one, and the end of the month', () => {
    expect(usualDays(sitting('2026-11-11'), [], '2026-11-11')).toEqual({
      week: '2026-11-18',
      beforeNext: '2026-11-17',
      monthEnd: '2026-11-30',
    })
  })

  it('the next sitting is the one that is called, if one is', () => {
    const all = [sitting('2026-11-11'), sitting('2026-11-20'), sitting('2026-12-02')]
    expect(usualDays(sitting('2026-11-11'), all, '2026-11-11').beforeNext).toBe('2026-11-19')
  })

  it('a talk of every month comes again a month later, also after a long one and over the year', () => {
    expect(usualDays(sitting('2026-01-31', 'monthly_talk'), [], '2026-01-31').beforeNext).toBe('2026-02-27')
    expect(usualDays(sitting('2026-12-05', 'monthly_talk'), [], '2026-12-05').beforeNext).toBe('2027-01-04')
  })

  it('in the last week of a month its end is the next one’s, for a day in hand is no time', () => {
    expect(usualDays(sitting('2026-11-25'), [], '2026-11-25').monthEnd).toBe('2026-12-31')
    expect(usualDays(sitting('2028-02-10'), [], '2028-02-10').monthEnd).toBe('2028-02-29')
  })

  it('none of them lies behind whoever writes the minutes later, however much later', () => {
    const days = fc.integer({ min: 0, max: 800 }).map((count) => addDays('2026-01-01', count))
    const kinds = fc.constantFrom<MeetingKind>('weekly', 'monthly_talk', 'special', 'courtyard_talk')
    fc.assert(
      fc.property(days, days, kinds, fc.array(days, { maxLength: 4 }), (day, today, kind, others) => {
        const usual = usualDays(
          sitting(day, kind),
          others.map((one) => sitting(one)),
          today,
        )
        const from = day > today ? day : today
        for (const one of Object.values(usual)) expect(one >= from).toBe(true)
      }),
    )
  })
})
