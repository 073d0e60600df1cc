import { doorsOf, type Elevation, layOut } from '#domain/doors/elevation.ts'
import type { RecordId } from '#domain/ids.ts'
import { isLivedIn, type Place, type PlaceTree, type Use } from '#domain/places.ts'
import { FRESHNESS, type Freshness } from '#domain/settings.ts'
import { type Glow, glow } from '#domain/doors/visit.ts'
import { peopleBehind } from './behind.ts'
import { caredDoors } from './careParts.ts'
import { once } from './once.ts'
import { openItems } from './openItems.ts'
import { type Progress, progressOf } from './progress.ts'
import type { Reader } from './reader.ts'
import { reachedDays } from './visits.ts'

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

/** A building as its places lay it out; the same for as long as no place changes. */
export const elevations = once((tree: PlaceTree, building: string): Elevation | undefined => {
  const place = tree.get(building as RecordId)
  return place && layOut(tree, place)
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
      const name = peopleBehind(reader, dwelling.id)[0]?.name
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
