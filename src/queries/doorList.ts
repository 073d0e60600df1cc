import type { RecordId } from '#domain/ids.ts'
import type { Place } from '#domain/places.ts'
import type { Freshness } from '#domain/settings.ts'
import { type Filter, found, passes } from './doorFilters.ts'
import { buildingsOf } from './buildings.ts'
import { type Door, doorTeller, elevations } from './doors.ts'
import { peopleBehind } from './behind.ts'
import { once } from './once.ts'
import type { Reader } from './reader.ts'

/** A door in the list of the compound: where it stands, and what is told of it without who lives there. */
export interface ListedDoor {
  readonly building: Place
  readonly unit: string
  readonly unitId: RecordId
  readonly floor: string
  readonly door: Door
}

export interface DoorList {
  /** Building by building, unit by unit, from the top floor down. */
  readonly doors: readonly ListedDoor[]
  readonly counts: Readonly<Record<Filter, number>>
}

/**
 * All doors of all buildings the reader may see, in the order in which the façades show them. Names are asked for one by
 * one, of the doors that are in sight: `peopleBehind`.
 */
export function doorList(reader: Reader, today: string, freshness: Freshness): DoorList {
  return lists(reader, [today, freshness.lit, freshness.half].join(' '))
}

const lists = once((reader: Reader, asked: string): DoorList => {
  const [today = '', lit, half] = asked.split(' ')
  const tell = doorTeller(reader, today, { lit: Number(lit), half: Number(half) })
  const doors: ListedDoor[] = []
  for (const building of buildingsOf(reader))
    for (const unit of elevations(reader.tree, building.id)?.units ?? [])
      for (const storey of unit.storeys)
        for (const place of storey.doors)
          if (place)
            doors.push({
              building,
              unit: unit.label,
              unitId: unit.id,
              floor: storey.label,
              door: tell(place, unit.label),
            })
  return { doors, counts: found(doors.map(({ door }) => door)) }
})

/** Those of a list that a filter finds. */
export function listedBy(list: DoorList, filter: Filter): readonly ListedDoor[] {
  return filter === 'all' ? list.doors : kept(list, filter)
}

const kept = once((list: DoorList, filter: string) =>
  list.doors.filter(({ door }) => passes(door, filter as Filter)),
)

/** The same door with the name of who lives there first. */
export function named(reader: Reader, door: Door): Door {
  const name = peopleBehind(reader, door.id)[0]?.name
  return name === undefined ? door : { ...door, name }
}
