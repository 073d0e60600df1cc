import type { Contact } from '#domain/doors/contact.ts'
import { contactId, type Resident } from '#domain/doors/resident.ts'
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
 */
export function alikeResidents(reader: Reader): readonly Alike[] {
  const there = reader.all<Resident>('resident').filter((one) => one.mergedInto === undefined)
  const byPhone = new Map<string, Resident[]>()
  const byDoor = new Map<string, Resident[]>()
  const group = (groups: Map<string, Resident[]>, key: string, one: Resident) => {
    const members = groups.get(key)
    if (members) members.push(one)
    else groups.set(key, [one])
  }
  for (const one of there) {
    const phone = reader.get<Contact>(contactId(one.id))?.phone?.replace(/\D/g, '')
    if (phone) group(byPhone, phone, one)
    if (one.movedOut === undefined) group(byDoor, `${one.place} ${plainName(one.name)}`, one)
  }
  const found = new Map<string, Alike>()
  const add = (a: Resident, b: Resident, why: Alike['why']) => {
    const [first, second] = [a, b].sort(earlierFirst) as [Resident, Resident]
    const key = alikeKey(first, second)
    if (!found.has(key)) found.set(key, { first, second, why })
  }
  for (const members of byPhone.values())
    pairs(members, (a, b) => plainName(a.name) === plainName(b.name) && add(a, b, 'nameAndPhone'))
  for (const members of byDoor.values()) pairs(members, (a, b) => add(a, b, 'nameAndDoor'))
  for (const members of byPhone.values())
    pairs(members, (a, b) => nearNames(plainName(a.name), plainName(b.name)) && add(a, b, 'nearNameAndPhone'))
  return [...found.values()]
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
