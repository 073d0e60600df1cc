import { expect, test } from 'vitest'
import type { PersonId } from '#domain/ids.ts'
import { type Member, memberId } from '#domain/member.ts'
import type { Appointment } from '#domain/rights.ts'
import { hasLeft } from '#queries/peopleHere.ts'
import type { View } from '#store/view.ts'

const ZHOU = 'zhou' as PersonId
const held = (from: string, to?: string) =>
  ({ role: 'supervisor', place: 'p', from, ...(to && { to }) }) as Appointment

function left(appointments: readonly Appointment[] | undefined): boolean {
  const member = appointments && ({ kind: 'member', appointments } as unknown as Member)
  const view = { get: (id: string) => (id === memberId(ZHOU) ? member : undefined) } as unknown as View
  return hasLeft(view, ZHOU, '2026-03-02T00:00:00.000Z')
}

test('somebody has left when the last of their appointments has ended, by the day of Shanghai', () => {
  expect(left([held('2026-01-01', '2026-03-01')])).toBe(true)
  expect(left([held('2026-01-01', '2026-02-01'), held('2026-02-02', '2026-03-01')])).toBe(true)
  expect(left([])).toBe(true)
})

test('nobody has left who still holds one, begins later, or is not known here yet', () => {
  expect(left([held('2026-01-01')])).toBe(false)
  expect(left([held('2026-01-01', '2026-03-02')])).toBe(false)
  expect(left([held('2026-01-01', '2026-02-01'), held('2026-04-01')])).toBe(false)
  expect(left(undefined)).toBe(false)
})
