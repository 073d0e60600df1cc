import type { RecordId } from '#domain/ids.ts'
import type { Place } from '#domain/places.ts'
import type { Resident } from '#domain/doors/resident.ts'
import { peopleByDoor, phonesByResident } from './behind.ts'
import type { DoorNumbers } from './doorSought.ts'
import type { Reader } from './reader.ts'
import { type Letter, type Letters, noteLetter } from './oneLetter.ts'
import type { Placed, Text } from './textFit.ts'

/** The ways to say a name, as `readingsOf` of `domain/nameSounds.ts` gives them; it comes from outside, its tables are large. */
export type Sounds = (name: string) => readonly (readonly string[])[]

export interface IndexedHome extends DoorNumbers {
  readonly id: RecordId
  /** As it stands on the door, in small letters, where that is not its number (活动室). */
  readonly label?: string
  /** The numbers of its people in `people`: from, and up to but without. */
  readonly from: number
  readonly to: number
}

export interface IndexedPerson {
  readonly id: RecordId
  /** Its number in `homes`. */
  readonly home: number
  readonly texts: readonly Placed[]
  /** What the texts were made of. */
  readonly record: Resident
  /** Digits only; absent where the reader may not see it. */
  readonly phone?: string
}

/** What one reader can find in one edition of the book. Homes stand as one walks past them, people as they are listed there. */
export interface HomesIndex {
  readonly homes: readonly IndexedHome[]
  readonly people: readonly IndexedPerson[]
  /** Homes of one staircase: a door that is sought is compared with whole staircases first. */
  readonly staircases: readonly {
    readonly building: string
    readonly unit: string
    readonly homes: readonly number[]
  }[]
  /** By the number on the door: it is the same in many staircases, and one that does not fit is looked at once. */
  readonly doors: ReadonlyMap<string, readonly number[]>
  /** Numbers that homes had before, as long as no other home has them: whoever remembers the old one finds the door. */
  readonly former: readonly (DoorNumbers & { readonly home: number })[]
  /** Homes with a `label`. */
  readonly named: readonly number[]
  /** By what a text has from a syllable on (`gramAt`), who has it there: see `packed`. */
  readonly starts: ReadonlyMap<string, readonly number[]>
  /** What one letter alone finds: nearly everybody, so the best of them stand ready. */
  readonly letters: ReadonlyMap<string, Letter>
  /** By the last three digits of a phone. */
  readonly tails: ReadonlyMap<string, readonly number[]>
  /** What its names were sounded with. */
  readonly sounds: Sounds | undefined
}

export const SHORTEST_TAIL = 3
/** Behind it lie the scripts in which one character says as much as two letters. */
const LATIN = 0x2e7f
/** After so many homes whoever builds may let others go first. */
const PORTION = 50
/** Where in which text of whom, in one number: half a million of these are kept. */
const PLACES = 64
const TEXTS = 64
export function packed(person: number, text: number, at: number): number {
  return (person * TEXTS + text) * PLACES + at
}
/** Told one by one to whoever looks: there are tens of thousands at a letter, and no list is made for each. */
export function unpack(
  entries: readonly number[],
  told: (person: number, text: number, at: number) => void,
): void {
  for (const entry of entries) {
    const above = Math.floor(entry / PLACES)
    const person = Math.floor(above / TEXTS)
    told(person, above - person * TEXTS, entry - above * PLACES)
  }
}

/** The first Chinese character, or the first two of other ones. */
export function gramAt(text: string, at: number): string {
  const code = text.codePointAt(at) ?? 0
  return code > LATIN ? String.fromCodePoint(code) : text.slice(at, at + 2)
}

/** A name or what is typed of one, the same for every way of writing it: wide letters, capitals, tones, gaps, dots. */
export function plainName(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0304\u030c]/g, '')
    .normalize('NFC')
    .replace(/ü/g, 'v')
    .replace(/[\s'’·・•.-]+/g, '')
}

/**
 * Builds the index in portions: it yields where others may go first, and returns the whole. Without `sounds` people are found by
 * name, phone and the keys their records carry. Of an index of `before` it takes over what is known of everybody whose record
 * is the same: names are sounded out once.
 */
export function* homesIndex(
  reader: Reader,
  sounds?: Sounds,
  before?: HomesIndex,
): Generator<undefined, HomesIndex> {
  const known = new Map<RecordId, IndexedPerson>()
  if (before && before.sounds === sounds) for (const one of before.people) known.set(one.id, one)
  const dwellings = yield* inHouseOrder(reader)
  const homes: IndexedHome[] = []
  const people: IndexedPerson[] = []
  const staircases = new Map<string, { building: string; unit: string; homes: number[] }>()
  const starts = new Map<string, number[]>()
  const letters = new Map<string, Letters>()
  const tails = new Map<string, number[]>()
  const former: (DoorNumbers & { home: number })[] = []
  const named: number[] = []
  const doors = new Map<string, number[]>()
  const phones = phonesByResident(reader)
  yield
  const residents = peopleByDoor(reader, phones)
  const keys = new Set(dwellings.map(({ key }) => key))
  yield

  for (const [nth, dwelling] of dwellings.entries()) {
    if (nth % PORTION === PORTION - 1) yield
    const from = people.length
    for (const resident of residents.get(dwelling.id) ?? []) {
      const who = people.length
      const there = known.get(resident.id)
      const texts = there?.record === resident ? there.texts : textsOf(resident, sounds)
      const phone = phones.get(resident.id)?.replace(/\D/g, '')
      people.push({
        id: resident.id,
        home: nth,
        texts,
        record: resident,
        ...(phone !== undefined && { phone }),
      })
      for (const [index, text] of texts.entries())
        for (const at of text.places) {
          if (at >= PLACES) continue
          add(starts, gramAt(text.text, at), packed(who, index, at))
          if (text.text.charCodeAt(at) <= LATIN) noteLetter(letters, text, at, nth, who)
        }
      if (phone !== undefined) add(tails, phone.slice(-SHORTEST_TAIL), who)
    }
    const numbers = numbersOf(dwelling)
    for (const key of dwelling.former ?? [])
      if (!keys.has(key)) former.push({ ...numbersOf({ ...dwelling, key }), home: nth })
    const label = dwelling.label.toLowerCase()
    homes.push({
      id: dwelling.id,
      ...numbers,
      ...(label !== numbers.door.toLowerCase() && { label }),
      from,
      to: people.length,
    })
    if (label !== numbers.door.toLowerCase()) named.push(nth)
    add(doors, numbers.door, nth)
    const staircase = `${numbers.building}-${numbers.unit}`
    const there = staircases.get(staircase)
    if (there) there.homes.push(nth)
    else staircases.set(staircase, { building: numbers.building, unit: numbers.unit, homes: [nth] })
  }
  return {
    homes,
    people,
    staircases: [...staircases.values()],
    doors,
    former,
    named,
    starts,
    letters,
    tails,
    sounds,
  }
}

/**
 * The dwellings the reader may see, house by house, floor by floor. A reader keeps its answers about rights: they are asked for here, in
 * portions, so that whoever asks for all residents afterwards has them at once.
 */
function* inHouseOrder(reader: Reader): Generator<undefined, readonly Place[]> {
  const found: Place[] = []
  let asked = 0
  const walk = function* (place: Place): Generator<undefined, void> {
    asked += 1
    if (asked % PORTION === 0) yield
    if (place.what === 'dwelling') {
      const home = reader.get<Place>(place.id)
      if (home && !home.voided) found.push(home)
    }
    for (const group of ['names', 'contact'] as const) reader.reads(group, place.id)
    for (const child of reader.tree.children(place.id)) yield* walk(child)
  }
  for (const top of reader.tree.tops()) yield* walk(top)
  return found
}

function numbersOf(dwelling: Place): DoorNumbers {
  const [building, unit, floor, door, ...more] = dwelling.key.toUpperCase().split('-')
  if (
    building !== undefined &&
    unit !== undefined &&
    floor !== undefined &&
    door !== undefined &&
    !more.length
  )
    return { building, unit, floor, door }
  return { building: '', unit: '', floor: '', door: dwelling.label.toUpperCase() }
}

function textsOf(resident: Resident, sounds: Sounds | undefined): readonly Placed[] {
  const name = plainName(resident.name)
  const characters = Array.from(name)
  const texts: Placed[] = [{ text: name, is: 'name', other: false, places: begins(characters) }]
  // What an earlier reading has from here on as well is found there: 单雄信 and dan xiong xin are xiongxin once.
  const from = new Set<string>()
  const put = (is: Text['is'], syllables: readonly string[], other: boolean) => {
    const text = syllables.join('')
    if (text === '' || texts.length === TEXTS) return
    const places = begins(syllables).filter((at, nth) => {
      const rest = `${is} ${Math.min(nth, 1)} ${text.slice(at)}`
      return !from.has(rest) && from.add(rest)
    })
    if (places.length > 0) texts.push({ text, is, other, places })
  }
  for (const [nth, reading] of (sounds?.(name) ?? []).entries()) {
    put('pinyin', reading, nth > 0)
    put(
      'initials',
      reading.map((syllable) => String.fromCodePoint(syllable.codePointAt(0) ?? 0)),
      nth > 0,
    )
  }
  // Keys say nothing of where a syllable begins: they are found from their first letter on.
  for (const key of resident.keys ?? [])
    put(key.length <= characters.length ? 'initials' : 'pinyin', [key], false)
  return texts
}

function begins(pieces: readonly string[]): readonly number[] {
  let at = 0
  return pieces.map((piece) => (at += piece.length) - piece.length)
}

function add<T>(to: Map<string, T[]>, key: string, value: T): void {
  const there = to.get(key)
  if (there) there.push(value)
  else to.set(key, [value])
}
