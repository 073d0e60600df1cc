import { expect, test } from 'vitest'
import { guesser, guesses } from '#server/people/guesses.ts'

const MINUTE = 60_000

test('the sixth try of a minute is refused and says when the next is possible', () => {
  let now = 1_000_000
  const limit = guesses(() => now)
  for (let one = 0; one < 5; one += 1) {
    expect(limit.try('a').ok).toBe(true)
    now += 1000
  }
  expect(limit.try('a')).toEqual({ ok: false, refused: 'tooOften', retryAfter: 55 })
  expect(limit.try('b').ok).toBe(true)
  now += 55_000
  expect(limit.try('a').ok).toBe(true)
  expect(limit.try('a').ok).toBe(false)
})

test('a right try takes only itself away: a good code does not wash the wrong ones off', () => {
  const limit = guesses(() => 0)
  for (let one = 0; one < 4; one += 1) limit.try('a')
  for (let one = 0; one < 20; one += 1) {
    expect(limit.try('a').ok).toBe(true)
    limit.right('a')
  }
  expect(limit.try('a').ok).toBe(true)
  expect(limit.try('a').ok).toBe(false)
})

test('a hundred wrong tries from everywhere close the door for everybody, for ten minutes', () => {
  let now = 0
  const limit = guesses(() => now)
  for (let one = 0; one < 100; one += 1) expect(limit.try(`address ${one}`).ok).toBe(true)
  expect(limit.try('a stranger').ok).toBe(false)
  now = 10 * MINUTE + 1
  expect(limit.try('a stranger').ok).toBe(true)
})

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8:1:2:ffff::9', '2001:db8:1:2'],
  ['2001:db8::9', '2001:db8:0:0'],
  [undefined, 'unknown'],
])('the guesser at %s is %s', (address, who) => {
  expect(guesser(address)).toBe(who)
})
