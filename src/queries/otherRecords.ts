import type { RecordId } from '#domain/ids.ts'
import { isOfHome, type Resident } from '#domain/doors/resident.ts'
import { once } from './once.ts'
import type { Reader } from './reader.ts'

type Get = (id: RecordId) => Resident | undefined

/**
 * The record that stands for a person: where somebody merged records, the one they were merged into. Of records that were merged into
 * each other the earliest; where the next one is not here, the last that is.
 */
export function standsFor(record: Resident, get: Get): Resident {
  const path: Resident[] = [record]
  for (let at = record; at.mergedInto !== undefined;) {
    const next = get(at.mergedInto)
    if (!next) return at
    const circle = path.findIndex(({ id }) => id === next.id)
    if (circle >= 0) return path.slice(circle).sort(earlierFirst)[0]!
    path.push(next)
    at = next
  }
  return path.at(-1)!
}

const merged = once((residents: readonly Resident[]) =>
  residents.filter(({ mergedInto }) => mergedInto !== undefined),
)

/** The other records of each person, by the one that stands for them. Links to any of them lead there. */
export function otherRecords(reader: Reader): ReadonlyMap<RecordId, readonly Resident[]> {
  const of = new Map<RecordId, Resident[]>()
  for (const one of reader.some<Resident>('resident', merged)) {
    const { id } = standsFor(one, (other) => reader.get<Resident>(other))
    if (id === one.id) continue
    const there = of.get(id)
    if (there) there.push(one)
    else of.set(id, [one])
  }
  return of
}

/** Whether this record stands for somebody who lives behind its door now. */
export function livesBehind(reader: Reader, record: Resident): boolean {
  if (!isOfHome(record)) return false
  return (
    record.mergedInto === undefined || standsFor(record, (id) => reader.get<Resident>(id)).id === record.id
  )
}

export function earlierFirst(a: Resident, b: Resident): number {
  return a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1
}
