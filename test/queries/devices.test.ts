import { expect, test } from 'vitest'
import { bySilence, type Contact, silenceOf } from '#queries/devices.ts'

const NOW = '2026-11-24T08:00:00.000Z'
const ago = (hours: number, rest: Partial<Contact> = {}): Contact => ({
  enrolledAt: '2026-10-01T00:00:00.000Z',
  lastContact: new Date(Date.parse(NOW) - hours * 3_600_000).toISOString(),
  unsent: 0,
  revoked: false,
  ...rest,
})

test.each([
  ['heard of today', ago(3), false],
  ['today, with work', ago(3, { unsent: 12 }), false],
  ['a day and more ago, with work', ago(25, { unsent: 1 }), true],
  ['two days ago, with nothing', ago(49), false],
  ['more than three days ago', ago(73), true],
  ['stopped long ago, with nothing', ago(999, { revoked: true }), false],
  ['stopped, with work that never came', ago(30, { revoked: true, unsent: 2 }), true],
])('whether somebody should look after a tablet that was %s', (_, device, worrying) => {
  expect(silenceOf(device, NOW).worrying).toBe(worrying)
})

test('a device that never said anything is silent since it was enrolled', () => {
  const { lastContact: _, ...device } = ago(0, { enrolledAt: '2026-11-20T08:00:00.000Z' })
  expect(silenceOf(device, NOW)).toEqual({ days: 4, worrying: true })
})

test('those to look after come first, then the longest silent; stopped ones last', () => {
  const fresh = ago(1)
  const older = ago(40)
  const holds = ago(30, { unsent: 3 })
  const silent = ago(100)
  const stopped = ago(200, { revoked: true })
  expect(bySilence([stopped, fresh, holds, older, silent], NOW)).toEqual([
    silent,
    holds,
    older,
    fresh,
    stopped,
  ])
})
