import type { RecordId } from '#domain/ids.ts'
import { daysSince, lights, quietUntilOf, type Visit, visitDay } from '#domain/doors/visit.ts'
import { once } from './once.ts'
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

/** The same, worked out once for a reader and a day. */
export const reachedDays = once(daysSinceReached)

/** The visits of a door, newest first. */
export function visitsOf(reader: Reader, dwelling: RecordId): readonly Visit[] {
  return reader
    .all<Visit>('visit')
    .filter((visit) => visit.place === dwelling)
    .sort(newestFirst)
}

export function newestFirst(a: Visit, b: Visit): number {
  return a.at < b.at ? 1 : a.at > b.at ? -1 : a.id < b.id ? -1 : 1
}

/** Doors that want nobody before a day, each with that day, `YYYY-MM-DD`. */
export function quietDoors(reader: Reader, today: string): ReadonlyMap<RecordId, string> {
  const said = new Map<RecordId, Visit[]>()
  for (const visit of reader.all<Visit>('visit'))
    if (visit.quietUntil !== undefined) said.set(visit.place, [...(said.get(visit.place) ?? []), visit])
  return new Map(
    [...said].flatMap(([door, visits]) => {
      const until = quietUntilOf(visits, today)
      return until === undefined ? [] : [[door, until] as const]
    }),
  )
}

/** The next time somebody wants to come back to a door, if it is not over: `YYYY-MM-DDTHH:MM` in Shanghai. */
export function nextDate(visits: readonly Visit[], today: string): string | undefined {
  const [last] = visits
  return last?.retryAt !== undefined && last.retryAt >= today ? last.retryAt : undefined
}
