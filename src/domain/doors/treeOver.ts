import type { RecordId } from '#domain/ids.ts'
import { isDoor, type Place, type PlaceTree } from '#domain/places.ts'

/**
 * The same tree with some places new or in another state. For a few changes among many thousands of places nothing is
 * built anew: an import makes each of its homes under the tree as it is by then.
 */
export function treeOver(base: PlaceTree, changed: ReadonlyMap<RecordId, Place>): PlaceTree {
  const get = (id: RecordId) => changed.get(id) ?? base.get(id)
  const over = (before: readonly Place[], fits: (one: Place) => boolean) =>
    [...before.filter((one) => !changed.has(one.id)), ...changed.values()].filter(fits).sort(amongSiblings)
  const path = (id: RecordId): readonly Place[] => {
    const found: Place[] = []
    let at = get(id)
    while (at && !found.includes(at)) {
      found.push(at)
      at = at.parent === undefined ? undefined : get(at.parent)
    }
    return found.reverse()
  }
  return {
    get,
    path,
    children: (id) => over(base.children(id), (one) => one.parent === id),
    tops: () => over(base.tops(), (one) => one.parent === undefined || !get(one.parent)),
    isSite: (id) => {
      const place = get(id)
      return place !== undefined && !isDoor(place)
    },
    below: (id, above) => id === above || path(id).some((one) => one.id === above),
  }
}

function amongSiblings(a: Place, b: Place): number {
  return a.order - b.order || (a.key < b.key ? -1 : 1)
}
