import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '#domain/catalogue.ts'
import type { ChangeId, PersonId, RecordId } from '#domain/ids.ts'
import {
  daysSince,
  glow,
  lights,
  proposeRetry,
  QUIET_MONTHS,
  quietAfter,
  quietUntilOf,
  retryTimes,
  type Visit,
  VISIT_OUTCOMES,
  visitDay,
} from '#domain/doors/visit.ts'
import { addDays } from '#domain/workingDays.ts'

const FRESHNESS = { lit: 30, half: 90 }

function aVisit(outcome: string, rest: Partial<Visit> = {}): Visit {
  const { record } = fold(undefined, {
    id: 'c-1' as ChangeId,
    record: 'visit-1' as RecordId,
    name: 'visit.record',
    v: 1,
    actor: 'zhou' as PersonId,
    at: '2024-03-04T11:30:00.000Z',
    args: { place: '502', outcome },
  })
  return { ...(record as Visit), ...rest }
}

describe('a visit', () => {
  it('lights the window when somebody was reached, face to face or by phone, and not otherwise', () => {
    expect(VISIT_OUTCOMES.filter((outcome) => lights(aVisit(outcome)))).toEqual(['met', 'phone'])
  })

  it('that was withdrawn stays as a mark and lights nothing', () => {
    const { record, outcome } = fold(aVisit('met'), {
      id: 'c-2' as ChangeId,
      record: 'visit-1' as RecordId,
      name: 'visit.withdraw',
      v: 1,
      actor: 'zhou' as PersonId,
      at: '2024-03-04T11:31:00.000Z',
      args: { reason: 'undo' },
    })
    expect(outcome.is).toBe('applied')
    expect(record).toMatchObject({ outcome: 'met', voided: { by: 'zhou', reason: 'undo' } })
    expect(lights(record as Visit)).toBe(false)
  })

  it('a window is lit for 30 days, half lit to the 90th, and dark from then on or if nobody ever came', () => {
    expect([0, 30, 31, 90, 91].map((days) => glow(days, FRESHNESS))).toEqual([
      'lit',
      'lit',
      'half',
      'half',
      'dusk',
    ])
    expect(glow(undefined, FRESHNESS)).toBe('dusk')
    expect(glow(20, { lit: 14, half: 60 })).toBe('half')
  })

  it('counts days by the calendar of Shanghai', () => {
    expect(visitDay(aVisit('met', { at: '2024-03-04T15:59:00.000Z' }))).toBe('2024-03-04')
    expect(visitDay(aVisit('met', { at: '2024-03-04T16:01:00.000Z' }))).toBe('2024-03-05')
    expect(daysSince('2024-02-28', '2024-03-10')).toBe(11)
  })

  it('a clock that runs ten years ahead puts it no later than the server received it', () => {
    const visit = aVisit('met', { at: '2034-03-04T11:30:00.000Z', receivedAt: '2024-03-04T12:00:00.000Z' })
    expect(visitDay(visit)).toBe('2024-03-04')
    expect(daysSince('2034-03-04', '2024-03-04')).toBe(0)
  })

  it('proposes the evening or the weekend when nobody is at home, always ahead', () => {
    expect(proposeRetry('2024-03-04T02:00:00.000Z')).toBe('2024-03-04T19:00')
    expect(proposeRetry('2024-03-04T12:30:00.000Z')).toBe('2024-03-09T10:00')
    expect(proposeRetry('2024-03-09T12:30:00.000Z')).toBe('2024-03-10T19:00')
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2024-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
        (now) => {
          const local = new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 16)
          const retry = proposeRetry(now.toISOString())
          expect(retry > local).toBe(true)
          expect(retry.slice(0, 10) <= addDays(local.slice(0, 10), 6)).toBe(true)
        },
      ),
    )
  })
})

const instants = fc.date({
  min: new Date('2024-01-01'),
  max: new Date('2030-01-01'),
  noInvalidDate: true,
})

describe('when to come back', () => {
  it('is offered for this evening, tomorrow evening and the morning of the weekend, always ahead, and what is proposed is among them', () => {
    expect(retryTimes('2024-03-04T02:00:00.000Z')).toEqual([
      { when: 'tonight', at: '2024-03-04T19:00' },
      { when: 'tomorrow', at: '2024-03-05T19:00' },
      { when: 'weekend', at: '2024-03-09T10:00' },
    ])
    fc.assert(
      fc.property(instants, (now) => {
        const local = new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 16)
        const times = retryTimes(now.toISOString()).map(({ at }) => at)
        expect(times).toContain(proposeRetry(now.toISOString()))
        expect(new Set(times).size).toBe(times.length)
        for (const at of times) expect(at > local).toBe(true)
        const weekend = new Date(`${times.at(-1)!.slice(0, 10)}T00:00:00Z`).getUTCDay()
        expect([0, 6]).toContain(weekend)
      }),
    )
  })
})

describe('a door that wants nobody', () => {
  it('is left in peace to the same day of a later month, and to the last one of a shorter', () => {
    expect(QUIET_MONTHS.map((months) => quietAfter('2024-11-27', months))).toEqual([
      '2024-12-27',
      '2025-02-27',
      '2025-05-27',
    ])
    expect(quietAfter('2024-01-31', 1)).toBe('2024-02-29')
    expect(quietAfter('2024-08-31', 6)).toBe('2025-02-28')
    fc.assert(
      fc.property(instants, fc.constantFrom(...QUIET_MONTHS), (now, months) => {
        const day = now.toISOString().slice(0, 10)
        const until = quietAfter(day, months)
        expect(daysSince(day, until)).toBeGreaterThanOrEqual(28 * months)
        expect(daysSince(day, until)).toBeLessThanOrEqual(31 * months)
      }),
    )
  })

  it('is so until that day, in the newest word on it, and not by one that was taken back', () => {
    const old = aVisit('refused', { quietUntil: '2024-06-04' })
    const newer = aVisit('refused', { at: '2024-03-05T11:30:00.000Z', quietUntil: '2024-04-05' })
    expect(quietUntilOf([old], '2024-06-03')).toBe('2024-06-04')
    expect(quietUntilOf([old], '2024-06-04')).toBeUndefined()
    expect(quietUntilOf([old, newer], '2024-04-04')).toBe('2024-04-05')
    expect(quietUntilOf([newer, old], '2024-04-05')).toBeUndefined()
    const voided = { by: 'zhou' as PersonId, at: '2024-03-05T11:31:00.000Z', reason: 'undo' }
    expect(quietUntilOf([old, { ...newer, voided }], '2024-05-01')).toBe('2024-06-04')
    expect(quietUntilOf([aVisit('met')], '2024-03-05')).toBeUndefined()
  })
})
