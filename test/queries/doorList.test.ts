import { describe, expect, it } from 'vitest'
import { setUse } from '#commands/doors.ts'
import { doorsOf } from '#domain/doors/elevation.ts'
import type { Place } from '#domain/places.ts'
import { FRESHNESS } from '#domain/settings.ts'
import { found, passes } from '#queries/doorFilters.ts'
import { doorList, listedBy, named } from '#queries/doorList.ts'
import { buildingsOf } from '#queries/buildings.ts'
import { elevationOf } from '#queries/doors.ts'
import { peopleBehind, peopleByDoor } from '#queries/behind.ts'
import type { Reader } from '#queries/reader.ts'
import {
  aDoorSide,
  BUILDING,
  change,
  COMPOUND,
  door,
  folded,
  springCompound,
  TODAY,
  UNIT_2,
} from '#test/support/doorSide.ts'
import { manyHomes } from '#test/support/manyHomes.ts'

const compound = springCompound()
const listOf = (reader: Reader) => doorList(reader, TODAY, FRESHNESS)

/** The office said so of one home. */
function used(home: ReturnType<typeof door>, use: string) {
  const before = compound.find((one) => one.id === home)!
  return folded([change('place.use', home, { now: use })], [before])
}
const rented = [...compound.filter((one) => one.id !== door(1, 502)), ...used(door(1, 502), 'rented')]

describe('the list of all doors', () => {
  it('has the doors of every building in the order of its façade, each once', () => {
    const many = manyHomes(7, 2_500, 300)
    const reader = many.reader()
    const walked = buildingsOf(reader).flatMap((building) =>
      doorsOf(elevationOf(reader, building.id, TODAY)!.elevation).map((one) => one.id),
    )
    const listed = listOf(reader).doors.map((one) => one.door.id)
    expect(listed).toEqual(walked)
    expect([...listed].sort()).toEqual(many.dwellings.map((one) => one.id).sort())
  })

  it('tells of a door what its window tells', () => {
    const reader = aDoorSide(rented).reader()
    const { doors } = elevationOf(reader, BUILDING, TODAY)!
    for (const { door: one } of listOf(reader).doors) expect(named(reader, one)).toEqual(doors.get(one.id))
  })

  it('names the people behind each door as the whole register has them', () => {
    const reader = manyHomes(11, 600, 1_500).reader()
    const people = peopleByDoor(reader)
    for (const { door: one } of listOf(reader).doors)
      expect(peopleBehind(reader, one.id)).toEqual(people.get(one.id) ?? [])
  })

  it('is shortened by a filter to the doors it counts', () => {
    const list = listOf(aDoorSide(rented).reader())
    expect(list.counts).toMatchObject({ all: 151, toGo: 142, vacant: 9, rented: 1, open: 0 })
    for (const filter of ['toGo', 'rented', 'vacant'] as const) {
      const listed = listedBy(list, filter)
      expect(listed).toHaveLength(list.counts[filter])
      expect(listed.every((one) => passes(one.door, filter))).toBe(true)
    }
  })

  it('is another one after a change, without a sync', async () => {
    const side = aDoorSide(compound)
    expect(listOf(side.reader()).counts.vacant).toBe(9)
    await setUse(side, side.view.get<Place>(door(1, 502))!, 'vacant')
    expect(listOf(side.reader()).counts.vacant).toBe(10)
  })
})

describe('rented and vacant homes', () => {
  it('are found by those only who may know who lives there', () => {
    const counts = (role: 'officer' | 'gridWorker' | 'manager' | 'steward' | 'supervisor') =>
      listOf(aDoorSide(rented, { appointment: { role, place: COMPOUND } }).reader()).counts
    for (const role of ['officer', 'gridWorker'] as const)
      expect(counts(role)).toMatchObject({ rented: 1, vacant: 9 })
    for (const role of ['manager', 'steward', 'supervisor'] as const)
      expect(counts(role)).toMatchObject({ rented: 0, vacant: 0, care: 0 })
  })

  it('are found in one’s own unit only', () => {
    const reader = aDoorSide(rented, { appointment: { place: UNIT_2 } }).reader()
    expect(listOf(reader).counts.rented).toBe(0)
  })

  it('are never found on a shared tablet', () => {
    const reader = aDoorSide(rented, { deviceKind: 'shared' }).reader()
    expect(found(elevationOf(reader, BUILDING, TODAY)!.doors.values())).toMatchObject({
      rented: 0,
      vacant: 0,
      care: 0,
    })
  })
})

describe('what is kept from one look to the next', () => {
  it('is nobody else’s: another person over the same doors sees what they may see', () => {
    const side = aDoorSide(rented)
    const mine = side.reader()
    expect(mine.all('resident').length).toBeGreaterThan(0)
    const nobody = aDoorSide(rented, { appointment: { role: 'supervisor' } })
    expect(nobody.reader().all('resident')).toEqual([])
    expect(side.reader('2023-12-31').all('resident')).toEqual([])
    expect(side.reader().all('resident')).toEqual(mine.all('resident'))
  })
})
