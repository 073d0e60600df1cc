import { type HomesIndex, homesIndex, type Sounds } from '#queries/homesIndex.ts'
import type { Reader } from '#queries/reader.ts'
import { findHomes, type Match } from '#queries/search.ts'

/** The index, built without letting anybody go first. */
export function indexed(reader: Reader, sounds?: Sounds, before?: HomesIndex): HomesIndex {
  const building = homesIndex(reader, sounds, before)
  for (;;) {
    const step = building.next()
    if (step.done) return step.value
  }
}

/** What somebody finds who types it, by what the records themselves carry. */
export function found(reader: Reader, text: string): readonly Match[] {
  return findHomes(reader, indexed(reader), text).homes
}
