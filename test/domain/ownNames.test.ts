import { expect, it } from 'vitest'
import type { RecordId, TenantId } from '#domain/ids.ts'
import { type Settings, settingsId } from '#domain/settings.ts'
import { aLedger, did } from '#test/support/ledger.ts'

const ID = settingsId('t' as TenantId)
const call = (calls: string, was: string | undefined, now: string | undefined, by = 'tang') =>
  did(ID, 'settings.call', { calls, name: { ...(was && { was }), ...(now && { now }) } }, by)

function named() {
  const ledger = aLedger()
  ledger.receive(did(ID, 'settings.put', { place: 'home' as RecordId, name: '春和苑' }))
  ledger.receive(call('model', undefined, '1+1+4'))
  return ledger
}
const calledIn = (ledger: ReturnType<typeof aLedger>) => ledger.get<Settings>(ID)?.called

it('W9 two who give two things a name change both', () => {
  const ledger = named()
  ledger.receive(call('steward', undefined, '红管家', 'li'))
  expect(calledIn(ledger)).toEqual({ model: '1+1+4', steward: '红管家' })
})

it('W9 of two names for one thing the later stands, and the other is named', () => {
  const ledger = named()
  ledger.receive(call('steward', undefined, '红管家', 'li'))
  expect(ledger.receive(call('steward', undefined, '微管家', 'tang'))).toEqual({
    is: 'merged',
    lost: { called: '红管家' },
  })
  expect(ledger.get<Settings>(ID)).toMatchObject({
    called: { model: '1+1+4', steward: '微管家' },
    lost: { field: 'called', value: '红管家' },
  })
})

it('an emptied name is the usual one again, and nothing of it is left', () => {
  const ledger = named()
  ledger.receive(call('model', '1+1+4', undefined))
  expect(calledIn(ledger)).toBeUndefined()
  expect(Object.keys(ledger.get<Settings>(ID)).filter((key) => key.startsWith('called'))).toEqual([])
})

it('what is neither line, level nor role, or longer than a label, is not taken', () => {
  const ledger = named()
  expect(ledger.receive(call('toString', undefined, 'x'))).toMatchObject({ is: 'held' })
  expect(ledger.receive(call('party', undefined, '一'.repeat(13)))).toMatchObject({ is: 'held' })
})
