import { describe, expect, it } from 'vitest'
import type { Visit } from '#domain/doors/visit.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Reader } from '#queries/reader.ts'
import { daysSinceReached, nextDate, quietDoors, visitsOf } from '#queries/visits.ts'

/** A day in Shanghai. */
const TODAY = '2026-01-02'
const DOOR = 'door' as RecordId

/** One knock, at 10:00 in Shanghai unless said otherwise. */
const visit = (day: string, more: Partial<Visit> = {}) =>
  ({
    id: `visit ${day} ${more.outcome ?? 'met'}`,
    kind: 'visit',
    place: DOOR,
    at: `${day}T02:00:00.000Z`,
    outcome: 'met',
    ...more,
  }) as Visit

const reading = (...visits: readonly Visit[]) => ({ all: () => visits }) as unknown as Reader

describe('how long ago a door was reached', () => {
  it('is told by the newest visit that reached somebody, in whatever order they come, also over New Year', () => {
    const all = [visit('2025-11-01'), visit('2025-12-31'), visit('2026-01-01', { outcome: 'noAnswer' })]
    for (const order of [all, [...all].reverse()])
      expect(daysSinceReached(reading(...order), TODAY)).toEqual(new Map([[DOOR, 2]]))
  })

  it('is told of each door by itself, and not of one where nobody ever was', () => {
    const other = 'other' as RecordId
    const reader = reading(visit('2025-12-20', { place: other }), visit('2026-01-02'))
    expect(daysSinceReached(reader, TODAY)).toEqual(
      new Map([
        [other, 13],
        [DOOR, 0],
      ]),
    )
    expect(daysSinceReached(reading(visit('2026-01-01', { outcome: 'refused' })), TODAY).size).toBe(0)
  })
})

describe('the visits of a door', () => {
  it('are the newest first, those of one moment in the order of their ids, and none of another door', () => {
    const twins = ['b', 'a'].map((id) => visit('2025-12-31', { id: id as RecordId }))
    const all = [
      visit('2025-12-01'),
      ...twins,
      visit('2026-01-01'),
      visit('2026-01-02', { place: 'x' as RecordId }),
    ]
    expect(visitsOf(reading(...all), DOOR).map(({ id }) => id)).toEqual([
      'visit 2026-01-01 met',
      'a',
      'b',
      'visit 2025-12-01 met',
    ])
  })

  it('say when to come back by the newest of them, until that day is over', () => {
    const retry = (retryAt: string) => visit('2025-12-31', { outcome: 'noAnswer', retryAt })
    expect(nextDate([retry('2026-01-02T19:00'), retry('2026-01-09T19:00')], TODAY)).toBe('2026-01-02T19:00')
    expect(nextDate([retry('2026-01-01T19:00'), retry('2026-01-09T19:00')], TODAY)).toBeUndefined()
    expect(nextDate([visit('2026-01-02')], TODAY)).toBeUndefined()
    expect(nextDate([], TODAY)).toBeUndefined()
  })

  it('keep a door in peace until the day that the newest word names, and not on it', () => {
    const word = (day: string, quietUntil: string) => visit(day, { outcome: 'refused', quietUntil })
    const doors = (...all: readonly Visit[]) => quietDoors(reading(...all), TODAY)
    expect(doors(word('2025-12-01', '2026-01-03'))).toEqual(new Map([[DOOR, '2026-01-03']]))
    expect(doors(word('2025-12-01', '2026-01-02')).size).toBe(0)
    expect(doors(word('2025-12-02', '2026-02-01'), word('2025-12-01', '2026-06-01'))).toEqual(
      new Map([[DOOR, '2026-02-01']]),
    )
    expect(doors(visit('2026-01-01')).size).toBe(0)
  })
})
