import { describe, expect, it } from 'vitest'
import type { PersonId, RecordId } from '#domain/ids.ts'
import { type Place, placeTree } from '#domain/places.ts'
import { type Appointment, mayAct, partsOf } from '#domain/rights.ts'
import { type Act, type Role, ROLES } from '#domain/roles.ts'

const DAY = '2024-03-05'
const ME = 'me' as PersonId
const OTHER = 'other' as PersonId
const id = (text: string) => text as RecordId

function at(name: string, what: Place['what'], parent?: string): Place {
  return {
    id: id(name),
    kind: 'place',
    v: 1,
    place: id(name),
    author: OTHER,
    at: '',
    what,
    key: name,
    label: name,
    order: 0,
    ...(parent !== undefined && { parent: id(parent) }),
  }
}

const tree = placeTree([
  at('compound', 'compound'),
  at('gate', 'binPoint', 'compound'),
  at('1', 'building', 'compound'),
  at('hall', 'space', '1'),
  at('1-1', 'unit', '1'),
  at('1-1-9', 'floor', '1-1'),
  at('904', 'dwelling', '1-1-9'),
  at('1-2', 'unit', '1'),
  at('1-2-3', 'floor', '1-2'),
  at('302', 'dwelling', '1-2-3'),
])
const EVERYWHERE = ['compound', 'gate', '1', 'hall', '1-1', '1-1-9', '904', '1-2', '1-2-3', '302']
const SITE = ['compound', 'gate', '1', 'hall', '1-1', '1-2']

/** The places where somebody may do an act to what `author` wrote. */
function reaches(role: Role, place: string, act: Act, author = ME): readonly string[] {
  const appointment: Appointment = { role, place: id(place), from: '2024-01-01' }
  return EVERYWHERE.filter((one) => mayAct(ME, [appointment], act, { place: id(one), author }, tree, DAY))
}

describe('what one heard', () => {
  it('may be written down about any place of the compound, whoever heard it and wherever they stand', () => {
    // The level above is sent no record and writes none.
    const { overseer: _, ...roles } = ROLES
    for (const role of Object.keys(roles) as Role[]) {
      expect(reaches(role, 'gate', 'recordFeedback'), role).toEqual(EVERYWHERE)
    }
    expect(reaches('overseer', 'compound', 'recordFeedback')).toEqual([])
  })

  it('may become an order below one’s place, and at the hall, the roof and every other place that all share', () => {
    const own = ['1-1', '1-1-9', '904']
    expect(reaches('floorLead', '1-1', 'openOrder')).toEqual(
      EVERYWHERE.filter((one) => SITE.includes(one) || own.includes(one)),
    )
    expect(reaches('supervisor', 'gate', 'openOrder')).toEqual(SITE)
    expect(reaches('gridWorker', '1', 'openOrder')).toEqual(EVERYWHERE)
  })

  it('is added to by its author anywhere, and by others only below their place', () => {
    expect(reaches('floorLead', '1-1', 'recordFeedback', OTHER)).toEqual(['1-1', '1-1-9', '904'])
    expect(reaches('supervisor', 'gate', 'openOrder', OTHER)).toEqual(['gate'])
  })

  it('opens no order for those who may open none', () => {
    expect(reaches('owners', 'compound', 'openOrder')).toEqual([])
    expect(reaches('party', 'compound', 'openOrder')).toEqual([])
  })
})

describe('every other act', () => {
  it('stays below the place of the appointment, also on one’s own records', () => {
    const acts: readonly Act[] = ['editFeedback', 'confirmOrder', 'recordVisit', 'editRoster']
    for (const act of acts) expect(reaches('floorLead', '1-1', act), act).toEqual(['1-1', '1-1-9', '904'])
    expect(reaches('supervisor', 'gate', 'standShift')).toEqual(['gate'])
  })

  it('ends with the appointment, as writing down does', () => {
    const over: Appointment = { role: 'gridWorker', place: id('1'), from: '2024-01-01', to: '2024-03-04' }
    const record = { place: id('hall'), author: ME }
    expect(mayAct(ME, [over], 'recordFeedback', record, tree, DAY)).toBe(false)
    expect(mayAct(ME, [over], 'recordFeedback', record, tree, '2024-03-04')).toBe(true)
  })
})

describe('the council', () => {
  it('is the compound’s: who keeps company to one staircase has a say in it, and does not hold it', () => {
    expect(reaches('floorLead', '1-1', 'putTopic', OTHER)).toEqual(EVERYWHERE)
    expect(reaches('floorLead', '1-1', 'holdCouncil', OTHER)).toEqual([])
    expect(reaches('supervisor', 'gate', 'putTopic')).toEqual([])
  })

  it('is read by them in whole, also on a tablet of several; by whoever only stands at the bins not at all', () => {
    const read = (role: Role, place: string) =>
      partsOf(ME, [{ role, place: id(place), from: '2024-01-01' }], id('compound'), 'shared', DAY).some(
        (part) => 'group' in part && part.group === 'council' && part.place === 'compound',
      )
    expect(read('gridWorker', '1-2')).toBe(true)
    expect(read('floorLead', '1-1')).toBe(true)
    expect(read('supervisor', 'gate')).toBe(false)
  })
})
