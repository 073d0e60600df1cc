import type { RecordId, TenantId } from '#domain/ids.ts'
import type { Place } from '#domain/places.ts'
import { FRESHNESS, type Freshness, type Settings, settingsId } from '#domain/settings.ts'
import { glow } from '#domain/doors/visit.ts'
import type { View } from '#store/view.ts'
import { coverageOf } from './coverage.ts'
import type { Reader } from './reader.ts'
import { reachedDays } from './visits.ts'

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

/** How long a window stays lit here; the usual 30 and 90 days where the compound has not said. */
export function freshnessOf(view: View, tenant: TenantId): Freshness {
  return view.get<Settings>(settingsId(tenant))?.freshness ?? FRESHNESS
}

/** Counts over dwellings. What is no home is in no number. */
export function progressOf(
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
  return progressOf(dwellings, reachedDays(reader, today), freshness)
}
