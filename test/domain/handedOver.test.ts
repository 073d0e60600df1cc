import { describe, expect, it } from 'vitest'
import { handedKey, handedOver } from '#domain/handedOver.ts'
import type { PersonId, RecordId } from '#domain/ids.ts'
import type { Member } from '#domain/member.ts'
import type { Appointment } from '#domain/rights.ts'

const PLACE = 'b1' as RecordId
const TODAY = '2026-03-06'

function member(id: string, ...appointments: readonly Partial<Appointment>[]): Member {
  return {
    kind: 'member',
    id: id as RecordId,
    place: 'compound' as RecordId,
    author: 'office' as PersonId,
    at: '2026-03-01T00:00:00.000Z',
    name: id,
    appointments: appointments.map((one) => ({
      role: 'gridWorker',
      place: PLACE,
      from: '2026-03-01',
      ...one,
    })),
  } as unknown as Member
}

const told = (...members: readonly Member[]) =>
  handedOver(members, TODAY).map(({ from, to, day }) => [from, to, day])

describe('a place is handed over', () => {
  const leaver = member('zhang', { to: '2026-03-05' })

  it('where another has it in the same role on the day after the last one, whatever day that is', () => {
    expect(told(leaver, member('li', { from: TODAY }))).toEqual([['zhang', 'li', TODAY]])
    expect(told(member('zhang', { to: '2026-03-31' }), member('li', { from: '2026-04-01' }))).toEqual([
      ['zhang', 'li', '2026-04-01'],
    ])
  })

  it('not where there is a day between, another role, another place, or they had it all the time', () => {
    expect(told(leaver, member('li', { from: '2026-03-07' }))).toEqual([])
    expect(told(leaver, member('li', { from: TODAY, role: 'floorLead' }))).toEqual([])
    expect(told(leaver, member('li', { from: TODAY, place: 'b2' as RecordId }))).toEqual([])
    expect(told(leaver, member('li', {}))).toEqual([])
  })

  it('not where it was only prolonged', () => {
    const prolonged = member('zhang', { to: '2026-03-05' }, { from: TODAY })
    expect(told(prolonged, member('li', { from: TODAY }))).toEqual([])
  })

  it('also from somebody who has left altogether since', () => {
    const gone = { ...member('zhang', {}), endedAt: '2026-03-06T01:00:00.000Z' }
    expect(told(gone, member('li', { from: TODAY }))).toEqual([['zhang', 'li', TODAY]])
  })

  it('and is no news any more after a fortnight', () => {
    const old = [member('zhang', { to: '2026-02-19' }), member('li', { from: '2026-02-20' })] as const
    expect(told(...old)).toEqual([['zhang', 'li', '2026-02-20']])
    expect(handedOver(old, '2026-03-07')).toEqual([])
  })

  it('under a name that is no other hand-over’s', () => {
    const keys = handedOver(
      [leaver, member('li', { from: TODAY }), member('wu', { from: TODAY })],
      TODAY,
    ).map(handedKey)
    expect(new Set(keys).size).toBe(2)
  })
})
