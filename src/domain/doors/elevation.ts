import type { RecordId } from '#domain/ids.ts'
import type { Place, PlaceTree } from '#domain/places.ts'

/** One floor of a unit. `undefined` is wall, or the upper part of a home below: on this floor the column has no door. */
interface Storey {
  /** The floor's place; the unit's own where doors hang on it directly. */
  readonly id: RecordId
  readonly label: string
  readonly doors: readonly (Place | undefined)[]
}

/** One staircase of a building, as seen when facing its entrance. */
export interface Staircase {
  readonly id: RecordId
  readonly label: string
  /** From the top down. */
  readonly storeys: readonly Storey[]
  /** Doors side by side on the widest floor. */
  readonly columns: number
  /** 跃层: how many storeys a home takes, upwards from the one its door is on; homes of one storey are not in it. */
  readonly tall: ReadonlyMap<RecordId, number>
}

export interface Elevation {
  readonly building: Place
  readonly units: readonly Staircase[]
}

/**
 * Lays a building out from its place records. Floors may lack numbers (4, 13, 14) and doors; whatever hangs below the
 * building as a dwelling is in it exactly once, also where a unit or floor record is not here.
 */
export function layOut(tree: PlaceTree, building: Place): Elevation {
  const units: Staircase[] = []
  // A tree that somebody edited into a circle still ends.
  const seen = new Set<RecordId>([building.id])
  const below = (place: Place): readonly Place[] => {
    if (place.voided || seen.has(place.id)) return []
    seen.add(place.id)
    const own = place.what === 'dwelling' ? [place] : []
    return [...own, ...tree.children(place.id).flatMap(below)]
  }
  const loose: Place[] = []
  for (const child of tree.children(building.id)) {
    if (child.voided) continue
    if (child.what === 'unit') units.push(staircase(child, tree.children(child.id), below))
    else loose.push(child)
  }
  units.push(staircase(building, loose, below))
  return { building, units: units.filter((unit) => unit.storeys.length > 0) }
}

function staircase(
  unit: Place,
  children: readonly Place[],
  below: (place: Place) => readonly Place[],
): Staircase {
  const floors: { id: RecordId; label: string; order: number; doors: readonly Place[] }[] = []
  const direct: Place[] = []
  for (const child of children) {
    const doors = below(child)
    if (child.what === 'dwelling') direct.push(...doors)
    else if (doors.length > 0 || (child.what === 'floor' && !child.voided))
      floors.push({ id: child.id, label: child.label, order: child.order, doors })
  }
  if (direct.length > 0) floors.push({ id: unit.id, label: '', order: 0, doors: direct })
  floors.sort((a, b) => b.order - a.order)

  const place = columnsOf(floors.map((floor) => floor.doors))
  const lines = floors.map((floor) => ({ id: floor.id, label: floor.label, doors: place(floor.doors) }))
  const { storeys, tall } = raised(lines)
  const columns = Math.max(1, ...storeys.map((storey) => storey.doors.length))
  return { id: unit.id, label: unit.label, storeys, columns, tall }
}

/**
 * Gives homes over several floors the wall above their door. Where the floor above has another door there, or there is
 * none, nobody wrote that upper floor down: it is put in, with the label of the floor below and 上.
 */
function raised(lines: readonly Storey[]): Pick<Staircase, 'storeys' | 'tall'> {
  const up = [...lines].reverse().map((storey) => ({ storey, over: new Map<number, RecordId>() }))
  for (let row = 0; row < up.length; row += 1) {
    for (const [column, door] of up[row]!.storey.doors.entries()) {
      if (!door) continue
      for (let more = 1; more < (door.spans ?? 1); more += 1) {
        const above = up[row + more]
        if (!above || above.storey.doors[column] || above.over.has(column)) {
          const { storey, over } = up[row + more - 1]!
          // What goes up past it on both sides goes through it.
          const through = [...(above?.over ?? [])].filter(
            ([at, id]) => over.get(at) === id || storey.doors[at]?.id === id,
          )
          up.splice(row + more, 0, {
            storey: { id: storey.id, label: `${storey.label}上`, doors: storey.doors.map(() => undefined) },
            over: new Map(through),
          })
        }
        up[row + more]!.over.set(column, door.id)
      }
    }
  }
  const tall = new Map<RecordId, number>()
  for (const { over } of up) for (const id of over.values()) tall.set(id, (tall.get(id) ?? 1) + 1)
  // A floor where nobody has a door is drawn for a home that goes up into it only.
  const drawn = up.filter(({ storey, over }) => over.size > 0 || storey.doors.some((door) => door))
  return { storeys: drawn.map(({ storey }) => storey).reverse(), tall }
}

/**
 * Doors stand in line when their orders count doors (1–4 on each floor). Where orders count something else, each floor
 * simply starts on the left.
 */
function columnsOf(
  floors: readonly (readonly Place[])[],
): (doors: readonly Place[]) => readonly (Place | undefined)[] {
  const orders = [...new Set(floors.flatMap((doors) => doors.map((door) => door.order)))].sort(
    (a, b) => a - b,
  )
  const doubled = floors.some((doors) => new Set(doors.map((door) => door.order)).size < doors.length)
  const widest = Math.max(0, ...floors.map((doors) => doors.length))
  if (doubled || orders.length > widest + Math.max(2, widest / 2)) return (doors) => doors
  return (doors) => orders.map((order) => doors.find((door) => door.order === order))
}

/** All dwellings of a building, in no promised order. */
export function doorsOf(elevation: Elevation): readonly Place[] {
  return elevation.units.flatMap(walk)
}

/** The way of a visit: from the top floor down, left to right on each. */
export function walk(unit: Staircase): readonly Place[] {
  return unit.storeys.flatMap((storey) => storey.doors.flatMap((door) => (door ? [door] : [])))
}

/** Where a door is: its unit and the line of its floor, counted from the top. */
export function findDoor(elevation: Elevation, door: RecordId): { unit: Staircase; row: number } | undefined {
  for (const unit of elevation.units) {
    const row = unit.storeys.findIndex((storey) => storey.doors.some((one) => one?.id === door))
    if (row >= 0) return { unit, row }
  }
  return undefined
}

export interface Neighbours {
  readonly above?: Place
  readonly below?: Place
  readonly left?: Place
  readonly right?: Place
}

/** Who lives around a door: the same column above and below, the next doors of the floor. */
export function neighbours(elevation: Elevation, door: RecordId): Neighbours {
  const found = findDoor(elevation, door)
  if (!found) return {}
  const { unit, row } = found
  const line = unit.storeys[row]?.doors ?? []
  const column = line.findIndex((one) => one?.id === door)
  const above = standingAt(unit, row - (unit.tall.get(door) ?? 1), column)
  const below = standingAt(unit, row + 1, column)
  const left = line
    .slice(0, column)
    .filter((one) => one)
    .at(-1)
  const right = line.slice(column + 1).find((one) => one)
  return { ...(above && { above }), ...(below && { below }), ...(left && { left }), ...(right && { right }) }
}

/** The home at a place of the wall, also where only its upper floor is there. */
function standingAt({ storeys, tall }: Staircase, row: number, column: number): Place | undefined {
  for (let at = row; at >= 0 && at < storeys.length; at += 1) {
    const door = storeys[at]?.doors[column]
    if (door) return (tall.get(door.id) ?? 1) > at - row ? door : undefined
  }
  return undefined
}
