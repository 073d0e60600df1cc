import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { RecordId } from '#domain/ids.ts'
import { type Place, placeTree } from '#domain/places.ts'
import { treeOver } from '#domain/doors/treeOver.ts'

const IDS = Array.from({ length: 9 }, (_, at) => `p${at}` as RecordId)
const place = fc
  .record({
    id: fc.constantFrom(...IDS),
    parent: fc.constantFrom(undefined, ...IDS),
    order: fc.integer({ min: 0, max: 3 }),
    what: fc.constantFrom('building', 'floor', 'dwelling'),
  })
  .map(({ parent, ...one }) => ({ ...one, key: one.id, ...(parent && { parent }) }) as unknown as Place)
const places = fc
  .array(place, { maxLength: 9 })
  .map((all) => new Map(all.map((one) => [one.id, one] as const)))

test('a tree with some places in another state answers as the tree built of all of them, circles and strays too', () => {
  fc.assert(
    fc.property(places, places, (before, changed) => {
      const built = placeTree(new Map([...before, ...changed]).values())
      const over = treeOver(placeTree(before.values()), changed)
      expect(over.tops()).toEqual(built.tops())
      for (const id of IDS) {
        expect(over.get(id)).toEqual(built.get(id))
        expect(over.path(id)).toEqual(built.path(id))
        expect(over.children(id)).toEqual(built.children(id))
        expect(over.isSite(id)).toBe(built.isSite(id))
        for (const above of IDS) expect(over.below(id, above)).toBe(built.below(id, above))
      }
    }),
  )
})
