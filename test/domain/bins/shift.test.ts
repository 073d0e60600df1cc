import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from '#domain/catalogue.ts'
import type { Change } from '#domain/change.ts'
import type { ChangeId, PersonId, RecordId } from '#domain/ids.ts'
import { type Shift } from '#domain/bins/shift.ts'
import { nextFill } from '#domain/bins/streams.ts'
import { COUNTERS, type Counter, countsOf, isBounce, rateOf, tapsOf } from '#domain/bins/tallies.ts'

const zhou = 'zhou' as PersonId
const tang = 'tang' as PersonId
let n = 0

function change(name: string, args: unknown, actor = zhou, at = '2026-11-24T11:02:00Z'): Change {
  return { id: `c${(n += 1)}` as ChangeId, record: 'shift' as RecordId, name, v: 1, actor, at, args }
}

function after(...changes: readonly Change[]): Shift {
  let record = fold(
    undefined,
    change('shift.open', { place: 'east', day: '2026-11-24', window: 'evening' }),
  ).record
  for (const one of changes) record = fold(record, one).record
  return record as Shift
}

const tally = (counter: Counter, at?: string) => change('shift.tally', { counter }, zhou, at)
const untally = (counter: Counter) => change('shift.untally', { counter })

describe('the five tallies', () => {
  test('a shift begins with five zeros, nothing looked at and no bin seen', () => {
    const shift = after()
    expect(countsOf(shift)).toEqual({ right: 0, corrected: 0, unsorted: 0, resorted: 0, explained: 0 })
    expect([shift.checks, shift.fills, shift.closedAt]).toEqual([{}, {}, undefined])
  })

  test('INV-22 after any run of taps and undos every count is taps less undos that found one, and never negative', () => {
    const step = fc.record({
      counter: fc.constantFrom(...COUNTERS),
      by: fc.constantFrom(1 as const, -1 as const),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
        const expected: Record<Counter, number> = {
          right: 0,
          corrected: 0,
          unsorted: 0,
          resorted: 0,
          explained: 0,
        }
        for (const { counter, by } of steps) expected[counter] = Math.max(0, expected[counter] + by)
        const shift = after(...steps.map(({ counter, by }) => (by === 1 ? tally(counter) : untally(counter))))
        expect(countsOf(shift)).toEqual(expected)
      }),
    )
  })

  test('undo takes back the last tap of that key and leaves the earlier one with its own time', () => {
    const shift = after(
      tally('right', '2026-11-24T11:00:00Z'),
      tally('unsorted'),
      tally('right', '2026-11-24T11:05:00Z'),
      untally('right'),
    )
    expect(tapsOf(shift.minutes).map(([counter]) => counter)).toEqual(['right', 'unsorted'])
    expect(shift.minutes[0]?.[0]).toBe('2026-11-24T11:00Z')
  })

  test('undo on zero says that nothing is left to do and changes nothing', () => {
    const shift = after()
    const { record, outcome } = fold(shift, untally('right'))
    expect(outcome).toEqual({ is: 'already' })
    expect(record).toBe(shift)
  })

  test('a late tap of the same person still counts after the hand-over', () => {
    expect(countsOf(after(change('shift.close', {}), tally('right'))).right).toBe(1)
  })

  test('what is put right after the hand-over counts, and the shift says how often; the hand-over stands', () => {
    const close = change('shift.close', { note: '桶盖松了' }, zhou, '2026-11-24T12:00:00Z')
    const shift = after(
      tally('right'),
      close,
      tally('right', '2026-11-24T11:59:00Z'),
      tally('unsorted', '2026-11-24T12:05:00Z'),
      change('shift.untally', { counter: 'right' }, zhou, '2026-11-24T12:06:00Z'),
    )
    expect(countsOf(shift)).toMatchObject({ right: 1, unsorted: 1 })
    expect(shift).toMatchObject({ corrections: 2, closedAt: close.at, note: '桶盖松了' })
    const nothing = change('shift.untally', { counter: 'explained' }, zhou, '2026-11-24T12:07:00Z')
    expect(fold(shift, nothing)).toMatchObject({ record: { corrections: 2 }, outcome: { is: 'already' } })
    expect(after(tally('right'), close).corrections).toBeUndefined()
  })

  test("another person's hand on a shift is held for the office", () => {
    const shift = after(tally('right'))
    for (const [name, args] of [
      ['shift.tally', { counter: 'right' }],
      ['shift.untally', { counter: 'right' }],
      ['shift.check', { item: 'lid', state: 'good' }],
      ['shift.fill', { stream: 'other', fill: 'full' }],
      ['shift.correct', { window: { was: 'evening', now: 'morning' } }],
      ['shift.close', {}],
    ] as const) {
      expect(fold(shift, change(name, args, tang)).outcome, name).toEqual({ is: 'held', why: 'notAllowed' })
    }
  })

  test('any arguments on any shift give an outcome and never throw', () => {
    const names = fc.constantFrom(
      'open',
      'tally',
      'untally',
      'check',
      'fill',
      'correct',
      'close',
      'nonsense',
      '__proto__',
    )
    fc.assert(
      fc.property(names, fc.jsonValue(), fc.boolean(), (name, args, there) => {
        const { outcome } = fold(there ? after() : undefined, change(`shift.${name}`, args))
        expect(['applied', 'already', 'merged', 'held', 'waits']).toContain(outcome.is)
      }),
    )
  })
})

describe('what the clock proposed', () => {
  test('can be put right in one go', () => {
    const shift = after(
      change('shift.correct', {
        window: { was: 'evening', now: 'extra' },
        day: { was: '2026-11-24', now: '2026-11-23' },
      }),
    )
    expect([shift.window, shift.day]).toEqual(['extra', '2026-11-23'])
  })

  test('a day that is in no calendar is held as invalid', () => {
    for (const day of ['2026-02-31', '2026-13-01', '24.11.2026', '', '好']) {
      const opening = change('shift.open', { place: 'east', day, window: 'evening' })
      expect(fold(undefined, opening).outcome, day).toEqual({ is: 'held', why: 'invalid' })
    }
  })
})

describe('hand-over', () => {
  test('keeps the note for the next shift; a second hand-over changes nothing', () => {
    const shift = after(change('shift.close', { note: '桶盖合页松了' }))
    expect(shift.note).toBe('桶盖合页松了')
    expect(fold(shift, change('shift.close', { note: '桶盖合页松了' })).outcome).toEqual({ is: 'already' })
    expect(fold(shift, change('shift.close', {})).outcome).toEqual({ is: 'already' })
  })

  test('from two tablets at once: the first stands, and no word of the second is lost', () => {
    const first = change('shift.close', { note: '桶盖松了' }, zhou, '2026-11-24T12:00:00Z')
    const second = change('shift.close', { note: '水龙头漏' }, zhou, '2026-11-24T12:00:01Z')
    expect(after(first, second)).toMatchObject({ closedAt: first.at, note: '桶盖松了\n水龙头漏' })
    const endless = change('shift.close', { note: '长'.repeat(500) })
    const more = [1, 2, 3, 4].map((n) => change('shift.close', { note: `${n}`.repeat(500) }))
    expect(fold(after(endless, ...more), more[3]!).outcome).toEqual({ is: 'held', why: 'wrongState' })
  })

  test('that was forgotten is made by the next one, and says by whom', () => {
    const closing = change('shift.closeFor', {}, tang, '2026-11-24T23:00:00Z')
    const shift = after(tally('right'), closing)
    expect(shift).toMatchObject({ author: zhou, closedAt: closing.at, closedBy: tang })
    expect(countsOf(shift).right).toBe(1)
    expect(fold(shift, change('shift.closeFor', {}, tang)).outcome).toEqual({ is: 'already' })
    expect(after(change('shift.closeFor', {}))).not.toHaveProperty('closedBy')
  })

  test("of one's own stands over one that was made for them, whichever came first", () => {
    const closing = change('shift.closeFor', {}, tang, '2026-11-24T23:00:00Z')
    const own = change('shift.close', { note: '桶盖松了' }, zhou, '2026-11-24T12:05:00Z')
    for (const shift of [after(closing, own), after(own, closing)]) {
      expect(shift).toMatchObject({ closedAt: own.at, note: '桶盖松了' })
      expect(shift).not.toHaveProperty('closedBy')
    }
  })
})

describe('投放正确率', () => {
  const counts = (right: number, corrected: number, unsorted: number) => ({
    right,
    corrected,
    unsorted,
    resorted: 9,
    explained: 9,
  })

  test('is right ÷ (right + corrected + unsorted), whole percent, with its base number', () => {
    expect(rateOf(counts(86, 14, 3))).toEqual({ right: 86, drops: 103, percent: 83 })
  })

  test('is not shown below ten drops, only the counts', () => {
    expect(rateOf(counts(9, 0, 0))).toEqual({ right: 9, drops: 9 })
    expect(rateOf(counts(9, 1, 0))).toEqual({ right: 9, drops: 10, percent: 90 })
  })

  test('rounds: 2 of 3 is 67, none of 12 is 0, all is 100', () => {
    expect([
      rateOf(counts(20, 10, 0)).percent,
      rateOf(counts(0, 12, 0)).percent,
      rateOf(counts(12, 0, 0)).percent,
    ]).toEqual([67, 0, 100])
  })
})

test('a press on a bin goes empty, half, full and round again', () => {
  const first = nextFill(undefined)
  const second = nextFill(first)
  const third = nextFill(second)
  expect([first, second, third, nextFill(third)]).toEqual(['empty', 'half', 'full', 'empty'])
})

test('a touch of the same key within 150 ms is a bounce; six deliberate ones a second are not', () => {
  expect(isBounce(undefined, 0)).toBe(false)
  expect(isBounce(1000, 1149)).toBe(true)
  expect(isBounce(1000, 1150)).toBe(false)
  expect(isBounce(1000, 1000 + 1000 / 6)).toBe(false)
})
