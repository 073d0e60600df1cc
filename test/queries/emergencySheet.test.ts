import { describe, expect, it } from 'vitest'
import type { RecordId } from '#domain/ids.ts'
import type { Recorded } from '#domain/record.ts'
import { careId, contactId } from '#domain/doors/resident.ts'
import type { Appointment } from '#domain/rights.ts'
import { emergencySheet, peopleOn } from '#queries/emergencySheet.ts'
import { whereReads } from '#queries/whereNamed.ts'
import {
  aDoorSide,
  BUILDING,
  change,
  COMPOUND,
  door,
  folded,
  springCompound,
  UNIT_2,
} from '#test/support/doorSide.ts'

const AT_502 = door(2, 502)
const CONSENT = { basis: 'self', at: '2024-02-01', how: 'spoken' }

/** Invented people behind doors that nobody else is looked for at. */
function someone(id: string, place: RecordId, args: object = {}) {
  return change('resident.enter', id as RecordId, { place, name: id, ...args })
}
function cared(id: string, place: RecordId) {
  const args = { place, resident: id, tags: ['livesAlone'], needs: ['stairs'], consent: CONSENT }
  return change('care.enter', careId(id as RecordId), args)
}

const withdrawn = change('care.withdrawConsent', careId('反悔的' as RecordId), { day: '2024-03-01' })
const records: readonly Recorded[] = folded(
  [
    someone('独居的', AT_502),
    cared('独居的', AT_502),
    change('contact.enter', contactId('独居的' as RecordId), {
      place: AT_502,
      resident: '独居的',
      phone: '13800001111',
      kin: { name: '女儿', phone: '13800002222' },
    }),
    someone('年长的', door(1, 303), { ageBand: '80+' }),
    someone('年轻的', AT_502, { ageBand: '18-59' }),
    someone('反悔的', AT_502),
    cared('反悔的', AT_502),
    withdrawn,
    someone('搬走的', AT_502, { ageBand: '80+' }),
    cared('搬走的', AT_502),
    change('resident.moveOut', '搬走的' as RecordId, { day: '2024-03-01' }),
    someone('并掉的', AT_502, { ageBand: '80+' }),
    change('resident.mergeInto', '并掉的' as RecordId, { into: '独居的' }),
  ],
  springCompound().filter((one) => one.kind === 'place'),
)

function names(options: { appointment?: Partial<Appointment>; deviceKind?: 'shared' }, place = BUILDING) {
  const floors = emergencySheet(aDoorSide(records, options).reader(), place)
  return floors.flatMap(({ homes }) =>
    homes.flatMap(({ people }) => people.map(({ resident }) => resident.name)),
  )
}

describe('应急名单', () => {
  it('has who agreed and whoever is 80 or more, floor by floor; nobody who took it back, moved out or is written twice', () => {
    expect(names({})).toEqual(['年长的', '独居的'])
    const floors = emergencySheet(aDoorSide(records).reader(), BUILDING)
    expect(floors.map(({ unit, label, homes }) => [unit, label, homes.map((one) => one.door.label)])).toEqual(
      [
        ['1单元', '3楼', ['303']],
        ['2单元', '5楼', ['502']],
      ],
    )
    expect(peopleOn(floors)).toBe(2)
  })

  it('says what helps and whom to ring, each number behind its mask', () => {
    const [floor] = emergencySheet(aDoorSide(records).reader(), UNIT_2)
    expect(floor!.homes[0]!.people[0]).toMatchObject({
      old: false,
      care: { tags: ['livesAlone'], needs: ['stairs'] },
      phone: '138****1111',
      kinPhone: '138****2222',
    })
  })

  it('is about the part that was asked for', () => {
    expect(names({}, UNIT_2)).toEqual(['独居的'])
    expect(names({}, door(1, 101))).toEqual([])
    expect(names({}, COMPOUND)).toEqual([])
  })

  it('shows a floor lead those of 80 or more and no care; nobody who reads no names, and no shared tablet, sees anybody', () => {
    expect(names({ appointment: { role: 'floorLead' } })).toEqual(['年长的'])
    for (const role of ['steward', 'manager', 'supervisor', 'owners', 'party'] as const)
      expect([role, names({ appointment: { role } })]).toEqual([role, []])
    for (const role of ['gridWorker', 'officer'] as const)
      expect([role, names({ appointment: { role }, deviceKind: 'shared' })]).toEqual([role, []])
  })

  it('is offered for the largest places whose people somebody may know', () => {
    const offered = (options: Parameters<typeof aDoorSide>[1]) =>
      whereReads(aDoorSide(records, options).reader(), 'names').map((one) => one.label)
    expect(offered({})).toEqual(['1栋'])
    expect(offered({ appointment: { place: COMPOUND, role: 'officer' } })).toEqual(['1栋'])
    expect(offered({ appointment: { place: UNIT_2, role: 'floorLead' } })).toEqual(['2单元'])
    expect(offered({ appointment: { place: AT_502 } })).toEqual(['502'])
    expect(offered({ appointment: { role: 'steward' } })).toEqual([])
    expect(offered({ deviceKind: 'shared' })).toEqual([])
  })
})
