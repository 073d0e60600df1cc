import type { RecordId } from '#domain/ids.ts'
import type { Place } from '#domain/places.ts'
import { once } from './once.ts'
import type { Reader } from './reader.ts'

/** The buildings the person may see doors of, or whose `visits` they may read, in the compound's order. */
export function buildingsOf(reader: Reader, of: 'doors' | 'visits' = 'doors'): readonly Place[] {
  return buildings(reader, of)
}

const buildings = once((reader: Reader, of: string): readonly Place[] =>
  reader
    .all<Place>('place')
    .filter((place) => place.what === 'building' && hasDoor(reader, place, of as 'doors' | 'visits'))
    .sort((a, b) => a.order - b.order || (a.key < b.key ? -1 : 1)),
)

/** Whether somewhere below is a dwelling that may be read: the first one is enough. */
function hasDoor(reader: Reader, building: Place, of: 'doors' | 'visits'): boolean {
  const seen = new Set<RecordId>()
  const below = (place: Place): boolean => {
    if (place.voided || seen.has(place.id)) return false
    seen.add(place.id)
    if (place.what === 'dwelling' && reader.reads('doors', place.id) && reader.reads(of, place.id))
      return true
    return reader.tree.children(place.id).some(below)
  }
  return below(building)
}
