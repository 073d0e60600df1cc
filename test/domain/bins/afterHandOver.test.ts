import { describe, expect, test } from 'vitest'
import { fold } from '#domain/catalogue.ts'
import type { Change } from '#domain/change.ts'
import type { ChangeId, PersonId, RecordId } from '#domain/ids.ts'
import type { Shift } from '#domain/bins/shift.ts'
import { countsOf } from '#domain/bins/tallies.ts'

const zhou = 'zhou' as PersonId
const tang = 'tang' as PersonId
const office = 'office' as PersonId
let n = 0

function change(name: string, args: unknown, actor = zhou, at = '2026-11-24T12:00:00Z'): Change {
  return { id: `c${(n += 1)}` as ChangeId, record: 'shift' as RecordId, name, v: 1, actor, at, args }
}

function after(...changes: readonly Change[]): Shift {
  const opening = change('shift.open', { place: 'east', day: '2026-11-24', window: 'evening' })
  let { record } = fold(undefined, opening)
  for (const one of changes) record = fold(record, one).record
  return record as Shift
}

const FIRST = '2026-11-24T12:00:00Z'
const SECOND = '2026-11-24T12:05:00Z'
const close = (at = FIRST, note?: string) =>
  change('shift.close', { ...(note !== undefined && { note }) }, zhou, at)
const reopen = (closedAt = FIRST, actor = zhou) => change('shift.reopen', { closedAt }, actor, SECOND)
const closeFor = (at = FIRST) => change('shift.closeFor', {}, tang, at)
const tap = (at: string) => change('shift.tally', { counter: 'right' }, zhou, at)

describe('a hand-over that is taken back', () => {
  test('leaves the shift open as it was, says since when, and taps are counts again and no corrections', () => {
    const shift = after(close(), reopen(), tap('2026-11-24T12:06:00Z'))
    expect(shift).not.toHaveProperty('closedAt')
    expect(shift.reopenedAt).toBe(SECOND)
    expect(countsOf(shift).right).toBe(1)
    expect(shift.corrections).toBeUndefined()
  })

  test('is the one that was seen: what comes twice, or after another hand-over, takes back nothing', () => {
    const open = after(close(), reopen())
    expect(fold(open, reopen()).outcome).toEqual({ is: 'already' })
    const again = after(close(), reopen(), close('2026-11-24T12:30:00Z'))
    expect(fold(again, reopen())).toEqual({ record: again, outcome: { is: 'already' } })
    expect(again.closedAt).toBe('2026-11-24T12:30:00Z')
  })

  test('is nobody else’s to take back', () => {
    for (const one of [tang, office])
      expect(fold(after(close()), reopen(FIRST, one)).outcome).toEqual({ is: 'held', why: 'notAllowed' })
  })

  test('by its own person stands over one made for them before; one made for them after it closes', () => {
    expect(after(closeFor(), reopen())).not.toHaveProperty('closedBy')
    expect(after(closeFor(SECOND), close(), reopen())).not.toHaveProperty('closedAt')
    expect(after(close(), closeFor(SECOND), reopen())).not.toHaveProperty('closedAt')
    expect(after(close(), reopen(), closeFor('2026-11-24T23:00:00Z'))).toMatchObject({ closedBy: tang })
  })

  test('loses no word: what was said with it is read above what is said with the next one', () => {
    const shift = after(close(FIRST, '桶盖松了'), reopen(), close(SECOND, '水龙头漏'))
    expect(shift).toMatchObject({ closedAt: SECOND, note: '桶盖松了\n水龙头漏' })
    expect(after(close(FIRST, '桶盖松了'), reopen(), close(SECOND, '桶盖松了')).note).toBe('桶盖松了')
    expect(after(close(FIRST, '桶盖松了'), reopen(), close(SECOND))).toMatchObject({
      closedAt: SECOND,
      note: '桶盖松了',
    })
  })

  test('keeps what was put right in between, and a tap that was made before it and arrives after', () => {
    const shift = after(close(), tap('2026-11-24T12:01:00Z'), reopen(), tap('2026-11-24T11:59:00Z'))
    expect(countsOf(shift).right).toBe(2)
    expect(shift.corrections).toBe(1)
  })
})

describe('opened bags after the hand-over', () => {
  const seen = { stream: 'kitchen', verdict: 'bad', faults: ['hazardous_in'] }
  const bag = change('shift.bag', seen)

  test('are judged anew, added and taken out, each time as a correction', () => {
    const put = change('shift.putBag', { bag: bag.id, stream: 'kitchen', verdict: 'good', faults: [] })
    const more = change('shift.putBag', { stream: 'other', verdict: 'good', faults: [] })
    const right = after(bag, close(), put, more)
    expect(right.bags).toEqual([
      { id: bag.id, at: bag.at, stream: 'kitchen', verdict: 'good', faults: [] },
      { id: more.id, at: more.at, stream: 'other', verdict: 'good', faults: [] },
    ])
    expect(right.corrections).toBe(2)
    expect(right).not.toHaveProperty('correctedBy')
    const left = after(bag, close(), put, more, change('shift.takeBag', { bag: bag.id }))
    expect([left.bags?.map((one) => one.id), left.corrections]).toEqual([[more.id], 3])
  })

  test('are put right by those who keep the bins too, and the shift says by whom', () => {
    const shift = after(bag, close(), change('shift.takeBag', { bag: bag.id }, office))
    expect(shift).toMatchObject({ bags: [], corrections: 1, correctedBy: office, author: zhou })
  })

  test('said twice are said once; one that somebody took out is for a person to decide', () => {
    const shift = after(bag, close())
    const same = change('shift.putBag', { bag: bag.id, ...seen })
    expect(fold(shift, same)).toEqual({ record: shift, outcome: { is: 'already' } })
    const gone = after(bag, close(), change('shift.takeBag', { bag: bag.id }, office))
    expect(fold(gone, change('shift.takeBag', { bag: bag.id })).outcome).toEqual({ is: 'already' })
    const anew = change('shift.putBag', { bag: bag.id, ...seen, verdict: 'minor' })
    expect(fold(gone, anew).outcome).toEqual({ is: 'held', why: 'wrongState' })
    const added = change('shift.putBag', seen)
    expect(fold(after(close(), added), added).outcome).toEqual({ is: 'already' })
  })

  test('are two hundred at the most', () => {
    const full = after(...Array.from({ length: 200 }, () => change('shift.bag', seen)), close())
    expect(fold(full, change('shift.putBag', seen)).outcome).toEqual({ is: 'held', why: 'invalid' })
  })
})
