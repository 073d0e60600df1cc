/** How a window is drawn. Colour never speaks alone: each has its own shape of light and dark. */
export type Light =
  | 'lit' // whole
  | 'half' // lower half
  | 'dusk' // dark
  | 'curtain' // dark with vertical stripes
  | 'hatched' // dashed outline: not a home
  | 'none' // outlined, says nothing

export interface FacadeWindow {
  readonly key: string
  /** 502 */
  readonly label: string
  /** 41天; shown at large size only. */
  readonly sub?: string | undefined
  readonly light: Light
  /** Count in the top right corner. */
  readonly badge?: number | undefined
  /** Heart in the top left corner. */
  readonly care?: boolean | undefined
  /** The heavy frame: selected, or you are here. */
  readonly chosen?: boolean | undefined
  /** A filter leaves it standing, but pale. */
  readonly dim?: boolean | undefined
  /** What a screen reader says of it. */
  readonly name: string
}

/** One storey of a unit. `undefined` is a stretch of wall without a window: it keeps the columns in line. */
interface FacadeFloor {
  readonly label: string
  readonly windows: readonly (FacadeWindow | undefined)[]
}

/** One staircase. Floors from the top down, windows left to right as seen when facing the entrance. */
export interface FacadeUnit {
  readonly label?: string | undefined
  readonly floors: readonly FacadeFloor[]
}

/** One line across the whole building: a floor's windows unit by unit. */
export interface FacadeRow {
  readonly label: string
  readonly units: readonly (readonly (FacadeWindow | undefined)[])[]
}

/**
 * Lines the floors of all units up by their labels, top down. A unit that lacks a floor has bare wall there; every
 * window of every unit is in exactly one row.
 */
export function rowsOf(units: readonly FacadeUnit[]): readonly FacadeRow[] {
  const labels: string[] = []
  for (const unit of units) {
    let at = 0
    for (const { label } of unit.floors) {
      const found = labels.indexOf(label)
      if (found < 0) labels.splice(at, 0, label)
      at = (found < 0 ? at : found) + 1
    }
  }
  return labels.map((label) => ({
    label,
    units: units.map((unit) => {
      const width = widthOf(unit)
      const windows = unit.floors.filter((floor) => floor.label === label).flatMap((floor) => floor.windows)
      return windows.length < width
        ? [...windows, ...Array<undefined>(width - windows.length).fill(undefined)]
        : windows
    }),
  }))
}

/** How many windows stand side by side in a unit. */
export function widthOf(unit: FacadeUnit): number {
  return Math.max(1, ...unit.floors.map((floor) => floor.windows.length))
}

export type Arrow = 'up' | 'down' | 'left' | 'right' | 'home' | 'end'

/**
 * Where the focus goes from a window. Up and down keep the column, or take the nearest window of the next row that has
 * one. Undefined: there is nothing further that way.
 */
export function stepFrom(rows: readonly FacadeRow[], from: string, arrow: Arrow): string | undefined {
  const lines = rows.map((row) => row.units.flat())
  const y = lines.findIndex((line) => line.some((one) => one?.key === from))
  const line = lines[y]
  if (!line) return undefined
  const x = line.findIndex((one) => one?.key === from)
  if (arrow === 'home') return line.find((one) => one)?.key
  if (arrow === 'end') return line.reduce((last, one) => one ?? last)?.key
  if (arrow === 'left') return line.slice(0, x).reduce((last, one) => one ?? last, undefined)?.key
  if (arrow === 'right') return line.slice(x + 1).find((one) => one)?.key
  const further = arrow === 'up' ? lines.slice(0, y).reverse() : lines.slice(y + 1)
  for (const next of further) {
    const near = nearest(next, x)
    if (near) return near.key
  }
  return undefined
}

function nearest(line: readonly (FacadeWindow | undefined)[], x: number): FacadeWindow | undefined {
  for (let off = 0; off < line.length; off += 1) {
    const found = line[x - off] ?? line[x + off]
    if (found) return found
  }
  return undefined
}
