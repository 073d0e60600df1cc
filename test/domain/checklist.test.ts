import { expect, test } from 'vitest'
import { ARRIVAL_ITEMS, checkProgress, pressed, unanswered } from '#domain/checklist.ts'

test('不查 counts as seen; what nobody answered does not', () => {
  expect(checkProgress({ body: 'good', lid: 'toFix', floor: 'unchecked' })).toEqual({ seen: 3, of: 5, toFix: 1 })
  expect(checkProgress({})).toEqual({ seen: 0, of: 5, toFix: 0 })
})

test('都好 leaves what was answered as it is', () => {
  expect(unanswered({ lid: 'toFix', sign: 'unchecked' })).toEqual(['body', 'floor', 'odour'])
  expect(unanswered(Object.fromEntries(ARRIVAL_ITEMS.map((item) => [item, 'good'])))).toEqual([])
})

test("a compound's own items are counted like ours", () => {
  expect(checkProgress({ 洗手池有水: 'toFix', body: 'good' }, ['洗手池有水', 'lid'])).toEqual({ seen: 1, of: 2, toFix: 1 })
})

test('pressing the chosen answer again clears it', () => {
  expect(pressed('good', 'good')).toBeUndefined()
  expect(pressed('good', 'toFix')).toBe('toFix')
  expect(pressed(undefined, 'unchecked')).toBe('unchecked')
})
