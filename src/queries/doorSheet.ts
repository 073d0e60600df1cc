import { layOut } from '#domain/doors/elevation.ts'
import type { Feedback } from '#domain/feedback/feedback.ts'
import type { RecordId } from '#domain/ids.ts'
import { type Place, whereOf } from '#domain/places.ts'
import { type Visit, visitDay } from '#domain/doors/visit.ts'
import { peopleByDoor } from './behind.ts'
import type { Reader } from './reader.ts'

/** One door of the list on paper. */
export interface PaperDoor {
  readonly door: Place
  /** Who lives here, where the list was asked for with names and the reader may print them. */
  readonly names: readonly string[]
}

export interface PaperFloor {
  readonly id: RecordId
  readonly unit: string
  readonly label: string
  readonly doors: readonly PaperDoor[]
}

/** A unit whose doors somebody goes round, and what it is called: 1栋 2单元. */
export interface PaperUnit {
  readonly id: RecordId
  readonly where: string
  readonly floors: readonly PaperFloor[]
}

/** The units with doors whose visits the person may read, in the compound's order. */
export function paperUnits(reader: Reader): readonly PaperUnit[] {
  const told = (door: Place | undefined): door is Place =>
    door !== undefined && door.use !== 'notHome' && reader.reads('visits', door.id)
  return reader
    .all<Place>('place')
    .filter((place) => place.what === 'building')
    .sort((a, b) => a.order - b.order || (a.key < b.key ? -1 : 1))
    .flatMap((building) =>
      layOut(reader.tree, building).units.map((unit) => ({
        id: unit.id,
        where: whereOf(unit.id, reader.tree),
        floors: unit.storeys.flatMap((storey) => {
          // Empty homes stand among the others: what lies on a stair must not say which they are.
          const doors = storey.doors.filter(told).map((door) => ({ door, names: [] }))
          return doors.length > 0 ? [{ id: storey.id, unit: unit.label, label: storey.label, doors }] : []
        }),
      })),
    )
    .filter(({ floors }) => floors.length > 0)
}

/** The same list with who lives behind each door. Undefined: names on paper are the office's alone. */
export function withNames(reader: Reader, unit: PaperUnit): PaperUnit | undefined {
  if (!reader.reads('looks', unit.id)) return undefined
  const people = peopleByDoor(reader)
  return {
    ...unit,
    floors: unit.floors.map((floor) => ({
      ...floor,
      doors: floor.doors.map(({ door }) => ({
        door,
        names: (people.get(door.id) ?? []).map((one) => one.name),
      })),
    })),
  }
}

/** A page holds so many rows; a floor's name takes one of them, and stands again where its floor goes on. */
export function pagesOf(unit: PaperUnit, rows: number): readonly (readonly PaperFloor[])[] {
  const pages: PaperFloor[][] = [[]]
  let left = rows
  for (const floor of unit.floors) {
    let doors = floor.doors
    // A floor that fits on a page of its own is not torn.
    if (doors.length + 1 > left && doors.length + 1 <= rows) {
      pages.push([])
      left = rows
    }
    while (doors.length > 0) {
      if (left < 2) {
        pages.push([])
        left = rows
      }
      const here = doors.slice(0, left - 1)
      pages.at(-1)?.push({ ...floor, doors: here })
      left -= here.length + 1
      doors = doors.slice(here.length)
    }
  }
  return pages.filter((page) => page.length > 0)
}

/** What I wrote down of a day behind each door: of several knocks the last one. */
export function myVisitsOf(reader: Reader, day: string): ReadonlyMap<RecordId, Visit> {
  const found = new Map<RecordId, Visit>()
  for (const visit of reader.all<Visit>('visit')) {
    if (visit.author !== reader.me || visitDay(visit) !== day) continue
    const other = found.get(visit.place)
    if (!other || other.at < visit.at) found.set(visit.place, visit)
  }
  return found
}

/** What I typed back of some doors and a day, visits and the remarks made of them: what 撤回 takes. */
export function typedOf(reader: Reader, doors: readonly RecordId[], day: string): readonly RecordId[] {
  const visits = reader
    .all<Visit>('visit')
    .filter((one) => one.author === reader.me && one.on === day && doors.includes(one.place))
    .map((one) => one.id)
  const remarks = reader
    .all<Feedback>('feedback')
    .filter((one) => one.author === reader.me && one.visit !== undefined && visits.includes(one.visit))
    .map((one) => one.id)
  return [...visits, ...remarks]
}
