import { expect, test } from 'vitest'
import { amountOf } from '#domain/amount.ts'
import { HAUL_LIMITS, lastAt } from '#domain/bins/haul.ts'

const LITRES = ['升', 'l', '公升']
const litres = (typed: string) => {
  const read = amountOf(typed, HAUL_LIMITS.litre, LITRES)
  return read.ok ? read.value : read.refused
}

test.each([
  ['240', 240],
  [' ２４０ ', 240],
  ['1,200', 1200],
  ['１，２００', 1200],
  ['12.5', 12.5],
  ['１２。５', 12.5],
  ['12.', 12],
  ['480升', 480],
  ['480 L', 480],
  ['12.345', 12.35],
])('what is typed as "%s" is read as %s', (typed, amount) => {
  expect(litres(typed)).toBe(amount)
})

test.each([
  ['', 'empty'],
  ['  ', 'empty'],
  ['0', 'tooSmall'],
  ['0.4', 'tooSmall'],
  ['-5', 'tooSmall'],
  ['−5', 'tooSmall'],
  ['30001', 'tooMuch'],
  ['99999999999999999999', 'tooMuch'],
  ['12,5', 'comma'],
  ['1,20', 'comma'],
  ['1,2345', 'comma'],
  ['1、5', 'comma'],
  ['20斤', 'otherUnit'],
  ['60公斤', 'otherUnit'],
  ['两百', 'notNumber'],
  ['1e3', 'notNumber'],
  ['1.2.3', 'notNumber'],
  ['.', 'notNumber'],
  ['240 240', 'notNumber'],
])('what is typed as "%s" is asked back as %s and never guessed', (typed, refusal) => {
  expect(litres(typed)).toBe(refusal)
})

test('a clock time is the last such time: before midnight for who writes after it', () => {
  // 00:20 in Shanghai.
  const now = '2026-11-24T16:20:00.000Z'
  expect(lastAt('00:10', now)).toBe('2026-11-24T16:10:00.000Z')
  expect(lastAt('00:20', now)).toBe('2026-11-24T16:20:00.000Z')
  expect(lastAt('23:50', now)).toBe('2026-11-24T15:50:00.000Z')
})

test('a time that is still to come, or no time at all, is no time of a haul', () => {
  const now = '2026-11-24T10:00:00.000Z'
  expect(lastAt('18:01', now)).toBeUndefined()
  expect(lastAt('19:30', now)).toBeUndefined()
  expect(lastAt('', now)).toBeUndefined()
  expect(lastAt('25:00', now)).toBeUndefined()
  expect(lastAt('06:59', now)).toBe('2026-11-23T22:59:00.000Z')
})
