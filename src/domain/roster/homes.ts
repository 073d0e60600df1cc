import { isLivedIn, type Place } from '#domain/places.ts'
import type { Resident } from '#domain/doors/resident.ts'
import type { RosterIndex } from './known.ts'
import { isThere, type PeopleRead } from './match.ts'
import { type DiffRow, doorOf, type Planned } from './diffRow.ts'
import type { Town, TownPlace } from './town.ts'

/** The homes of a roster, each with its people behind it. */
export function homeRows(
  town: Town,
  index: RosterIndex,
  people: PeopleRead,
): { readonly rows: readonly Planned[]; readonly same: number } {
  const rows: Planned[] = []
  let same = 0
  for (const home of town.places.values()) {
    if (home.what !== 'dwelling') continue
    const found = index.find(home.key)
    const own =
      found.is === 'here' ? useRow(home, found.place, town, index, people) : newHome(home, town, index)
    if (own) rows.push(own)
    else same += 1
    rows.push(...(people.rows.get(home.key) ?? []))
  }
  return { rows, same }
}

function newHome(home: TownPlace, town: Town, index: RosterIndex): Planned {
  const chain = chainOf(home, town).map(({ key }) => index.find(key))
  const own = index.find(home.key)
  const why = chain.some(({ is }) => is === 'retired')
    ? 'homeRetired'
    : chain.some((one) => one.is === 'absent' && one.had)
      ? 'numberHadBefore'
      : undefined
  const back = own.is === 'takenBack' ? ({ why: 'takenBack' } as const) : {}
  return {
    row: {
      ...base(home, town, 'home'),
      ...(why ? { is: 'doubtful', why } : { is: 'new', ...back }),
      ...(own.is !== 'absent' && { home: own.place.id }),
      ...(home.use && { fields: [{ field: 'use', now: home.use }] }),
      usual: why ? 'leave' : 'enter',
      answers: ['enter', 'leave'],
    },
    todo: { do: 'home', key: home.key },
  }
}

/** From the building down to the place itself, as the roster names them. */
export function chainOf(place: TownPlace, town: Town): readonly TownPlace[] {
  const above = place.above === undefined ? undefined : town.places.get(place.above)
  return above ? [...chainOf(above, town), place] : [place]
}

/** What the roster says of the use of a home that is known; undefined: nothing else than is known. */
function useRow(
  home: TownPlace,
  place: Place,
  town: Town,
  index: RosterIndex,
  people: PeopleRead,
): Planned | undefined {
  const again = home.use === undefined && place.use === 'vacant' && people.livedIn.has(home.key)
  const now = again ? 'livedIn' : home.use
  // A home of which nothing was said is lived in.
  if (now === undefined || now === (place.use ?? 'livedIn')) return undefined
  const empty = now !== 'livedIn' && now !== 'rented' && now !== 'shop'
  const inhabited = empty && index.at(place.id).some((one) => isThere(one) && one.owner !== 'elsewhere')
  const byHand = index.isByHand(place, 'use')
  const why = inhabited ? 'noOneButPeople' : byHand ? 'byHand' : again ? 'livedInAgain' : undefined
  const was = place.use
  return {
    row: {
      ...base(home, town, 'use'),
      is: inhabited ? 'doubtful' : 'changed',
      home: place.id,
      fields: [{ field: 'use', ...(was && { was }), now }],
      ...(why && { why }),
      usual: inhabited || byHand ? 'leave' : 'enter',
      answers: ['enter', 'leave'],
    },
    todo: { do: 'use', place: place.id, ...(was && { was }), now },
  }
}

/**
 * Who and what is known and does not stand in the roster, as far as it goes: of the units that it names, and of people
 * only where it names any. Homes are only listed.
 */
export function missingRows(town: Town, index: RosterIndex, people: PeopleRead): readonly Planned[] {
  if (town.people.length === 0) return []
  const units = new Set<string>()
  const named = new Set<string>()
  for (const { key, what } of town.places.values()) {
    const found = index.find(key)
    if (found.is !== 'here') continue
    if (what === 'unit') units.add(found.place.id)
    if (what === 'dwelling') named.add(found.place.id)
  }
  const inUnits = (place: Place): boolean => {
    if (place.what === 'unit') return units.has(place.id)
    const above = place.parent === undefined ? undefined : index.get(place.parent)
    return above !== undefined && inUnits(above)
  }
  const found: { readonly home: Place; readonly rows: readonly Planned[] }[] = []
  for (const home of index.homes().filter(inUnits)) {
    const gone = index
      .at(home.id)
      .filter((one) => isThere(one) && one.owner !== 'elsewhere' && !people.met.has(one.id))
    const own = named.has(home.id) || !isLivedIn(home) ? [] : [{ row: missing(home, 'home', home.id) }]
    const rows = [...own, ...gone.map((one) => missingPerson(home, one))]
    if (rows.length > 0) found.push({ home, rows })
  }
  return found.sort((a, b) => byDoor(a.home, b.home)).flatMap(({ rows }) => rows)
}

function missingPerson(home: Place, { id, name }: Resident): Planned {
  return {
    row: { ...missing(home, 'person', id), who: name, resident: id, answers: ['enter', 'leave'] },
    todo: { do: 'moveOut', resident: id },
  }
}

function missing(home: Place, what: 'home' | 'person', id: string): DiffRow {
  return {
    key: `missing ${id}`,
    is: 'missing',
    what,
    door: doorOf(home.key),
    home: home.id,
    why: 'notInRoster',
    usual: 'leave',
    answers: [],
  }
}

/** The same on every machine, and 2-201 before 10-1001. */
function byDoor(a: Place, b: Place): number {
  const [left, right] = [a, b].map(({ key }) => key.replace(/\d+/g, (one) => one.padStart(6, '0'))) as [
    string,
    string,
  ]
  return left < right ? -1 : left > right ? 1 : a.id < b.id ? -1 : 1
}

function base(home: TownPlace, town: Town, what: 'home' | 'use') {
  return {
    key: `${what} ${home.key}`,
    what: 'home',
    door: doorOf(home.key),
    ...town.rows.get(home.key)!,
  } as const
}
