import { expect, it } from 'vitest'
import { isIn, writtenOn } from '#queries/matters.ts'

it('what is written down belongs to its day in Shanghai, and the server’s receipt bounds a clock that runs ahead', () => {
  expect(writtenOn({ at: '2026-02-28T15:59:59.999Z' })).toBe('2026-02-28')
  expect(writtenOn({ at: '2026-02-28T16:00:00.000Z' })).toBe('2026-03-01')
  const [early, late] = ['2026-02-28T15:59:00.000Z', '2026-03-02T02:00:00.000Z']
  expect(writtenOn({ at: late, receivedAt: early })).toBe('2026-02-28')
  expect(writtenOn({ at: early, receivedAt: late })).toBe('2026-02-28')
})

it('a span of days has its first and its last', () => {
  const days = { from: '2025-12-31', to: '2026-01-01' }
  expect(['2025-12-30', '2025-12-31', '2026-01-01', '2026-01-02'].map((day) => isIn(days, day))).toEqual([
    false,
    true,
    true,
    false,
  ])
})
