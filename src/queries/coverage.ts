import type { RecordId } from '#domain/ids.ts'
import { isLivedIn, type Place } from '#domain/places.ts'

/** n of N: N are dwellings that are lived in, n those of them that something holds of. */
export interface Coverage {
  readonly n: number
  readonly of: number
}

/** The one way coverage is counted, whatever it is of. Empty homes and what is no home are in neither number. */
export function coverageOf(dwellings: Iterable<Place>, holds: (door: RecordId) => boolean): Coverage {
  let n = 0
  let of = 0
  for (const dwelling of new Set(dwellings)) {
    if (!isLivedIn(dwelling)) continue
    of += 1
    if (holds(dwelling.id)) n += 1
  }
  return { n, of }
}
