import { describe, expect, test } from 'vitest'
import type { Checker } from '../check.ts'
import {
  aHistory,
  answer,
  change,
  excused,
  record,
  reply,
  restored,
  row,
  saved,
  told,
  type Told,
  wrote,
} from './aHistory.ts'
import { bags } from './bags.ts'
import { clocks } from './clocks.ts'
import { counters } from './counters.ts'
import { forks } from './forks.ts'
import { gaps } from './gaps.ts'
import { lost } from './lost.ts'
import { naturalKeys } from './naturalKeys.ts'
import { once } from './once.ts'
import { order } from './order.ts'
import { overwritten } from './overwritten.ts'
import { payloads } from './payloads.ts'
import { refolded } from './refolded.ts'
import { sheets } from './sheets.ts'
import { takenBack } from './takenBack.ts'

const found = (checker: Checker, of: Told) => checker(aHistory(of)).map(({ is }) => is)

const tap = change('a', 'shift.tally', { counter: 'right' }, 's')
const open = change('o', 'shift.open', { place: 'east', day: '2026-03-04', window: 'morning' }, 's')
const edit = (id: string, was: unknown, now: unknown) => change(id, 'visit.amend', { note: { was, now } })
const ALREADY = { is: 'already' } as const
const HELD = { is: 'held', why: 'wrongState' } as const

describe('INV-1 INV-2 what was saved is on the server', () => {
  test('INV-1 a saved change with a row is not lost, and one that nature took is nobody’s to bring', () => {
    expect(found(lost, { events: [saved(tap)], rows: [row(1, tap)] })).toEqual([])
    expect(found(lost, { events: [saved(tap), excused('a')] })).toEqual([])
  })
  test('INV-1 a saved change without a row is lost', () => {
    expect(found(lost, { events: [saved(tap)] })).toEqual(['savedLost'])
  })
  test('INV-2 one that was acknowledged besides is the worse loss', () => {
    expect(found(lost, { events: [saved(tap), told('a')] })).toEqual(['ackedLost'])
  })
})

describe('INV-3 INV-4 once, and the same when asked again', () => {
  test('INV-3 a second row, or the same words twice in a record, is doubled', () => {
    expect(found(once, { rows: [row(1, tap), row(2, open)] })).toEqual([])
    expect(found(once, { rows: [row(1, tap), row(2, tap)] })).toEqual(['doubled'])
    const twice = record('f', 'feedback', { followUps: [{ id: 'a' }, { id: 'a' }] })
    expect(found(once, { records: [twice] })).toEqual(['doubled'])
  })
  test('INV-4 only what waits may become something else while the server lives', () => {
    const first = reply({ outcomes: [answer(1, 'a', { is: 'waits' })] })
    const then = reply({ outcomes: [answer(1, 'a')] })
    const other = reply({ outcomes: [answer(1, 'a', HELD)] })
    expect(found(once, { events: [first, then, then] })).toEqual([])
    expect(found(once, { events: [then, other] })).toEqual(['doubled'])
    expect(found(once, { events: [then, restored(), other] })).toEqual([])
  })
  test('INV-4 W7 what a device was told is done is not held afterwards, unless its ground is gone', () => {
    const done = [['a', { is: 'applied' }]] as const
    expect(found(takenBack, { rows: [row(1, tap)], told: done })).toEqual([])
    const why = { is: 'held', why: 'notAllowed' } as const
    expect(found(takenBack, { rows: [row(1, tap, why)], told: done })).toEqual(['takenBack'])
    const unknown = { is: 'held', why: 'unknownDevice' } as const
    expect(found(takenBack, { rows: [row(1, tap, unknown)], told: done })).toEqual([])
    const events = [saved(open), excused('o')]
    expect(found(takenBack, { events, rows: [row(1, tap, why)], told: done })).toEqual([])
  })
  test('INV-3 INV-11 a record that is not the fold of its rows is doubled', () => {
    const rows = [row(1, open), row(2, tap)]
    const opened = { author: 'li', receivedAt: open.at, day: '2026-03-04', window: 'morning' }
    const shift = record('s', 'shift', { ...opened, v: 2, taps: [], checks: {}, fills: {} })
    const once_ = { ...shift, minutes: [[`${tap.at.slice(0, 16)}Z`, 'r']] }
    const twice = { ...shift, minutes: [[`${tap.at.slice(0, 16)}Z`, 'rr']] }
    expect(found(refolded, { rows, records: [once_] })).toEqual([])
    expect(found(refolded, { rows, records: [twice] })).toEqual(['doubled'])
  })
})

describe('INV-6 INV-8 INV-18 order', () => {
  test('INV-6 what one disk saved stands in the log as it was saved', () => {
    const rows = [row(1, open), row(2, tap)]
    expect(found(order, { rows, order: ['o', 'a'] })).toEqual([])
    expect(found(order, { rows, order: ['a', 'o'] })).toEqual(['disordered'])
  })
  test('INV-8 a log with a hole has a gap, at once and at its end', () => {
    expect(found(gaps, { events: [wrote([row(1, open)]), wrote([row(2, tap)])] })).toEqual([])
    expect(found(gaps, { events: [wrote([row(1, open)]), wrote([row(3, tap)])] })).toEqual(['gapped'])
    expect(found(gaps, { rows: [row(1, open), row(3, tap)] })).toEqual(['gapped'])
  })
  test('INV-18 a place of a stream that is two changes is forked', () => {
    const one = reply({ outcomes: [answer(1, 'a')] })
    const other = reply({ outcomes: [answer(1, 'b')] })
    expect(found(forks, { events: [one, one] })).toEqual([])
    expect(found(forks, { events: [one, other] })).toEqual(['forked'])
  })
})

describe('INV-12 no value goes in silence', () => {
  test('INV-12 an edit of what its author saw is applied; of something else it is merged', () => {
    const one = row(1, edit('a', undefined, '在家'))
    expect(found(overwritten, { rows: [one, row(2, edit('b', '在家', '出门'))] })).toEqual([])
    const contested = edit('b', undefined, '出门')
    const merged = { is: 'merged', lost: { note: '在家' } } as const
    expect(found(overwritten, { rows: [one, row(2, contested, merged)] })).toEqual([])
    expect(found(overwritten, { rows: [one, row(2, contested)] })).toEqual(['overwritten'])
  })
  test('INV-12 W3 a row that does not say what was saved is altered', () => {
    expect(found(payloads, { events: [saved(tap)], rows: [row(1, tap)] })).toEqual([])
    const other = { body: { at: tap.at, args: { counter: 'explained' } } }
    expect(found(payloads, { events: [saved(tap)], rows: [row(1, tap, HELD, other)] })).toEqual(['altered'])
  })
})

describe('INV-16 INV-22 INV-23 clocks, counts and keys', () => {
  test('INV-16 a row with another time than the server’s trusted somebody', () => {
    expect(found(clocks, { events: [wrote([row(1, tap)])] })).toEqual([])
    const late = row(1, tap, { is: 'applied' }, { receivedAt: '2056-03-04T01:00:00.000Z' })
    expect(found(clocks, { events: [wrote([late])] })).toEqual(['trusted'])
  })
  test('INV-22 a count is what was accepted and no more than what was tapped', () => {
    const shift = (times: number) => record('s', 'shift', { minutes: [[tap.at, 'r'.repeat(times)]] })
    const tried = { is: 'tried', by: tap.actor, intents: [tap] } as const
    expect(found(counters, { events: [tried], rows: [row(1, tap)], records: [shift(1)] })).toEqual([])
    expect(found(counters, { events: [tried], rows: [row(1, tap)], records: [shift(0)] })).toEqual([
      'miscounted',
    ])
    expect(found(counters, { events: [], rows: [row(1, tap)], records: [shift(1)] })).toEqual(['miscounted'])
    expect(found(counters, { events: [tried], rows: [row(1, tap, ALREADY)], records: [shift(0)] })).toEqual(
      [],
    )
  })
  test('INV-23 two live places of one key are twins', () => {
    const place = (id: string) => record(id, 'place', { key: 'east' })
    expect(found(naturalKeys, { records: [place('p')] })).toEqual([])
    expect(found(naturalKeys, { records: [place('p'), place('q')] })).toEqual(['twins'])
  })
  test('INV-22 a bag is there once, until that very bag is taken back', () => {
    const bag = change('b', 'shift.bag', { stream: 'kitchen', verdict: 'good', faults: [] }, 's')
    const other = change('c', 'shift.bag', { stream: 'other', verdict: 'bad', faults: [] }, 's')
    const back = change('d', 'shift.unbag', { bag: 'b' }, 's')
    const shift = (...ids: string[]) => record('s', 'shift', { bags: ids.map((id) => ({ id })) })
    const rows = [row(1, bag), row(2, other)]
    expect(found(bags, { rows, records: [shift('b', 'c')] })).toEqual([])
    expect(found(bags, { rows, records: [shift('b', 'c', 'c')] })).toEqual(['miscounted'])
    const less = [...rows, row(3, back)]
    expect(found(bags, { rows: less, records: [shift('c')] })).toEqual([])
    expect(found(bags, { rows: less, records: [shift('b')] })).toEqual(['miscounted'])
  })
  test('INV-12 a plan that is changed from something else than its author saw is merged, never swallowed', () => {
    const swap = (id: string, was: string | undefined, person: string) =>
      change(id, 'duty.swap', { ...(was && { was }), person }, 'd')
    const first = row(1, swap('a', undefined, 'chen'))
    expect(found(overwritten, { rows: [first, row(2, swap('b', 'chen', 'li'))] })).toEqual([])
    const contested = swap('b', undefined, 'li')
    const merged = { is: 'merged', lost: { person: 'chen' } } as const
    expect(found(overwritten, { rows: [first, row(2, contested, merged)] })).toEqual([])
    for (const silent of [{ is: 'applied' }, ALREADY] as const)
      expect(found(overwritten, { rows: [first, row(2, contested, silent)] })).toEqual(['overwritten'])
  })
  test('what is to be put right at one item is no order of another', () => {
    const sheet = { day: '2026-03-04', window: 'morning', item: 'lid' }
    const rows = [row(1, change('a', 'order.open', { place: 'east', sheet }, 'order'))]
    const order = (item: string) => record('order', 'order', { sheet: { ...sheet, item } })
    expect(found(sheets, { rows, records: [order('lid')] })).toEqual([])
    expect(found(sheets, { rows, records: [order('floor')] })).toEqual(['twins'])
    const twin = record('twin', 'order', { sheet })
    expect(found(naturalKeys, { records: [order('lid'), twin] })).toEqual(['twins'])
  })
})
