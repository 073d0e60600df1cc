import { expect, test } from 'vitest'
import type { DeviceId, PersonId, TenantId } from '#domain/ids.ts'
import { ticketIn, tokenIn, withTicket } from '#server/people/ticket.ts'
import { memorySeals } from '#server/sealing.ts'

const ticket = {
  tenant: 'tenant-1' as TenantId,
  device: 'phone-1' as DeviceId,
  person: 'he' as PersonId,
  kind: 'own',
} as const

test('W7 a ticket is read by the server that sealed it, beside the session’s token', async () => {
  const seals = await memorySeals()
  const text = await withTicket(seals, 'token-1', ticket)
  expect(tokenIn(text)).toBe('token-1')
  expect(await ticketIn(seals, text)).toEqual(ticket)
})

test('W7 a ticket of another server, a changed one and none are no tickets', async () => {
  const seals = await memorySeals()
  const text = await withTicket(await memorySeals(), 'token-1', ticket)
  expect(await ticketIn(seals, text)).toBeUndefined()
  const own = await withTicket(seals, 'token-1', ticket)
  const changed = own.slice(0, -6) + (own.endsWith('AAAAAA') ? 'BBBBBB' : 'AAAAAA')
  expect(await ticketIn(seals, changed)).toBeUndefined()
  expect(await ticketIn(seals, 'token-1')).toBeUndefined()
})
