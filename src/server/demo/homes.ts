import type { RecordId, TenantId } from '#domain/ids.ts'
import { placeId } from '#domain/places.ts'
import type { AgeBand, Resident } from '#domain/doors/resident.ts'
import { sameChance, shuffled } from './clock.ts'
import { type Name, type Names, someNames } from './names.ts'

type Relation = NonNullable<Resident['relation']>

export interface Person extends Name {
  readonly ageBand: AgeBand
  readonly relation: Relation
}

export interface Home {
  /** Natural key of the door: `1-1-12-1203`. */
  readonly key: string
  readonly id: RecordId
  readonly unit: 1 | 2
  readonly floor: number
  readonly use: 'livedIn' | 'rented' | 'vacant' | 'notHome'
  readonly people: readonly Person[]
}

/** 151 homes and the 活动室 behind 1单元101. */
const FLOORS = 19
const DOORS = 4
const ACTIVITY_ROOM = '1-101'
const VACANT = ['1-302', '1-803', '1-1401', '1-1904', '2-101', '2-504', '2-1102', '2-1603', '2-1801']

/**
 * Households by who is in them; together 56 of one, 58 of two, 19 of three, 8 of four, one of six: 267 people, of them 11, 17
 * and 8 children, 141 grown up, 46, 31 and 13 old. The 33 rented homes are those of 47 people from elsewhere.
 */
const HOUSEHOLDS: readonly (readonly [times: number, kind: Kind, bands: readonly AgeBand[]])[] = [
  [8, 'single', ['80+']],
  [11, 'single', ['70-79']],
  [12, 'single', ['60-69']],
  [6, 'single', ['18-59']],
  [19, 'rented', ['18-59']],
  [2, 'couple', ['80+', '80+']],
  [10, 'couple', ['70-79', '70-79']],
  [16, 'couple', ['60-69', '60-69']],
  [16, 'couple', ['18-59', '18-59']],
  [14, 'rented', ['18-59', '18-59']],
  [7, 'family', ['18-59', '18-59', '0-5']],
  [8, 'family', ['18-59', '18-59', '6-13']],
  [4, 'family', ['18-59', '18-59', '14-17']],
  [4, 'family', ['18-59', '18-59', '0-5', '6-13']],
  [4, 'family', ['18-59', '18-59', '6-13', '14-17']],
  [1, 'family', ['18-59', '18-59', '6-13', '60-69', '60-69', '80+']],
]
type Kind = 'single' | 'couple' | 'family' | 'rented'

/** Doors that somebody speaks of in the week, and who has to live there. */
const MEANT: readonly (readonly [door: string, band: AgeBand, size: number])[] = [
  ['1-301', '80+', 1],
  ['1-602', '70-79', 1],
  ['2-402', '70-79', 1],
  ['1-1804', '18-59', 3],
  ['1-203', '60-69', 2],
  ['2-1502', '18-59', 4],
]

export function homes(tenant: TenantId): readonly Home[] {
  const chance = sameChance(20_240_304)
  const names = someNames(chance)
  const left = HOUSEHOLDS.flatMap(([times, kind, bands]) =>
    Array.from({ length: times }, () => ({ kind, bands })),
  )
  const meant = new Map(
    MEANT.map(([door, band, size]) => {
      const index = left.findIndex(
        ({ kind, bands }) => kind !== 'rented' && bands[0] === band && bands.length === size,
      )
      return [door, left.splice(index, 1)[0]!]
    }),
  )
  const rest = [...shuffled(left, chance)]
  return allDoors().map(({ unit, floor, door }): Home => {
    const key = `1-${unit}-${floor}-${door.slice(2)}`
    const home = { key, id: placeId(tenant, key), unit, floor }
    if (door === ACTIVITY_ROOM) return { ...home, use: 'notHome', people: [] }
    if (VACANT.includes(door)) return { ...home, use: 'vacant', people: [] }
    const { kind, bands } = meant.get(door) ?? rest.pop()!
    return { ...home, use: kind === 'rented' ? 'rented' : 'livedIn', people: household(bands, names) }
  })
}

/** `2-1502`: staircase and door, from the bottom up. */
function allDoors(): readonly { unit: 1 | 2; floor: number; door: string }[] {
  return ([1, 2] as const).flatMap((unit) =>
    Array.from({ length: FLOORS * DOORS }, (_, at) => {
      const floor = Math.floor(at / DOORS) + 1
      return { unit, floor, door: `${unit}-${floor * 100 + (at % DOORS) + 1}` }
    }),
  )
}

function household(bands: readonly AgeBand[], names: Names): readonly Person[] {
  const people: Person[] = []
  for (const [index, ageBand] of bands.entries()) {
    const relation = relationOf(index, ageBand)
    const family = relation === 'spouse' || index === 0 ? undefined : people[0]!.name[0]
    people.push({ ...names.next(ageOf(ageBand), family), ageBand, relation })
  }
  return people
}

function relationOf(index: number, band: AgeBand): Relation {
  if (index === 0) return 'head'
  if (index === 1) return 'spouse'
  if (band === '80+') return 'grandparent'
  if (band === '60-69') return 'parent'
  return index % 2 === 0 ? 'son' : 'daughter'
}

function ageOf(band: AgeBand): 'old' | 'grown' | 'young' {
  return band === '18-59' ? 'grown' : Number.parseInt(band, 10) < 18 ? 'young' : 'old'
}
