import type { Place, PlaceTree } from '#domain/places.ts'
import type { Recorded } from '#domain/record.ts'

/**
 * Whether a place would get a number that another one has (INV-23): two offices gave it away at once, or it was given to a door
 * while somebody drew a new one. Whoever comes second is asked. A newcomer is held against what stands beside it, so that
 * a whole roster is not compared with itself; a door that is renumbered, which is rare, against all.
 */
export function keyTaken(
  tree: PlaceTree,
  before: Recorded | undefined,
  after: Recorded | undefined,
): boolean {
  if (after?.kind !== 'place') return false
  const { id, key, parent } = after as Place
  if (before) return (before as Place).key !== key && someOther(tree.tops(), tree, id, key)
  return parent !== undefined && tree.children(parent).some((one) => one.key === key && one.id !== id)
}

function someOther(places: readonly Place[], tree: PlaceTree, id: string, key: string): boolean {
  return places.some(
    (one) => (one.key === key && one.id !== id) || someOther(tree.children(one.id), tree, id, key),
  )
}
