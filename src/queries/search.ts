import type { Contact } from '#domain/contact.ts'
import type { Place } from '#domain/places.ts'
import { contactId, type Resident } from '#domain/resident.ts'
import { doorFit, staircaseFits, waysToRead } from './doorSought.ts'
import {
  gramAt,
  type HomesIndex,
  type IndexedPerson,
  plainName,
  SHORTEST_TAIL,
  type Text,
  unpack,
} from './homesIndex.ts'
import { livesBehind } from './otherRecords.ts'
import type { Reader } from './reader.ts'

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

/** How well something fits; less is better. A door before a name, a name before its sound, a phone last. */
export const FIT = {
  door: 0,
  doorBegins: 1,
  name: 2,
  nameBegins: 3,
  nameHas: 4,
  pinyin: 5,
  pinyinBegins: 7,
  pinyinHas: 9,
  initials: 11,
  initialsBegin: 13,
  initialsHave: 15,
  /** Added where a family name is said as it is not said. */
  other: 1,
  tail: 17,
  none: 18,
} as const

const FITS = {
  name: [FIT.name, FIT.nameBegins, FIT.nameHas],
  pinyin: [FIT.pinyin, FIT.pinyinBegins, FIT.pinyinHas],
  initials: [FIT.initials, FIT.initialsBegin, FIT.initialsHave],
} as const

/** How a text fits where what was typed stands in it at `at`. */
export function textFit({ text, is, other }: Text, typed: string, at: number): number {
  const [whole, begins, has] = FITS[is]
  return (at > 0 ? has : text.length === typed.length ? whole : begins) + (other ? FIT.other : 0)
}

/**
 * Finds homes by door, name, pinyin, first letters and the tail of a phone, at most `limit`. The index may be of an edition before: what
 * `reader` may not read now is not shown.
 */
export function findHomes(reader: Reader, index: HomesIndex, text: string, limit = 50): Found {
  const best = new Uint8Array(index.homes.length).fill(FIT.none)
  const whom = new Int32Array(index.homes.length)
  const note = (home: number, fit: number, person: number) => {
    const now = best[home]!
    if (fit > now || (fit === now && person >= whom[home]!)) return
    best[home] = fit
    whom[home] = person
  }
  byDoor(index, text, note)
  const typed = plainName(text)
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

type Note = (home: number, fit: number, person: number) => void

function byDoor(index: HomesIndex, text: string, note: Note): void {
  const ways = waysToRead(text)
  for (const staircase of index.staircases)
    for (const way of ways) {
      if (!staircaseFits(way, staircase)) continue
      for (const home of staircase.homes) {
        const there = index.homes[home]!
        const fit = doorFit(way, there)
        if (fit) note(home, fit === 'exact' ? FIT.door : FIT.doorBegins, there.from)
        else if (there.former?.some((numbers) => doorFit(way, numbers)))
          note(home, FIT.doorBegins, there.from)
      }
    }
  const label = text.normalize('NFKC').trim().toLowerCase()
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
      if (text.text.startsWith(typed, at)) note(person.home, textFit(text, typed, at), who)
    })
  const gram = gramAt(typed, 0)
  // One letter stands for every pair that begins with it.
  if (typed.length === 1 && gram.length === 1) {
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
