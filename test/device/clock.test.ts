import { expect, test } from 'vitest'
import { clock, clockDoubt } from '#device/clock.ts'

const built = '2026-11-01T00:00:00Z'

test.each([
  ['agrees with the server', '2026-11-24T08:00:00Z', '2026-11-24T08:00:10Z'],
  ['is 23 hours ahead', '2026-11-24T08:00:00Z', '2026-11-25T07:00:00Z'],
  ['is 23 hours behind', '2026-11-24T08:00:00Z', '2026-11-23T09:00:00Z'],
])('a clock that %s is not spoken of', (_, server, local) => {
  expect(clockDoubt(server, local, built)).toBeUndefined()
})

test('a clock that is off by ten years is told, and by how much', () => {
  expect(clockDoubt('2026-11-24T08:00:00Z', '2016-11-24T08:00:00Z', built)).toEqual({
    offBy: Date.parse('2016-11-24T08:00:00Z') - Date.parse('2026-11-24T08:00:00Z'),
    from: 'server',
  })
  expect(clockDoubt('2026-11-24T08:00:00Z', '2036-11-24T08:00:00Z', built)?.offBy).toBeGreaterThan(0)
})

test('without a server, a clock before the day the app was built is told', () => {
  expect(clockDoubt(undefined, '2016-11-24T08:00:00Z', built)).toMatchObject({ from: 'build' })
  expect(clockDoubt(undefined, '2026-11-24T08:00:00Z', built)).toBeUndefined()
})

test('the server is believed rather than the day of the build', () => {
  expect(clockDoubt('2026-10-24T08:00:00Z', '2026-10-24T08:00:00Z', built)).toBeUndefined()
})

test('the steady clock does not go back', () => {
  const first = clock.monotonic()
  expect(clock.monotonic()).toBeGreaterThanOrEqual(first)
  expect(clock.today()).toMatch(/^\d{4}-\d{2}-\d{2}$/)
})
