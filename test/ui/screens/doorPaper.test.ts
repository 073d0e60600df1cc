import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawnFrom, GROUNDS, rowsOf } from '#domain/doors/drawnBuilding.ts'
import { doorsOf, layOut } from '#domain/doors/elevation.ts'
import type { Place } from '#domain/places.ts'
import { placeTree } from '#domain/places.ts'
import { planRoster } from '#domain/roster/plan.ts'
import type { PersonId, TenantId } from '#domain/ids.ts'
import { paperPages } from '#ui/screens/doors/paperPages.ts'

const tenant = 'paper' as TenantId

/** A building as the set-up draws it. */
function building(
  drawn: Partial<Parameters<typeof drawnFrom>[0]>,
  more: readonly (readonly string[])[] = [],
) {
  const whole = drawnFrom({
    name: '1栋',
    floors: 6,
    units: 1,
    doors: 2,
    numbering: '502',
    notHomes: [],
    ...drawn,
  })
  const plan = planRoster([...rowsOf([whole]), ...more.map((row) => [...row])], tenant)
  if (!plan.ok) throw new Error(plan.refused)
  const places = plan.value.places.map((one): Place => ({
    ...one,
    kind: 'place',
    v: 1,
    place: one.id,
    author: 'office' as PersonId,
    at: '2024-03-01T00:00:00.000Z',
  }))
  return layOut(
    placeTree(places),
    places.find((one) => one.what === 'building')!,
  )
}

const labels = (page: ReturnType<typeof paperPages>[number]) =>
  page.rows.flatMap((row) =>
    row.units.flat().flatMap((cell) => (typeof cell === 'object' ? [cell.window.label] : [])),
  )

describe('a building on A4', () => {
  it('fits one page up to 33 floors of two units', () => {
    expect(paperPages(building({ floors: 33, units: 2, doors: 4 }))).toHaveLength(1)
    expect(paperPages(building({ floors: 33, units: 2, doors: 6 }))).toHaveLength(1)
  })

  it('goes on over more pages: a unit each, sixty floors in two halves, twenty doors in two parts', () => {
    expect(paperPages(building({ floors: 33, units: 2, doors: 8 })).map((page) => page.units.length)).toEqual(
      [1, 1],
    )
    const tall = paperPages(building({ floors: 60, units: 1, doors: 4 }))
    expect(tall.map((page) => page.rows.length)).toEqual([30, 30])
    const wide = paperPages(building({ floors: 6, units: 1, doors: 20 }))
    expect(wide.map((page) => page.doors)).toEqual([
      [1, 10],
      [11, 20],
    ])
  })

  it('has every door of any building exactly once', () => {
    const drawings = fc.record({
      floors: fc.integer({ min: 1, max: 60 }),
      units: fc.integer({ min: 1, max: 4 }),
      doors: fc.integer({ min: 1, max: 20 }),
      ground: fc.constantFrom(...GROUNDS),
      topDouble: fc.boolean(),
      missing: fc.subarray([4, 13, 14]),
    })
    fc.assert(
      fc.property(drawings, (drawn) => {
        const missing = drawn.missing.filter((floor) => floor < drawn.floors)
        const elevation = building({ ...drawn, missing })
        const keys = paperPages(elevation).flatMap((page) =>
          page.rows.flatMap((row) =>
            row.units.flat().flatMap((cell) => (typeof cell === 'object' ? [cell.window.key] : [])),
          ),
        )
        expect(keys.toSorted()).toEqual(
          doorsOf(elevation)
            .map((one) => one.id as string)
            .toSorted(),
        )
      }),
      { numRuns: 25 },
    )
  })

  it('shows an empty or a rented home like any other, and no box where nobody lives', () => {
    const plain = paperPages(building({}))
    for (const use of ['空置', '出租', '自住']) {
      const pages = paperPages(building({}, [['1栋', '1单元', '5楼', '502', use]]))
      expect(pages).toEqual(plain)
    }
    const [page] = paperPages(building({}, [['1栋', '1单元', '1楼', '101', '活动室']]))
    expect(labels(page!)).toContain('502')
    const boxes = page!.rows.flatMap((row) =>
      row.units
        .flat()
        .flatMap((cell) => (typeof cell === 'object' && cell.window.light === 'none' ? [1] : [])),
    )
    expect(boxes).toHaveLength(11)
  })
})
