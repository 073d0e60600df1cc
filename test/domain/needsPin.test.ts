import { expect, test } from 'vitest'
import { needsPin } from '#domain/needsPin.ts'
import type { PersonId, RecordId } from '#domain/ids.ts'
import { type Appointment, partsOf } from '#domain/rights.ts'
import { type Role, ROLES } from '#domain/roles.ts'

const PLACE = 'compound' as RecordId
const asks = (role: Role) => {
  const held: Appointment = { role, place: PLACE, from: '2026-01-01' }
  return needsPin(partsOf('zhou' as PersonId, [held], PLACE, 'own', '2026-03-02'))
}

test('a phone asks for a PIN of everybody who may read of residents or what others wrote, also at the bins, and not of who sees counts only', () => {
  const roles = Object.keys(ROLES) as Role[]
  expect(roles.filter((role) => !asks(role))).toEqual(['overseer'])
})

test('a phone of somebody who holds nothing asks for none', () => {
  expect(needsPin(partsOf('zhou' as PersonId, [], PLACE, 'own', '2026-03-02'))).toBe(false)
})
