import { expect, test } from 'vitest'
import {
  ARRIVAL_ITEMS,
  checkProgress,
  itemsOf,
  LEAVING_ITEMS,
  listsOf,
  movedIn,
  unanswered,
} from '#domain/bins/checklist.ts'

test('不查 counts as seen; what nobody answered does not', () => {
  expect(checkProgress({ body: 'good', lid: 'toFix', floor: 'unchecked' })).toEqual({
    seen: 3,
    of: 5,
    toFix: 1,
  })
  expect(checkProgress({})).toEqual({ seen: 0, of: 5, toFix: 0 })
})

test('都好 leaves what was answered as it is', () => {
  expect(unanswered({ lid: 'toFix', sign: 'unchecked' })).toEqual(['body', 'floor', 'odour'])
  expect(unanswered(Object.fromEntries(ARRIVAL_ITEMS.map((item) => [item, 'good'])))).toEqual([])
})

test("a compound's own items are counted like ours", () => {
  expect(checkProgress({ 洗手池有水: 'toFix', body: 'good' }, ['洗手池有水', 'lid'])).toEqual({
    seen: 1,
    of: 2,
    toFix: 1,
  })
})

const SETTINGS = { checklist: ['lid', '洗手池有水', 'lid'] }

test('the lists of a compound are its own; what it does not say is the usual one, and so is an emptied list', () => {
  expect(listsOf(undefined)).toEqual({ arrival: ARRIVAL_ITEMS, leaving: LEAVING_ITEMS })
  expect(listsOf(SETTINGS)).toEqual({ arrival: ['lid', '洗手池有水'], leaving: LEAVING_ITEMS })
  expect(listsOf({ checklist: [], leaving: ['门锁好'] })).toEqual({
    arrival: ARRIVAL_ITEMS,
    leaving: ['门锁好'],
  })
})

test('a shift is asked by the list it was opened with, and what was answered besides still counts', () => {
  const shift = { items: { arrival: ['lid'], leaving: [] }, checks: { sign: 'toFix' } } as const
  expect(itemsOf(shift, 'arrival')).toEqual(['lid', 'sign'])
  expect(itemsOf(shift, 'leaving')).toEqual([])
})

test('a shift from before the lists were kept has the usual ones; over, it was asked nothing on leaving', () => {
  expect(itemsOf({ checks: {} }, 'arrival')).toEqual(ARRIVAL_ITEMS)
  expect(itemsOf({ checks: {} }, 'leaving')).toEqual(LEAVING_ITEMS)
  expect(itemsOf({ checks: {}, closedAt: '2026-11-24T01:00:00.000Z' }, 'leaving')).toEqual([])
})

test('an item goes up and down by one, and stays at the ends', () => {
  const list = ['a', 'b', 'c']
  expect([movedIn(list, 'b', -1), movedIn(list, 'b', 1)]).toEqual([
    ['b', 'a', 'c'],
    ['a', 'c', 'b'],
  ])
  expect([movedIn(list, 'a', -1), movedIn(list, 'c', 1), movedIn(list, 'x', 1)]).toEqual([list, list, list])
})
