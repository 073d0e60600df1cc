import type { Contact } from '#domain/doors/contact.ts'
import { contactId, type Resident } from '#domain/doors/resident.ts'
import type { RecordId } from '#domain/ids.ts'
import { writtenBehind } from './behind.ts'
import { once } from './once.ts'
import { earlierFirst } from './otherRecords.ts'
import { plainName } from './homesIndex.ts'
import type { Reader } from './reader.ts'

/** Two records that may be one person; nobody but a person says so. */
export interface Alike {
  /** The one that was there first. */
  readonly first: Resident
  readonly second: Resident
  readonly why: 'nameAndPhone' | 'nameAndDoor' | 'nearNameAndPhone'
}

/**
 * Who seems to be written down twice: the same name with the same phone, the same name behind one door, a near name with the
 * same phone. Never by the name alone: a compound has several of most names. Of one pair the surest reason.
 *
 * @param home only pairs of which one is written down there: a home is opened often, a compound is tidied once in a while
 */
export function alikeResidents(reader: Reader, home?: RecordId): readonly Alike[] {
  const all = home === undefined ? reader.all<Resident>('resident') : aroundHome(reader, home)
  const there = all.filter((one) => one.mergedInto === undefined)
  const byPhone = new Map<string, Resident[]>()
  const byDoor = new Map<string, Resident[]>()
  const group = (groups: Map<string, Resident[]>, key: string, one: Resident) => {
    const members = groups.get(key)
    if (members) members.push(one)
    else groups.set(key, [one])
  }
  for (const one of there) {
    const phone = digitsOf(reader.get<Contact>(contactId(one.id)))
    if (phone) group(byPhone, phone, one)
    if (one.movedOut === undefined) group(byDoor, one.place, one)
  }
  const asked = (groups: ReadonlyMap<string, Resident[]>) =>
    [...groups.values()].filter(
      (members) => members.length > 1 && (home === undefined || members.some(({ place }) => place === home)),
    )
  const [samePhone, sameDoor] = [asked(byPhone), asked(byDoor)]
  const found = new Map<string, Alike>()
  const add = (a: Resident, b: Resident, why: Alike['why']) => {
    if (home !== undefined && a.place !== home && b.place !== home) return
    const [first, second] = [a, b].sort(earlierFirst) as [Resident, Resident]
    const key = alikeKey(first, second)
    if (!found.has(key)) found.set(key, { first, second, why })
  }
  const isNamed = (a: Resident, b: Resident) => plainName(a.name) === plainName(b.name)
  for (const members of samePhone) pairs(members, (a, b) => isNamed(a, b) && add(a, b, 'nameAndPhone'))
  for (const members of sameDoor) pairs(members, (a, b) => isNamed(a, b) && add(a, b, 'nameAndDoor'))
  for (const members of samePhone)
    pairs(members, (a, b) => nearNames(plainName(a.name), plainName(b.name)) && add(a, b, 'nearNameAndPhone'))
  return [...found.values()]
}

const byDigits = once((contacts: readonly Contact[]): ReadonlyMap<string, readonly Contact[]> => {
  const by = new Map<string, Contact[]>()
  for (const one of contacts) by.set(digitsOf(one), [...(by.get(digitsOf(one)) ?? []), one])
  return by
})

function digitsOf(contact: Contact | undefined): string {
  return contact?.phone?.replace(/\D/g, '') ?? ''
}

/** Whoever is written down at a home, and whoever has one of their phones. */
function aroundHome(reader: Reader, home: RecordId): readonly Resident[] {
  const here = writtenBehind(reader, home)
  const phones = new Set(here.map(({ id }) => digitsOf(reader.get<Contact>(contactId(id)))))
  phones.delete('')
  const reached = reader.some<Contact>('contact', (all) =>
    [...phones].flatMap((phone) => byDigits(all).get(phone) ?? []),
  )
  const others = reached.flatMap(({ resident }) => reader.get<Resident>(resident) ?? [])
  return [...new Map([...here, ...others].map((one) => [one.id, one])).values()]
}

/** Names a pair, whichever is told first: what somebody said of it is kept under this. */
export function alikeKey(a: Pick<Resident, 'id'>, b: Pick<Resident, 'id'>): string {
  return [a.id, b.id].sort().join(' ')
}

/** One sign other, more or fewer in a name of three and up; in a name of two the sign after the same family name may miss. */
function nearNames(a: string, b: string): boolean {
  if (a === b) return true
  const [short, long] = [Array.from(a), Array.from(b)].sort((x, y) => x.length - y.length) as [
    string[],
    string[],
  ]
  if (short.length < 2 || long.length - short.length > 1 || long.length < 3) return false
  let front = 0
  while (front < short.length && short[front] === long[front]) front += 1
  let back = 0
  while (back < short.length - front && short.at(-1 - back) === long.at(-1 - back)) back += 1
  return front + back >= short.length - (short.length === long.length ? 1 : 0)
}

function pairs<T>(members: readonly T[], each: (a: T, b: T) => void): void {
  for (const [at, one] of members.entries()) for (const other of members.slice(at + 1)) each(one, other)
}
