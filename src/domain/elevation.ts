import type { RecordId } from './ids.ts'
import type { Place, PlaceTree } from './places.ts'

/** One floor of a unit. `undefined` is wall: on this floor the column has no door. */
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
}

export interface Elevation {
  readonly building: Place
  readonly units: readonly Staircase[]
}

const MOST_COLUMNS = 8

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
    else if (doors.length > 0) floors.push({ id: child.id, label: child.label, order: child.order, doors })
  }
  if (direct.length > 0) floors.push({ id: unit.id, label: '', order: 0, doors: direct })
  floors.sort((a, b) => b.order - a.order)

  const place = columnsOf(floors.map((floor) => floor.doors))
  const storeys = floors.map((floor) => ({ id: floor.id, label: floor.label, doors: place(floor.doors) }))
  const columns = Math.max(1, ...storeys.map((storey) => storey.doors.length))
  return { id: unit.id, label: unit.label, storeys, columns }
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
  if (doubled || orders.length > Math.max(widest, MOST_COLUMNS)) return (doors) => doors
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
  const { storeys } = found.unit
  const line = storeys[found.row]?.doors ?? []
  const column = line.findIndex((one) => one?.id === door)
  const above = storeys[found.row - 1]?.doors[column]
  const below = storeys[found.row + 1]?.doors[column]
  const left = line
    .slice(0, column)
    .filter((one) => one)
    .at(-1)
  const right = line.slice(column + 1).find((one) => one)
  return { ...(above && { above }), ...(below && { below }), ...(left && { left }), ...(right && { right }) }
}
