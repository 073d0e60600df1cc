import type { Place } from '#domain/places.ts'
import type { Group } from '#domain/roles.ts'
import type { Reader } from './reader.ts'

/**
 * The largest places of which a person reads all of a group: whole buildings, else units, else floors or single homes. In
 * the compound's order; none on a device that may not hold the group.
 */
export function whereReads(reader: Reader, group: Group): readonly Place[] {
  const below = (place: Place): readonly Place[] => {
    if (place.voided || place.what === 'binPoint' || place.what === 'space') return []
    if (place.what !== 'compound' && reader.reads(group, place.id)) return [place]
    return reader.tree.children(place.id).flatMap(below)
  }
  return reader
    .all<Place>('place')
    .filter((place) => place.what === 'compound')
    .flatMap(below)
}
