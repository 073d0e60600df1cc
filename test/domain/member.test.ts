import { describe, expect, it } from 'vitest'
import { fold } from '#domain/catalogue.ts'
import type { Change } from '#domain/change.ts'
import type { ChangeId, Epoch, PersonId, RecordId } from '#domain/ids.ts'
import { appointmentsOf, everAppointed, type Member, memberId } from '#domain/member.ts'
import type { Recorded } from '#domain/record.ts'
import { partsOf } from '#domain/rights.ts'

const COMPOUND = 'compound' as RecordId
const WANG = 'wang' as PersonId
const AT = '2026-03-04T07:00:00.000Z'
const EAST = { role: 'supervisor', place: 'east-gate', from: '2026-01-01' }
const DOORS = { role: 'gridWorker', place: 'building-1', from: '2026-03-01', to: '2026-12-31' }

function change(name: string, args: unknown): Change {
  return { id: name as ChangeId, record: memberId(WANG), name, v: 1, actor: 'chen' as PersonId, at: AT, args }
}

function after(...changes: readonly Change[]) {
  let record: Recorded | undefined
  let outcome: unknown
  for (const one of changes) {
    const folded = fold(record, one)
    record = folded.record
    outcome = folded.outcome
  }
  return { member: record as Member, outcome }
}

const join = (...appointments: readonly object[]) =>
  change('member.join', { place: COMPOUND, name: '王孃孃', appointments })

describe('somebody of the team', () => {
  it('joins under the id of the person, with the name colleagues use', () => {
    const { member } = after(join(EAST))
    expect(member).toMatchObject({
      id: WANG,
      kind: 'member',
      place: COMPOUND,
      name: '王孃孃',
      appointments: [EAST],
    })
  })

  it('a second invitation adds its appointment and takes none away', () => {
    expect(after(join(EAST), join(DOORS)).member.appointments).toEqual([EAST, DOORS])
    expect(after(join(EAST), join(EAST)).outcome).toEqual({ is: 'already' })
  })

  it('an appointment is given another end without becoming a second one', () => {
    const ended = { ...EAST, to: '2026-03-04' }
    const { member } = after(join(EAST), change('member.appoint', { appointment: ended }))
    expect(member.appointments).toEqual([ended])
    expect(after(join(EAST), change('member.appoint', { appointment: EAST })).outcome).toEqual({
      is: 'already',
    })
  })

  it('whoever left has no right left, and reads nothing', () => {
    const { member } = after(join(EAST), change('member.end', {}))
    expect(appointmentsOf(member)).toEqual([])
    expect(partsOf(WANG, appointmentsOf(member), COMPOUND, 'own', '2026-03-04')).toEqual([])
    expect(after(join(EAST), change('member.end', {}), change('member.end', {})).outcome).toEqual({
      is: 'already',
    })
  })

  it('whoever comes back has the new appointments only', () => {
    const { member } = after(join(EAST), change('member.end', {}), join(DOORS))
    expect(member.endedAt).toBeUndefined()
    expect(appointmentsOf(member)).toEqual([DOORS])
    expect(everAppointed(member)).toMatchObject([EAST, DOORS].map(({ role, place }) => ({ role, place })))
  })

  it('leaves at the server’s time, not at the one a device claims', () => {
    const { member } = after(join(EAST))
    const stamp = { epoch: 'e' as Epoch, seq: 9, receivedAt: '2026-03-05T00:00:00.000Z' }
    expect(fold(member, change('member.end', {}), stamp).record).toMatchObject({ endedAt: stamp.receivedAt })
  })

  it('refuses a role or a day that is none', () => {
    for (const wrong of [
      { ...EAST, role: 'king' },
      { ...EAST, from: 'soon' },
      { ...EAST, rank: 1 },
    ]) {
      expect(after(join(wrong)).outcome).toEqual({ is: 'held', why: 'invalid' })
    }
  })

  it('nobody has rights that are not written down', () => {
    expect(appointmentsOf(undefined)).toEqual([])
  })
})
