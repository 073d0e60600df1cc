import type { Contact } from '#domain/doors/contact.ts'
import type { RecordId } from '#domain/ids.ts'
import { contactId, type Resident } from '#domain/doors/resident.ts'
import { once } from './once.ts'
import { livesBehind } from './otherRecords.ts'
import type { Reader } from './reader.ts'

/** Who is written down behind each door; the same for as long as no resident changes. */
const byDoor = once((residents: readonly Resident[]): ReadonlyMap<RecordId, readonly Resident[]> => {
  const behind = new Map<RecordId, Resident[]>()
  for (const one of residents) {
    const there = behind.get(one.place)
    if (there) there.push(one)
    else behind.set(one.place, [one])
  }
  return behind
})

/** All who are written down behind one door, also who moved out or is somebody else's record. */
export function writtenBehind(reader: Reader, door: RecordId): readonly Resident[] {
  return reader.some<Resident>('resident', (all) => byDoor(all).get(door) ?? [])
}

/** Who lives behind one door, in the order of `peopleByDoor`. */
export function peopleBehind(reader: Reader, door: RecordId): readonly Resident[] {
  const phoned = (one: RecordId) => reader.get<Contact>(contactId(one))?.phone !== undefined
  return writtenBehind(reader, door)
    .filter((one) => livesBehind(reader, one))
    .sort(firstFirst(phoned))
}

/**
 * Who lives behind each door: the head of the household first, then whoever can be called, then in the order they were
 * entered.
 */
export function peopleByDoor(
  reader: Reader,
  phones: ReadonlyMap<RecordId, string> = phonesByResident(reader),
): ReadonlyMap<RecordId, readonly Resident[]> {
  const byDoor = new Map<RecordId, Resident[]>()
  for (const one of reader.all<Resident>('resident')) {
    if (!livesBehind(reader, one)) continue
    const there = byDoor.get(one.place)
    if (there) there.push(one)
    else byDoor.set(one.place, [one])
  }
  for (const there of byDoor.values()) if (there.length > 1) there.sort(firstFirst((one) => phones.has(one)))
  return byDoor
}

function firstFirst(phoned: (id: RecordId) => boolean): (a: Resident, b: Resident) => number {
  const turn = (one: Resident) => (one.relation === 'head' ? 0 : phoned(one.id) ? 1 : 2)
  return (a, b) => turn(a) - turn(b) || (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1)
}

/** The phones the reader may see, as they were written. For one person ask `contactId`; to make that of everybody takes long. */
export function phonesByResident(reader: Reader): ReadonlyMap<RecordId, string> {
  return new Map(
    reader
      .all<Contact>('contact')
      .flatMap(({ resident, phone }) => (phone === undefined ? [] : [[resident, phone] as const])),
  )
}
