import { type Elevation, walk } from '#domain/elevation.ts'
import type { RecordId } from '#domain/ids.ts'
import { isLivedIn, type Place } from '#domain/places.ts'
import { daysSince, lights, type Visit, visitDay, type VisitOutcome } from '#domain/visit.ts'
import type { Reader } from './reader.ts'

/** Days since somebody was last reached behind each door; doors where nobody ever was are not in it. */
export function daysSinceReached(reader: Reader, today: string): ReadonlyMap<RecordId, number> {
  const days = new Map<RecordId, number>()
  for (const visit of reader.all<Visit>('visit')) {
    if (!lights(visit)) continue
    const since = daysSince(visitDay(visit), today)
    const best = days.get(visit.place)
    if (best === undefined || since < best) days.set(visit.place, since)
  }
  return days
}

/** The visits of a door, newest first. */
export function visitsOf(reader: Reader, dwelling: RecordId): readonly Visit[] {
  return reader
    .all<Visit>('visit')
    .filter((visit) => visit.place === dwelling)
    .sort(newestFirst)
}

function newestFirst(a: Visit, b: Visit): number {
  return a.at < b.at ? 1 : a.at > b.at ? -1 : a.id < b.id ? -1 : 1
}

/** One go through a unit: what this person found behind each door today. */
export interface Round {
  /** Doors somebody lives behind, in the order of the way. */
  readonly way: readonly Place[]
  readonly found: ReadonlyMap<RecordId, Visit>
  /** Doors of the way that have an answer. */
  readonly done: number
}

/**
 * The round of one person on one day. Only their own knocks: that nobody was at home is nobody else's to see. Of
 * several knocks on a door the last one counts.
 */
export function visitRound(reader: Reader, elevation: Elevation, unit: RecordId, day: string): Round {
  const staircase = elevation.units.find((one) => one.id === unit)
  const way = staircase ? walk(staircase).filter(isLivedIn) : []
  const found = new Map<RecordId, Visit>()
  for (const visit of reader.all<Visit>('visit')) {
    if (visit.author !== reader.me || visitDay(visit) !== day) continue
    const other = found.get(visit.place)
    if (!other || newestFirst(visit, other) < 0) found.set(visit.place, visit)
  }
  return { way, found, done: way.filter((door) => found.has(door.id)).length }
}

/** The next door without an answer, going on from a door and round to the top again; undefined: the round is done. */
export function nextDoor(round: Round, from?: RecordId): RecordId | undefined {
  const at = round.way.findIndex((door) => door.id === from)
  const ahead = [...round.way.slice(at + 1), ...round.way.slice(0, at + 1)]
  return ahead.find((door) => !round.found.has(door.id))?.id
}

/** The door after this one on the way, answered or not: ▼ goes on, it is no outcome. */
export function doorAfter(round: Round, from: RecordId): RecordId | undefined {
  const at = round.way.findIndex((door) => door.id === from)
  return round.way[(at + 1) % round.way.length]?.id
}

/** Where a person takes up the way: behind the last door they knocked at, on any day. */
export function whereToStart(reader: Reader, round: Round): RecordId | undefined {
  const doors = new Set(round.way.map((door) => door.id))
  const last = reader
    .all<Visit>('visit')
    .filter((visit) => visit.author === reader.me && doors.has(visit.place))
    .sort(newestFirst)[0]
  return nextDoor(round, last?.place)
}

/** Who to go back to: nobody at home, another time agreed, a note left. In the order of the way. */
export function toComeBackTo(round: Round): readonly { door: Place; visit: Visit }[] {
  const back: readonly VisitOutcome[] = ['noAnswer', 'appointment', 'leftNote']
  return round.way.flatMap((door) => {
    const visit = round.found.get(door.id)
    return visit && back.includes(visit.outcome) ? [{ door, visit }] : []
  })
}

/** The next time somebody wants to come back to a door, if it is not over: `YYYY-MM-DDTHH:MM` in Shanghai. */
export function nextDate(visits: readonly Visit[], today: string): string | undefined {
  const [last] = visits
  return last?.retryAt !== undefined && last.retryAt >= today ? last.retryAt : undefined
}
