import type { Contact } from '#domain/contact.ts'
import { doorsOf, type Elevation, layOut } from '#domain/elevation.ts'
import type { RecordId, TenantId } from '#domain/ids.ts'
import { isLivedIn, type Place, type PlaceTree, type Use } from '#domain/places.ts'
import { contactId, type Resident } from '#domain/resident.ts'
import { FRESHNESS, type Freshness, type Settings, settingsId } from '#domain/settings.ts'
import { type Glow, glow } from '#domain/visit.ts'
import type { View } from '#store/view.ts'
import { caredDoors } from './careParts.ts'
import { coverageOf } from './coverage.ts'
import { once } from './once.ts'
import { openItems } from './openItems.ts'
import { livesBehind } from './otherRecords.ts'
import type { Reader } from './reader.ts'
import { daysSinceReached } from './visits.ts'

/** What one reader may know of a door at a glance. */
export interface Door {
  readonly id: RecordId
  /** 502 */
  readonly label: string
  /** 1单元 */
  readonly unit: string
  /** Whole days since somebody was reached; absent: never, or not for this reader. */
  readonly days?: number
  readonly light:
    | Glow
    | 'vacant'
    | 'notHome'
    | 'shop'
    | 'stilt'
    /** Whether anybody was there is not this reader's to know. */
    | 'untold'
  /** Only for a person who may read care; for others there is no mark and no gap for it. */
  readonly care: boolean
  /** Items not done yet. */
  readonly open: number
  /** Who lives here, as the reader may read it. */
  readonly name?: string
  /** How it is used; only for a person who may know who lives here. */
  readonly used?: Use
}

/** 94 / 142, and 9 empty. */
export interface Progress {
  /** Reached within the days that keep a window lit. */
  readonly lit: number
  /** Homes somebody lives in. */
  readonly livedIn: number
  readonly vacant: number
  readonly toGo: number
  /** All homes, empty ones too. */
  readonly homes: number
}

export interface BuildingView {
  readonly elevation: Elevation
  readonly doors: ReadonlyMap<RecordId, Door>
  /** Over the homes whose visits the reader may read; where those are none, over all, and nothing is lit. */
  readonly progress: Progress
  /** Whether the reader may know of visits behind any of its doors. */
  readonly visits: boolean
  readonly withOpen: number
  readonly withCare: number
}

/** How long a window stays lit here; the usual 30 and 90 days where the compound has not said. */
export function freshnessOf(view: View, tenant: TenantId): Freshness {
  return view.get<Settings>(settingsId(tenant))?.freshness ?? FRESHNESS
}

/** The buildings the person may see doors of, or whose `visits` they may read, in the compound's order. */
export function buildingsOf(reader: Reader, of: 'doors' | 'visits' = 'doors'): readonly Place[] {
  return buildings(reader, of)
}

const buildings = once((reader: Reader, of: string): readonly Place[] =>
  reader
    .all<Place>('place')
    .filter((place) => place.what === 'building' && hasDoor(reader, place, of as 'doors' | 'visits'))
    .sort((a, b) => a.order - b.order || (a.key < b.key ? -1 : 1)),
)

/** Whether somewhere below is a dwelling that may be read: the first one is enough. */
function hasDoor(reader: Reader, building: Place, of: 'doors' | 'visits'): boolean {
  const seen = new Set<RecordId>()
  const below = (place: Place): boolean => {
    if (place.voided || seen.has(place.id)) return false
    seen.add(place.id)
    if (place.what === 'dwelling' && reader.reads('doors', place.id) && reader.reads(of, place.id))
      return true
    return reader.tree.children(place.id).some(below)
  }
  return below(building)
}

/** A building as its places lay it out; the same for as long as no place changes. */
export const elevations = once((tree: PlaceTree, building: string): Elevation | undefined => {
  const place = tree.get(building as RecordId)
  return place && layOut(tree, place)
})

/** How long ago somebody was reached behind each door. */
const reachedDays = once(daysSinceReached)

/** Who is written down behind each door; the same for as long as no resident changes. */
const writtenBehind = once((residents: readonly Resident[]): ReadonlyMap<RecordId, readonly Resident[]> => {
  const behind = new Map<RecordId, Resident[]>()
  for (const one of residents) {
    const there = behind.get(one.place)
    if (there) there.push(one)
    else behind.set(one.place, [one])
  }
  return behind
})

/** A building with all its windows on a day (`YYYY-MM-DD`). Undefined: there is no such building. */
export function elevationOf(
  reader: Reader,
  building: RecordId,
  today: string,
  freshness: Freshness = FRESHNESS,
): BuildingView | undefined {
  return views(reader, [building, today, freshness.lit, freshness.half].join(' '))
}

/** Asked at every key that moves the frame: of one reader it is the same each time. */
const views = once((reader: Reader, asked: string): BuildingView | undefined => {
  const [building = '', today = '', lit, half] = asked.split(' ')
  const freshness = { lit: Number(lit), half: Number(half) }
  const elevation = elevations(reader.tree, building)
  if (!elevation) return undefined
  const days = reachedDays(reader, today)
  const tell = doorTeller(reader, today, freshness, days)

  const doors = new Map<RecordId, Door>()
  for (const unit of elevation.units) {
    for (const dwelling of unit.storeys.flatMap((storey) => storey.doors)) {
      if (!dwelling) continue
      const name = firstBehind(reader, dwelling.id)
      doors.set(dwelling.id, { ...tell(dwelling, unit.label), ...(name !== undefined && { name }) })
    }
  }
  const all = [...doors.values()]
  const dwellings = doorsOf(elevation)
  const told = dwellings.filter((one) => reader.reads('visits', one.id))
  return {
    elevation,
    doors,
    progress: progressOf(told.length > 0 ? told : dwellings, days, freshness),
    visits: told.length > 0,
    withOpen: all.filter((door) => door.open > 0).length,
    withCare: all.filter((door) => door.care).length,
  }
})

/**
 * Tells of any door what is to be seen at a glance, without who lives there. What it tells from is gathered once: a list of doors
 * out of many buildings asks one teller.
 */
export function doorTeller(
  reader: Reader,
  today: string,
  freshness: Freshness = FRESHNESS,
  days: ReadonlyMap<RecordId, number> = reachedDays(reader, today),
): (dwelling: Place, unit: string) => Door {
  const open = openItems(reader)
  const cared = caredDoors(reader)
  return (dwelling, unit) => {
    const since = days.get(dwelling.id)
    const told = reader.reads('visits', dwelling.id)
    return {
      id: dwelling.id,
      label: dwelling.label,
      unit,
      light: !isLivedIn(dwelling) ? unlit(dwelling.use) : told ? glow(since, freshness) : 'untold',
      care: cared.has(dwelling.id),
      open: open.get(dwelling.id)?.length ?? 0,
      ...(told && since !== undefined && { days: since }),
      ...(reader.reads('names', dwelling.id) && { used: dwelling.use ?? 'livedIn' }),
    }
  }
}

function unlit(use: Use | undefined): 'vacant' | 'shop' | 'stilt' | 'notHome' {
  return use === 'vacant' || use === 'shop' || use === 'stilt' ? use : 'notHome'
}

/** Whether it is a home, lived in or not. */
export function isHome({ light }: Door): boolean {
  return light !== 'notHome' && light !== 'shop' && light !== 'stilt'
}

/** Counts over dwellings. What is no home is in no number. */
function progressOf(
  dwellings: readonly Place[],
  days: ReadonlyMap<RecordId, number>,
  freshness: Freshness = FRESHNESS,
): Progress {
  const { n: lit, of: livedIn } = coverageOf(dwellings, (door) => glow(days.get(door), freshness) === 'lit')
  const vacant = dwellings.filter((one) => one.what === 'dwelling' && one.use === 'vacant').length
  return { lit, livedIn, vacant, toGo: livedIn - lit, homes: livedIn + vacant }
}

/** The same over all homes whose visits the person may read. */
export function wholeProgress(reader: Reader, today: string, freshness: Freshness = FRESHNESS): Progress {
  const dwellings = reader
    .all<Place>('place')
    .filter((place) => place.what === 'dwelling' && reader.reads('visits', place.id))
  return progressOf(dwellings, daysSinceReached(reader, today), freshness)
}

/** The name of the first person behind a door, as `peopleByDoor` has them. */
export function firstBehind(reader: Reader, door: RecordId): string | undefined {
  const there = writtenBehind(reader.all<Resident>('resident')).get(door) ?? []
  const phoned = (one: RecordId) => reader.get<Contact>(contactId(one))?.phone !== undefined
  const [first] = there.filter((one) => livesBehind(reader, one)).sort(firstFirst(phoned))
  return first?.name
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
