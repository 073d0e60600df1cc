import { expect, test } from 'vitest'
import { roomOf } from '#device/persistence.ts'

const MB = 1024 * 1024

test.each([
  ['plenty', 1000 * MB, 100 * MB],
  ['scarce', 1000 * MB, 960 * MB],
  ['textOnly', 1000 * MB, 995 * MB],
  ['textOnly', 1000 * MB, 1200 * MB],
] as const)('the room is %s', (is, quota, usage) => {
  expect(roomOf({ quota, usage })).toEqual({ is, left: Math.max(0, quota - usage) })
})

test('a browser that does not say how much room there is gets no invented answer', () => {
  expect(roomOf({})).toEqual({ is: 'unknown' })
  expect(roomOf({ usage: 5, quota: 0 })).toEqual({ is: 'unknown' })
})
