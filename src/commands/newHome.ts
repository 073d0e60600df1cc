import { doorKey, doorOrder, type DoorParts } from '#domain/doorKey.ts'
import type { RecordId } from '#domain/ids.ts'
import { idForKey, type Place } from '#domain/places.ts'
import { type Result, refused } from '#domain/result.ts'
import type { Context, Done } from './context.ts'

/** Where a home that is not there yet would stand. */
export interface NewHome {
  readonly id: RecordId
  readonly key: string
  readonly label: string
  readonly order: number
  readonly floor: Place
}

/**
 * The home that a whole door means, on a floor that is there. `one` building or unit need not be said. Refused `notPossible`: no whole
 * door, no such floor, or the home is there already.
 */
export function newHome(ctx: Context, parts: DoorParts): Result<NewHome, 'notPossible'> {
  const places = ctx.view.all<Place>('place').filter((one) => !one.voided)
  const only = (what: Place['what'], within: string) => {
    const there = places.filter((one) => one.what === what && one.key.startsWith(within))
    return there.length === 1 ? there[0]!.key.slice(within.length) : undefined
  }
  const building = parts.building ?? only('building', '')
  const unit = parts.unit ?? (building === undefined ? undefined : only('unit', `${building}-`))
  const { floor: level, door } = parts
  if (building === undefined || unit === undefined || level === undefined || door === undefined)
    return refused('notPossible')
  const floor = places.find((one) => one.what === 'floor' && one.key === `${building}-${unit}-${level}`)
  const key = doorKey({ building, unit, floor: level, door })
  // A home that had this number before keeps its own id: nobody's old file appears behind the new door.
  const id = idForKey(ctx.tenant, key, (one) => ctx.view.get<Place>(one))
  if (!floor || ctx.view.get(id)) return refused('notPossible')
  return { ok: true, value: { id, key, label: door, order: doorOrder({ floor: level, door }), floor } }
}

/** Enters it between its neighbours, in the order a roster gives to doors. */
export function addHome(ctx: Context, { id, key, label, order, floor }: NewHome): Promise<Done> {
  return ctx.commit([
    {
      record: id,
      name: 'place.enter',
      v: 1,
      args: { what: 'dwelling', parent: floor.id, key, label, order },
    },
  ])
}
