import { type Doubt, doubtOf } from '#domain/doors/doubt.ts'
import { type Elevation, neighbours } from '#domain/doors/elevation.ts'
import { isDerived, type PersonId, type RecordId } from '#domain/ids.ts'
import type { Place } from '#domain/places.ts'
import type { Resident } from '#domain/doors/resident.ts'
import type { Freshness } from '#domain/settings.ts'
import { daysSince, lights, type Visit, visitDay } from '#domain/doors/visit.ts'
import { dayOf } from '#domain/workingDays.ts'
import type { Reader } from './reader.ts'

/** When what the roster says of a door was last confirmed, and by whom. */
export interface Confirmation {
  /** `YYYY-MM-DD` in Shanghai. */
  readonly day: string
  readonly by: PersonId
  readonly how: 'unchanged' | 'changed' | 'entered'
}

/**
 * The last confirmation of each door that has one, of those before a day where one is given: its people were looked over at
 * a visit, or somebody entered them by hand. What a roster of the office brought in confirms nothing.
 */
export function confirmations(reader: Reader, before?: string): ReadonlyMap<RecordId, Confirmation> {
  const last = new Map<RecordId, Confirmation>()
  const note = (door: RecordId, next: Confirmation) => {
    if (before !== undefined && next.day >= before) return
    const known = last.get(door)
    if (!known || known.day < next.day) last.set(door, next)
  }
  for (const visit of reader.all<Visit>('visit')) {
    const how = visit.rosterConfirmed
    if (how !== 'notChecked') note(visit.place, { day: visitDay(visit), by: visit.author, how })
  }
  for (const one of reader.all<Resident>('resident')) {
    if (!isDerived(one.id)) note(one.place, { day: dayOf(one.at), by: one.author, how: 'entered' })
  }
  return last
}

/** The same of one door; undefined: nobody has, or not for this reader to know. */
export function freshnessOf(reader: Reader, door: RecordId): Confirmation | undefined {
  return confirmations(reader).get(door)
}

export type Doubts = ReadonlyMap<RecordId, Doubt>

/**
 * How doubtful each of some doors is, as it was known before `today`: an order that follows it does not change under
 * somebody's feet while they walk.
 */
export function doubts(
  reader: Reader,
  elevation: Elevation,
  doors: readonly Place[],
  today: string,
  freshness: Freshness,
): Doubts {
  const confirmed = confirmations(reader, today)
  const reached = new Map<RecordId, string>()
  const notes = new Map<RecordId, string[]>()
  for (const visit of reader.all<Visit>('visit')) {
    const day = visitDay(visit)
    if (day >= today) continue
    if (lights(visit)) reached.set(visit.place, later(reached.get(visit.place), day))
    if (visit.outcome === 'leftNote') notes.set(visit.place, [...(notes.get(visit.place) ?? []), day])
  }
  const moved = new Map<RecordId, string>()
  for (const one of reader.all<Resident>('resident')) {
    for (const day of [one.movedIn, one.movedOut])
      if (day !== undefined && day < today) moved.set(one.place, later(moved.get(one.place), day))
  }
  const movedSince = (door: RecordId | undefined, since: string) =>
    door !== undefined && (moved.get(door) ?? '') > since
  return new Map(
    doors.map((door) => {
      const since = confirmed.get(door.id)?.day
      const { left, right } = neighbours(elevation, door.id)
      const facts = {
        ...(since !== undefined && { confirmedDays: daysSince(since, today) }),
        reached: reached.has(door.id),
        movedHere: movedSince(door.id, since ?? ''),
        movedNextDoor: movedSince(left?.id, since ?? '') || movedSince(right?.id, since ?? ''),
        notes: (notes.get(door.id) ?? []).filter((day) => day > (reached.get(door.id) ?? '')).length,
      }
      return [door.id, doubtOf(facts, freshness)]
    }),
  )
}

/**
 * The way by doubt: the floor with the most doubtful door first, the doors of a floor together, so that nobody climbs to it
 * twice. `floors` is the way floor by floor.
 */
export function byDoubt(floors: readonly (readonly Place[])[], known: Doubts): readonly Place[] {
  const weight = (door: Place) => known.get(door.id)?.weight ?? 0
  return floors
    .map((doors) => ({
      doors: [...doors].sort((a, b) => weight(b) - weight(a)),
      most: Math.max(0, ...doors.map(weight)),
    }))
    .sort((a, b) => b.most - a.most)
    .flatMap(({ doors }) => doors)
}

function later(one: string | undefined, other: string): string {
  return one === undefined || one < other ? other : one
}
