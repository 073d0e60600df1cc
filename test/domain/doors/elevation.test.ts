import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { doorsOf, findDoor, layOut, neighbours, walk } from '#domain/doors/elevation.ts'
import type { PersonId, RecordId } from '#domain/ids.ts'
import { type Place, placeTree, type What } from '#domain/places.ts'

function place(what: What, id: string, parent: string | undefined, order: number, label = id): Place {
  return {
    id: id as RecordId,
    kind: 'place',
    v: 1,
    place: id as RecordId,
    author: 'office' as PersonId,
    at: '2024-03-04T00:00:00.000Z',
    what,
    key: id,
    label,
    order,
    ...(parent !== undefined && { parent: parent as RecordId }),
  }
}

const building = place('building', 'b', undefined, 1, '1栋')

interface Shape {
  readonly floors: readonly number[]
  readonly doors: number
  readonly missing: readonly number[]
  readonly byNumber: boolean
}

/** Places in a shuffled order, as they come from the wire. */
function placesOf(units: readonly Shape[]): Place[] {
  const places = [building]
  units.forEach(({ floors, doors, missing, byNumber }, u) => {
    places.push(place('unit', `u${u}`, 'b', u, `${u + 1}单元`))
    for (const floor of floors) {
      places.push(place('floor', `u${u}f${floor}`, `u${u}`, floor, `${floor}楼`))
      for (let door = 1; door <= doors; door += 1) {
        if (missing.includes(floor * 10 + door)) continue
        places.push(
          place('dwelling', `u${u}f${floor}d${door}`, `u${u}f${floor}`, byNumber ? floor * 100 + door : door),
        )
      }
    }
  })
  return places.sort((a, b) => ((a.id.length * 7 + a.order) % 5) - ((b.id.length * 7 + b.order) % 5))
}

const shapes = fc.array(
  fc.record({
    floors: fc.uniqueArray(fc.integer({ min: -2, max: 60 }), { minLength: 1, maxLength: 60 }),
    doors: fc.integer({ min: 1, max: 20 }),
    missing: fc.array(fc.integer({ min: -20, max: 608 }), { maxLength: 12 }),
    byNumber: fc.boolean(),
  }),
  { minLength: 1, maxLength: 8 },
)

describe('the elevation', () => {
  it('shows every dwelling exactly once, whatever floors and doors a building lacks', () => {
    fc.assert(
      fc.property(shapes, (units) => {
        const places = placesOf(units)
        const shown = doorsOf(layOut(placeTree(places), building)).map((one) => one.id)
        const all = places.filter((one) => one.what === 'dwelling').map((one) => one.id)
        expect([...shown].sort()).toEqual([...all].sort())
      }),
    )
  })

  it('has the highest floor on top and doors left to right as seen when facing the entrance', () => {
    const places = placesOf([{ floors: [3, 15, 5, 12, 1], doors: 4, missing: [], byNumber: false }])
    const [unit] = layOut(placeTree(places), building).units
    expect(unit?.storeys.map((one) => one.label)).toEqual(['15楼', '12楼', '5楼', '3楼', '1楼'])
    expect(unit?.storeys[0]?.doors.map((one) => one?.id)).toEqual([
      'u0f15d1',
      'u0f15d2',
      'u0f15d3',
      'u0f15d4',
    ])
  })

  it('leaves bare wall where a floor lacks a door, so that columns stay in line', () => {
    const places = placesOf([{ floors: [2, 1], doors: 3, missing: [12], byNumber: false }])
    const [unit] = layOut(placeTree(places), building).units
    expect(unit?.storeys[1]?.doors.map((one) => one?.id)).toEqual(['u0f1d1', undefined, 'u0f1d3'])
    expect(neighbours(layOut(placeTree(places), building), 'u0f2d2' as RecordId).below).toBeUndefined()
  })

  it('a walk visits each door of a unit once, top floor down', () => {
    fc.assert(
      fc.property(shapes, (units) => {
        for (const unit of layOut(placeTree(placesOf(units)), building).units) {
          const way = walk(unit).map((one) => one.id)
          expect(new Set(way).size).toBe(way.length)
          const rows = way.map((id) =>
            unit.storeys.findIndex((storey) => storey.doors.some((one) => one?.id === id)),
          )
          expect([...rows].sort((a, b) => a - b)).toEqual(rows)
        }
      }),
    )
  })

  it('knows who lives above, below, left and right, and they know it back', () => {
    fc.assert(
      fc.property(shapes, (units) => {
        const elevation = layOut(placeTree(placesOf(units)), building)
        for (const door of doorsOf(elevation)) {
          const { below, right } = neighbours(elevation, door.id)
          if (below) expect(neighbours(elevation, below.id).above?.id).toBe(door.id)
          if (right) expect(neighbours(elevation, right.id).left?.id).toBe(door.id)
        }
      }),
      { numRuns: 20 },
    )
  })

  it('shows dwellings that hang directly on a building or a unit', () => {
    const places = [
      building,
      place('unit', 'u', 'b', 1),
      place('dwelling', 'a', 'u', 1),
      place('dwelling', 'villa', 'b', 2),
    ]
    const elevation = layOut(placeTree(places), building)
    expect(doorsOf(elevation).map((one) => one.id)).toEqual(['a', 'villa'])
    expect(findDoor(elevation, 'villa' as RecordId)?.unit.id).toBe('b')
  })

  it('a tree that was edited into a circle still ends', () => {
    const places = [
      building,
      place('unit', 'u', 'b', 1),
      place('floor', 'f', 'd', 1),
      place('dwelling', 'd', 'f', 1),
      place('dwelling', 'e', 'u', 1),
    ]
    const circle = [...places, place('floor', 'b2', 'u', 1), place('dwelling', 'x', 'b2', 1)]
    expect(
      doorsOf(layOut(placeTree(circle), building))
        .map((one) => one.id)
        .sort(),
    ).toEqual(['e', 'x'])
  })

  describe('with homes over two floors', () => {
    const flat = (id: string, floor: string, order: number, spans?: number): Place => ({
      ...place('dwelling', id, floor, order),
      ...(spans !== undefined && { spans }),
    })
    const unit = place('unit', 'u', 'b', 1)
    const floor = (n: number) => place('floor', `f${n}`, 'u', n, `${n}楼`)
    const laidOut = (...places: Place[]) => layOut(placeTree([building, unit, ...places]), building)
    const rows = (elevation: ReturnType<typeof layOut>) =>
      elevation.units[0]!.storeys.map((storey) => [storey.label, ...storey.doors.map((one) => one?.id)])

    it('draws such a home once, with the wall of the floor above', () => {
      const elevation = laidOut(
        floor(6),
        floor(7),
        flat('601', 'f6', 1, 2),
        flat('602', 'f6', 2),
        flat('702', 'f7', 2),
      )
      expect(rows(elevation)).toEqual([
        ['7楼', undefined, '702'],
        ['6楼', '601', '602'],
      ])
      expect(elevation.units[0]!.tall).toEqual(new Map([['601', 2]]))
      expect(doorsOf(elevation)).toHaveLength(3)
    })

    it('puts in the upper floor that nobody wrote down, at the top and in between', () => {
      const elevation = laidOut(floor(6), floor(8), flat('601', 'f6', 1, 2), flat('801', 'f8', 1, 2))
      expect(rows(elevation).map(([label]) => label)).toEqual(['8楼上', '8楼', '6楼上', '6楼'])
      expect([...elevation.units[0]!.tall.values()]).toEqual([2, 2])
    })

    it('keeps a floor that was written down without doors for them, and draws no other empty floor', () => {
      const elevation = laidOut(floor(6), floor(7), floor(9), flat('601', 'f6', 1, 2))
      expect(rows(elevation).map(([label]) => label)).toEqual(['7楼', '6楼'])
    })

    it('knows who lives above the upper floor', () => {
      const elevation = laidOut(
        floor(6),
        floor(7),
        floor(8),
        flat('601', 'f6', 1, 2),
        flat('602', 'f6', 2),
        flat('702', 'f7', 2),
        flat('801', 'f8', 1),
        flat('802', 'f8', 2),
      )
      const around = (id: string) => neighbours(elevation, id as RecordId)
      expect(around('601').above?.id).toBe('801')
      expect(around('801').below?.id).toBe('601')
      expect(around('802').below?.id).toBe('702')
    })

    it('still shows every dwelling exactly once, each on a wall of its own', () => {
      const homes = fc.uniqueArray(
        fc.record({
          floor: fc.integer({ min: 1, max: 9 }),
          door: fc.integer({ min: 1, max: 4 }),
          spans: fc.integer({ min: 1, max: 3 }),
        }),
        { selector: ({ floor: on, door }) => `${on}-${door}`, minLength: 1, maxLength: 30 },
      )
      fc.assert(
        fc.property(homes, (all) => {
          const elevation = laidOut(
            ...Array.from({ length: 9 }, (_, n) => floor(n + 1)),
            ...all.map((one) => flat(`${one.floor}0${one.door}`, `f${one.floor}`, one.door, one.spans)),
          )
          expect(doorsOf(elevation)).toHaveLength(all.length)
          const { storeys, tall } = elevation.units[0]!
          const wall = new Set<string>()
          for (const [row, storey] of storeys.entries())
            for (const [column, door] of storey.doors.entries())
              for (let up = 0; up < (door ? (tall.get(door.id) ?? 1) : 0); up += 1) {
                expect(row - up).toBeGreaterThanOrEqual(0)
                expect(wall.has(`${row - up} ${column}`)).toBe(false)
                wall.add(`${row - up} ${column}`)
              }
          for (const one of all)
            expect(tall.get(`${one.floor}0${one.door}` as RecordId) ?? 1).toBeGreaterThanOrEqual(one.spans)
          for (const door of doorsOf(elevation)) {
            const { below } = neighbours(elevation, door.id)
            if (below) expect(neighbours(elevation, below.id).above?.id).toBe(door.id)
          }
        }),
      )
    })
  })
})
