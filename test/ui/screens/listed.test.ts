import fc from 'fast-check'
import { expect, it } from 'vitest'
import { FRESHNESS } from '#domain/settings.ts'
import { doorList } from '#queries/doorList.ts'
import { doorFrom, HEIGHTS, lineAt, listedOf } from '#ui/screens/doors/listed.ts'
import { manyHomes } from '#test/support/manyHomes.ts'

const { doors } = doorList(manyHomes(3, 1_200, 0).reader(), '2024-03-10', FRESHNESS)
const listed = listedOf(doors)

it('the list has every door once, under the floor it is on', () => {
  expect(listed.items.filter((one) => one.is === 'door').map((one) => one.at)).toEqual(doors)
  expect(listed.items.filter((one) => one.is === 'floor')).toHaveLength(120)
  expect(listed.items[0]).toMatchObject({ is: 'floor', where: '1栋 1单元 20楼' })
})

it('the line at any height is the one that is there', () => {
  const end = listed.tops[listed.items.length]!
  fc.assert(
    fc.property(fc.double({ min: 0, max: end - 0.01, noNaN: true }), (rem) => {
      const line = lineAt(listed, rem)
      expect(listed.tops[line]).toBeLessThanOrEqual(rem)
      expect(listed.tops[line + 1]).toBeGreaterThan(rem)
    }),
  )
  expect(lineAt(listed, end + 100)).toBe(listed.items.length - 1)
  expect(end).toBe(1_200 * HEIGHTS.door + 120 * HEIGHTS.floor)
})

it('a key goes from door to door past the floors, and stays at the ends', () => {
  const at = (line: number) => listed.items[line]!
  for (let line = 1, nth = 0; nth < doors.length; nth += 1, line = doorFrom(listed, line, 1))
    expect(at(line).at).toBe(doors[nth])
  expect(at(doorFrom(listed, 5, Infinity)).at).toBe(doors.at(-1))
  expect(doorFrom(listed, 1, -1)).toBe(1)
})
