import { expect, test } from 'vitest'
import { ARRIVAL_ITEMS, checkProgress, incidentOf, unanswered } from '#domain/checklist.ts'

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

test("an item to fix knows what kind of incident it usually is; the compound's own items do not", () => {
  expect(ARRIVAL_ITEMS.map(incidentOf)).toEqual([
    'bin_dirty',
    'bin_broken',
    'leachate_odour',
    'sign_missing',
    'pest',
  ])
  expect([incidentOf('洗手池有水'), incidentOf('__proto__')]).toEqual([undefined, undefined])
})
