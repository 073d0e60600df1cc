import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  buildingKey,
  type DrawnBuilding,
  drawnFrom,
  floorsOf,
  GROUNDS,
  homesOf,
  MOST,
  NUMBERINGS,
  OFTEN_MISSING,
  readMissing,
  rowsOf,
  windowKey,
} from '#domain/doors/drawnBuilding.ts'
import type { TenantId } from '#domain/ids.ts'
import { placeId } from '#domain/places.ts'
import { planRoster } from '#domain/roster/plan.ts'

const tenant = 'spring' as TenantId
const spring: DrawnBuilding = drawnFrom({
  name: '1栋',
  floors: 19,
  units: 2,
  doors: 4,
  numbering: '502',
  notHomes: [windowKey(1, 1, 1)],
})

test('19 floors of 2 units with 4 doors, one of them the 活动室, are 151 homes', () => {
  expect(homesOf(spring)).toBe(151)
  const plan = planRoster(rowsOf([spring]), tenant)
  expect(plan).toMatchObject({
    ok: true,
    value: { buildings: 1, units: 2, dwellings: 151, residents: 0, notUnderstood: [] },
  })
})

test('a window that was taken out counts only while the building has it', () => {
  expect(homesOf({ ...spring, notHomes: [windowKey(2, 19, 4)] })).toBe(151)
  expect(homesOf({ ...spring, units: 1, notHomes: [windowKey(2, 19, 4)] })).toBe(76)
})

test('a drawn home is the home of the roster, however doors are written there', () => {
  for (const numbering of NUMBERINGS) {
    const plan = planRoster(rowsOf([{ ...spring, numbering }]), tenant)
    expect(plan.ok && plan.value.places.some((place) => place.id === placeId(tenant, '1-2-18-1803'))).toBe(
      true,
    )
  }
})

test('a building is named so that a door can follow', () => {
  expect(['1栋', '1', '一栋', '１栋'].map(buildingKey)).toEqual(['1', '1', '1', '1'])
  expect(buildingKey('A座')).toBe('A')
  expect(['', '青年公寓', '1栋2单元', '301室'].map(buildingKey)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})

test('a drawing of a time when buildings were simpler has all its floors, homes on the ground and none double', () => {
  expect(spring).toMatchObject({ missing: [], ground: 'homes', topDouble: false })
})

test('floors that are missing leave no doors behind', () => {
  const drawn = { ...spring, notHomes: [], missing: OFTEN_MISSING }
  expect(homesOf(drawn)).toBe(16 * 8)
  expect(floorsOf(drawn).map(({ floor }) => floor)).not.toContain(13)
  const plan = planRoster(rowsOf([drawn]), tenant)
  const floors = plan.ok ? plan.value.places.filter(({ what }) => what === 'floor') : []
  expect(floors).toHaveLength(2 * 16)
})

test('numbers of floors are read however they are written; the top floor is always there', () => {
  expect(readMissing('４、14 13, 4 层', 33)).toEqual([4, 13, 14])
  expect(readMissing('33 40 0', 33)).toEqual([])
})

test('shops and an open floor below are places of their own and no homes', () => {
  for (const [ground, use, places] of [
    ['shops', 'shop', 8],
    ['stilts', 'stilt', 2],
  ] as const) {
    const drawn = { ...spring, notHomes: [], ground }
    expect(homesOf(drawn)).toBe(18 * 8)
    const plan = planRoster(rowsOf([drawn]), tenant)
    if (!plan.ok) throw new Error(plan.refused)
    expect(plan.value.dwellings).toBe(18 * 8)
    expect(plan.value.places.filter((one) => one.use === use)).toHaveLength(places)
  }
})

test('a double home at the top is one home that takes two floors', () => {
  const drawn = { ...spring, notHomes: [], topDouble: true }
  expect(homesOf(drawn)).toBe(18 * 8)
  expect(floorsOf(drawn).at(-1)).toEqual({ floor: 18, is: 'homes', upTo: 19 })
  const plan = planRoster(rowsOf([drawn]), tenant)
  const double = plan.ok ? plan.value.places.filter((one) => one.spans === 2) : []
  expect(double.map(({ key }) => key)).toContain('1-2-18-1803')
  expect(double).toHaveLength(8)
})

test('whatever is drawn, as many homes enter as the drawing says', () => {
  const building = fc.record({
    name: fc.constantFrom('1栋', '2栋', 'A座', '十二栋'),
    floors: fc.integer({ min: 1, max: MOST.floors }),
    units: fc.integer({ min: 1, max: MOST.units }),
    doors: fc.integer({ min: 1, max: MOST.doors }),
    numbering: fc.constantFrom(...NUMBERINGS),
    notHomes: fc.uniqueArray(
      fc
        .tuple(
          fc.integer({ min: 1, max: 8 }),
          fc.integer({ min: 1, max: MOST.floors }),
          fc.integer({ min: 1, max: MOST.doors }),
        )
        .map(([u, f, d]) => windowKey(u, f, d)),
      { maxLength: 5 },
    ),
    missing: fc.subarray([1, 4, 13, 14, 24, 44]),
    ground: fc.constantFrom(...GROUNDS),
    topDouble: fc.boolean(),
  })
  fc.assert(
    fc.property(building, (any) => {
      const drawn = { ...any, missing: any.missing.filter((floor) => floor < any.floors) }
      const plan = planRoster(rowsOf([drawn]), tenant)
      if (!plan.ok) throw new Error(plan.refused)
      expect(plan.value.notUnderstood).toEqual([])
      expect(plan.value.dwellings).toBe(homesOf(drawn))
    }),
    { numRuns: 30 },
  )
})
