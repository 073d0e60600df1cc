import type { Contact } from '#domain/doors/contact.ts'
import type { Place } from '#domain/places.ts'
import { contactId, type Resident } from '#domain/doors/resident.ts'
import { doorFit, fitInStaircase, fits, staircaseFits, type Way, waysToRead } from './doorSought.ts'
import {
  gramAt,
  type HomesIndex,
  type IndexedPerson,
  plainName,
  SHORTEST_TAIL,
  unpack,
} from './homesIndex.ts'
import { livesBehind } from './otherRecords.ts'
import { LETTER_HOMES } from './oneLetter.ts'
import type { Reader } from './reader.ts'
import { FIT, textFit } from './textFit.ts'

export interface Match {
  readonly dwelling: Place
  readonly building: string
  readonly unit: string
  /** Absent where the reader may not read names, or nobody is entered. */
  readonly name?: string
  /** The last digits, never all of them. */
  readonly tail?: string
}

export interface Found {
  /** Best fit first; of equal ones in the order of the house. */
  readonly homes: readonly Match[]
  /** How many more there are. */
  readonly more: number
}

/**
 * Finds homes by door, name, pinyin, first letters and the tail of a phone, at most `limit`. The index may be of an edition before: what
 * `reader` may not read now is not shown.
 */
export function findHomes(reader: Reader, index: HomesIndex, text: string, limit = LETTER_HOMES): Found {
  const typed = plainName(text)
  if (limit <= LETTER_HOMES && isLetter(typed) && saysNoDoor(index, text))
    return byLetter(reader, index, typed, limit)
  const best = new Uint8Array(index.homes.length).fill(FIT.none)
  const whom = new Int32Array(index.homes.length)
  const note = (home: number, fit: number, person: number) => {
    const now = best[home]!
    if (fit > now || (fit === now && person >= whom[home]!)) return
    best[home] = fit
    whom[home] = person
  }
  byDoor(index, text, note)
  if (typed !== '') byText(index, typed, note)
  if (/^\d+$/.test(typed) && typed.length >= SHORTEST_TAIL)
    for (const who of index.tails.get(typed.slice(-SHORTEST_TAIL)) ?? []) {
      const person = index.people[who]!
      if (person.phone?.endsWith(typed)) note(person.home, FIT.tail, who)
    }

  const byFit: number[][] = Array.from({ length: FIT.none }, () => [])
  let count = 0
  for (let home = 0; home < best.length; home++) {
    const fit = best[home]!
    if (fit === FIT.none) continue
    count += 1
    if (byFit[fit]!.length < limit) byFit[fit]!.push(home)
  }
  const shown = byFit.flat().slice(0, limit)
  const homes = shown.flatMap((home) => matchOf(reader, index, home, whom[home]!, best[home]!) ?? [])
  return { homes, more: count - shown.length }
}

/** One letter that stands for every pair that begins with it. */
function isLetter(typed: string): boolean {
  return typed.length === 1 && gramAt(typed, 0).length === 1 && typed.charCodeAt(0) < 0x2e80
}

function saysNoDoor(index: HomesIndex, text: string): boolean {
  const label = labelOf(text)
  return (
    waysToRead(text).length === 0 && !index.named.some((home) => index.homes[home]!.label?.startsWith(label))
  )
}

/** The best fit first; a home stands where it fits best. */
function byLetter(reader: Reader, index: HomesIndex, letter: string, limit: number): Found {
  const of = index.letters.get(letter)
  const shown = new Map<number, readonly [who: number, fit: number]>()
  for (const [fit, people] of of?.byFit.entries() ?? [])
    for (const who of people) {
      if (shown.size === limit) break
      const { home } = index.people[who]!
      if (!shown.has(home)) shown.set(home, [who, fit])
    }
  const homes = [...shown].flatMap(([home, [who, fit]]) => matchOf(reader, index, home, who, fit) ?? [])
  return { homes, more: (of?.homes ?? 0) - shown.size }
}

function labelOf(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase()
}

type Note = (home: number, fit: number, person: number) => void

function byDoor(index: HomesIndex, text: string, note: Note): void {
  const ways = waysToRead(text)
  const look = (way: Way, homes: readonly number[]) => {
    for (const home of homes) {
      const there = index.homes[home]!
      const fit = fitInStaircase(way, there)
      if (fit) note(home, fit === 'exact' ? FIT.door : FIT.doorBegins, there.from)
    }
  }
  for (const way of ways)
    if (way.building || way.unit || !way.door) {
      for (const staircase of index.staircases) if (staircaseFits(way, staircase)) look(way, staircase.homes)
    } else {
      for (const [door, homes] of index.doors) if (fits(way.door, door)) look(way, homes)
    }
  // What the number says now comes before what it said once.
  for (const numbers of index.former)
    if (ways.some((way) => doorFit(way, numbers)))
      note(numbers.home, FIT.doorBegins, index.homes[numbers.home]!.from)
  const label = labelOf(text)
  if (label === '') return
  for (const home of index.named) {
    const there = index.homes[home]!
    if (there.label?.startsWith(label))
      note(home, there.label === label ? FIT.door : FIT.doorBegins, there.from)
  }
}

function byText(index: HomesIndex, typed: string, note: Note): void {
  const look = (entries: readonly number[]) =>
    unpack(entries, (who, nth, at) => {
      const person: IndexedPerson = index.people[who]!
      const text = person.texts[nth]!
      if (text.text.startsWith(typed, at)) note(person.home, textFit(text, typed.length, at), who)
    })
  const gram = gramAt(typed, 0)
  if (isLetter(typed)) {
    for (const [other, entries] of index.starts) if (other.startsWith(typed)) look(entries)
  } else look(index.starts.get(gram) ?? [])
}

function matchOf(
  reader: Reader,
  index: HomesIndex,
  home: number,
  who: number,
  fit: number,
): Match | undefined {
  const there = index.homes[home]!
  const dwelling = reader.get<Place>(there.id)
  if (!dwelling || dwelling.voided) return undefined
  const person = who < there.to ? reader.get<Resident>(index.people[who]!.id) : undefined
  const lives = person !== undefined && livesBehind(reader, person) && person.place === there.id
  if (!lives && fit > FIT.doorBegins) return undefined
  const phone = lives ? reader.get<Contact>(contactId(person.id))?.phone : undefined
  const path = reader.tree.path(dwelling.id)
  const label = (what: Place['what']) => path.find((place) => place.what === what)?.label ?? ''
  return {
    dwelling,
    building: label('building'),
    unit: label('unit'),
    ...(lives && { name: person.name }),
    ...(phone !== undefined && { tail: tailOf(phone) }),
  }
}

/** Four digits of a long number, two of a short one: it is never all there. */
function tailOf(phone: string): string {
  const digits = phone.replace(/\D/g, '')
  return digits.slice(digits.length >= 9 ? -4 : -2)
}
