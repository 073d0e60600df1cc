import { describe, expect, it } from 'vitest'
import type { Crew } from '#domain/ledger/crew.ts'
import { crewId } from '#domain/ledger/crew.ts'
import type { RecordId } from '#domain/ids.ts'
import { aLedger, did } from '#test/support/ledger.ts'

const HOME = 'home' as RecordId
const ID = crewId(HOME, 'engineering')
const form = (rest: object = {}, by = 'tang') =>
  did(ID, 'crew.form', { place: HOME, team: 'engineering', ...rest }, by)
const join = (who: string, by = 'tang') => did(ID, 'crew.join', { who }, by)
const part = (who: string, by = 'tang') => did(ID, 'crew.part', { who }, by)

function formed() {
  const ledger = aLedger()
  ledger.receive(form(), join('li'))
  return ledger
}

describe('a team', () => {
  it('has one record for each compound: two who form it form one, and the first name stands', () => {
    const ledger = aLedger()
    ledger.receive(form({ name: '修理班' }))
    expect(ledger.receive(form({}, 'wang'))).toEqual({ is: 'already' })
    expect(ledger.receive(form({ name: '水电班' }, 'wang'))).toMatchObject({
      is: 'merged',
      lost: { name: '水电班' },
    })
    expect(ledger.get<Crew>(ID)).toMatchObject({ team: 'engineering', name: '修理班', people: [] })
    // Under another id it would be a second team of the same name.
    expect(ledger.receive(did('other', 'crew.form', { place: HOME, team: 'engineering' })).is).toBe('held')
  })

  it('takes what two add and part with at once: nobody is put back or dropped by another’s list', () => {
    const ledger = formed()
    ledger.receive(join('zhou', 'tang'), part('li', 'wang'), join('he', 'wang'))
    expect(ledger.get<Crew>(ID).people).toEqual(['zhou', 'he'])
    expect(ledger.receive(join('he'))).toEqual({ is: 'already' })
    expect(ledger.receive(part('li'))).toEqual({ is: 'already' })
  })

  it('W9 is called what two call it: the later stands, the earlier is named', () => {
    const ledger = formed()
    ledger.receive(did(ID, 'crew.edit', { name: { now: '修理班' } }))
    expect(ledger.receive(did(ID, 'crew.edit', { name: { now: '水电班' } }, 'wang'))).toMatchObject({
      is: 'merged',
      lost: { name: '修理班' },
    })
    ledger.receive(did(ID, 'crew.edit', { name: { was: '水电班' } }))
    expect(ledger.get<Crew>(ID)).not.toHaveProperty('name')
  })
})
