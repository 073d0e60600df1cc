import type { Elevation } from '#domain/doors/elevation.ts'
import type { PersonId, RecordId } from '#domain/ids.ts'
import { isLivedIn, type Place } from '#domain/places.ts'
import { lights, type Visit, visitDay, type VisitOutcome } from '#domain/doors/visit.ts'
import { coverageOf } from './coverage.ts'
import { byDoubt, type Doubts } from './freshness.ts'
import type { Reader } from './reader.ts'
import { newestFirst, quietDoors } from './visits.ts'

/** One go through a unit: what this person found behind each door today. */
export interface Round {
  /** Doors somebody lives behind and to be gone to, in the order of the way. One in its quiet time is none of them. */
  readonly way: readonly Place[]
  /** The same with those in their quiet time: where somebody stands who stands before one of them. */
  readonly past: readonly Place[]
  /** Own answers. That nobody was at home is nobody else's to see. */
  readonly found: ReadonlyMap<RecordId, Visit>
  /** Doors where somebody else reached them already: they are lit, and nobody knocks there again. */
  readonly reached: ReadonlyMap<RecordId, Visit>
  /** Doors in their quiet time, each until when. */
  readonly quiet: ReadonlyMap<RecordId, string>
  /** Doors of the way that have an answer. */
  readonly done: number
  /** All doors of the way. */
  readonly of: number
}

/** What a round is for, and in what order it goes; without it everybody of the unit, floor by floor. */
export interface RoundWish {
  /** A round that the office asked for: its id, its doors, and where somebody was reached in it already. */
  readonly campaign?: {
    readonly id: RecordId
    readonly doors: ReadonlySet<RecordId>
    readonly reached: ReadonlyMap<RecordId, Visit>
  }
  /** The most doubtful floors first. */
  readonly doubts?: Doubts
}

/**
 * The round of one person on one day. Of several knocks on a door the last one counts. A visit is an event and takes no
 * door from anybody: where somebody else was today too, both stand.
 */
export function visitRound(
  reader: Reader,
  elevation: Elevation,
  unit: RecordId,
  day: string,
  wish: RoundWish = {},
): Round {
  const { campaign } = wish
  const found = new Map<RecordId, Visit>()
  const reached = new Map(campaign?.reached)
  for (const visit of reader.all<Visit>('visit')) {
    if (visitDay(visit) !== day || (campaign && visit.campaign !== campaign.id)) continue
    const among = visit.author === reader.me ? found : lights(visit) ? reached : undefined
    const other = among?.get(visit.place)
    if (!other || newestFirst(visit, other) < 0) among?.set(visit.place, visit)
  }
  const quiet = new Map([...quietDoors(reader, day)].filter(([door]) => !found.has(door)))
  const staircase = elevation.units.find((one) => one.id === unit)
  const floors = (staircase?.storeys ?? []).map(({ doors }) =>
    doors.flatMap((door) =>
      door && isLivedIn(door) && (campaign?.doors.has(door.id) ?? true) ? [door] : [],
    ),
  )
  const past = wish.doubts ? byDoubt(floors, wish.doubts) : floors.flat()
  const way = past.filter((door) => !quiet.has(door.id))
  const { n, of } = coverageOf(way, (door) => found.has(door) || reached.has(door))
  return { way, past, found, reached, quiet, done: n, of }
}

/** The doors of the way behind a door, round to the top again and up to that door itself. */
function behind({ past, quiet }: Round, from: RecordId | undefined): readonly Place[] {
  const at = past.findIndex((door) => door.id === from)
  return [...past.slice(at + 1), ...past.slice(0, at + 1)].filter((door) => !quiet.has(door.id))
}

/** The next door without an answer, going on from a door and round to the top again; undefined: the round is done. */
export function nextDoor(round: Round, from?: RecordId): RecordId | undefined {
  return behind(round, from).find((door) => !round.found.has(door.id) && !round.reached.has(door.id))?.id
}

/** The door after this one on the way, answered or not: ▼ goes on, it is no outcome. */
export function doorAfter(round: Round, from: RecordId): RecordId | undefined {
  return behind(round, from)[0]?.id
}

/**
 * Where a person takes up the way: behind the last door they knocked at, on any day. By doubt: at the most doubtful door
 * that has no answer.
 */
export function whereToStart(reader: Reader, round: Round, byDoubts = false): RecordId | undefined {
  if (byDoubts) return nextDoor(round)
  const doors = new Set(round.way.map((door) => door.id))
  const last = reader
    .all<Visit>('visit')
    .filter((visit) => visit.author === reader.me && doors.has(visit.place))
    .sort(newestFirst)[0]
  return nextDoor(round, last?.place)
}

/** Somebody else who goes through the same unit today: on which floor they were last, and when. Not what they found. */
export interface Beside {
  readonly who: PersonId
  /** 3楼 */
  readonly floor: string
  /** ISO instant, as their device claims. */
  readonly at: string
}

export function besideMe(
  reader: Reader,
  elevation: Elevation,
  unit: RecordId,
  day: string,
): Beside | undefined {
  const storeys = elevation.units.find((one) => one.id === unit)?.storeys ?? []
  const floorOf = new Map(
    storeys.flatMap(({ label, doors }) => doors.flatMap((door) => (door ? [[door.id, label] as const] : []))),
  )
  const last = reader
    .all<Visit>('visit')
    .filter((one) => one.author !== reader.me && visitDay(one) === day && floorOf.has(one.place))
    .sort(newestFirst)[0]
  return last && { who: last.author, floor: floorOf.get(last.place) ?? '', at: last.at }
}

/** Who to go back to: nobody at home, another time agreed, a note left. In the order of the way. */
export function toComeBackTo(round: Round): readonly { door: Place; visit: Visit }[] {
  const back: readonly VisitOutcome[] = ['noAnswer', 'appointment', 'leftNote']
  return round.way.flatMap((door) => {
    const visit = round.found.get(door.id)
    return visit && back.includes(visit.outcome) ? [{ door, visit }] : []
  })
}
