/** How a window is drawn. Colour never speaks alone: each has its own shape of light and dark. */
export type Light =
  | 'lit' // whole
  | 'half' // lower half
  | 'dusk' // dark
  | 'curtain' // dark with vertical stripes
  | 'hatched' // dashed outline: not a home
  | 'shop' // an awning over an open front
  | 'stilt' // open between pillars
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
  /** How many floors it takes, upwards from its own; one where it is not said. */
  readonly floors?: number | undefined
  /** It stands for its whole floor. */
  readonly whole?: boolean | undefined
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

/** One line across the whole building: a floor's windows unit by unit. A window of several rows stands in its lowest. */
export interface FacadeRow {
  /** Its own in the building. */
  readonly key: string
  readonly label: string
  readonly units: readonly (readonly (FacadeWindow | undefined)[])[]
  /** The same line from end to end, with the windows that come up into it from rows below. */
  readonly line: readonly (FacadeWindow | undefined)[]
}

/**
 * Lines the floors of all units up by their labels, top down. A unit that lacks a floor has bare wall there; every
 * window of every unit is in exactly one row.
 */
export function rowsOf(units: readonly FacadeUnit[]): readonly FacadeRow[] {
  const keyed = units.map(({ floors }) => keysOf(floors.map((floor) => floor.label)))
  const keys: string[] = []
  const seen = new Map<string, string>()
  for (const [unit, { floors }] of units.entries()) {
    let at = 0
    for (const [floor, key] of keyed[unit]!.entries()) {
      const found = seen.has(key) ? keys.indexOf(key) : -1
      if (found < 0) {
        keys.splice(at, 0, key)
        seen.set(key, floors[floor]!.label)
      }
      at = (found < 0 ? at : found) + 1
    }
  }
  const rowOf = new Map(keys.map((key, row) => [key, row]))
  const rows = keys.map((key) => ({
    key,
    label: seen.get(key)!,
    units: units.map((unit) => Array<FacadeWindow | undefined>(widthOf(unit)).fill(undefined)),
    line: Array<FacadeWindow | undefined>(units.reduce((sum, unit) => sum + widthOf(unit), 0)).fill(
      undefined,
    ),
  }))
  let left = 0
  for (const [index, unit] of units.entries()) {
    const ofUnit = keyed[index]!.map((key) => rowOf.get(key)!)
    for (const [floor, { windows }] of unit.floors.entries()) {
      const row = ofUnit[floor]!
      for (const [column, window] of windows.entries()) {
        if (!window) continue
        const top = ofUnit[Math.max(0, floor - (window.floors ?? 1) + 1)]!
        rows[row]!.units[index]![column] = window
        for (let up = top; up <= row; up += 1) rows[up]!.line[left + column] = window
      }
    }
    left += widthOf(unit)
  }
  return rows
}

/** Labels that come twice in a unit are two floors. */
function keysOf(labels: readonly string[]): readonly string[] {
  const times = new Map<string, number>()
  return labels.map((label) => {
    const before = times.get(label) ?? 0
    times.set(label, before + 1)
    return before === 0 ? label : `${label} ${before + 1}`
  })
}

/** Part of a building: so many rows from the first, so many columns of each unit. */
export interface FacadeFrame {
  readonly first: number
  readonly count: number
  readonly from?: number
  readonly across?: number
}

/** What is drawn at one place of the wall: a window from its top row that is seen on, `more` of the one above, or wall. */
export type FacadeCell =
  | { readonly window: FacadeWindow; readonly rows: number; readonly column: number }
  | 'more'
  | undefined

export interface FramedRow {
  readonly key: string
  readonly label: string
  /** Its number in the building, from the top, from 0. */
  readonly row: number
  readonly units: readonly (readonly FacadeCell[])[]
}

/** The rows and columns of a frame; of a window that goes beyond it, the rows that are seen. Columns count through all units. */
export function framed(rows: readonly FacadeRow[], frame: FacadeFrame): readonly FramedRow[] {
  const { first, count, from = 0, across } = frame
  const end = Math.min(rows.length, first + count)
  return rows.slice(first, end).map(({ key, label, units, line }, index) => {
    const row = first + index
    let left = 0
    return {
      key,
      label,
      row,
      units: units.map((windows) => {
        const at = left
        left += windows.length
        return windows
          .slice(from, across === undefined ? undefined : from + across)
          .map((_, nth): FacadeCell => {
            const column = at + from + nth
            const window = line[column]
            if (!window) return undefined
            const isHere = (other: number) => rows[other]?.line[column]?.key === window.key
            if (row > first && isHere(row - 1)) return 'more'
            let seen = 1
            while (row + seen < end && isHere(row + seen)) seen += 1
            return { window, rows: seen, column }
          })
      }),
    }
  })
}

/** How many windows stand side by side in a unit. */
export function widthOf(unit: FacadeUnit): number {
  return Math.max(1, ...unit.floors.map((floor) => floor.windows.length))
}

export type Arrow =
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'home'
  | 'end'
  | 'pageUp'
  | 'pageDown'
  | 'top'
  | 'bottom'

/**
 * Where the focus goes from a window. Up and down keep the column, or take the nearest window of the next row that has
 * one; a page is so many rows. Undefined: there is nothing further that way.
 */
export function stepFrom(
  rows: readonly FacadeRow[],
  from: string,
  arrow: Arrow,
  page = 1,
): string | undefined {
  const lines = rows.map((row) => row.line)
  const y = rows.findIndex((row) => row.units.some((unit) => unit.some((one) => one?.key === from)))
  const line = lines[y]
  if (!line) return undefined
  const x = line.findIndex((one) => one?.key === from)
  const other = (one: FacadeWindow | undefined) => one !== undefined && one.key !== from
  switch (arrow) {
    case 'home':
      return line.find((one) => one)?.key
    case 'end':
      return line.findLast((one) => one)?.key
    case 'left':
      return line.slice(0, x).findLast(other)?.key
    case 'right':
      return line.slice(x + 1).find(other)?.key
    case 'top':
      return lines.find((one) => one.some(other))?.find((one) => one)?.key
    case 'bottom':
      return lines.findLast((one) => one.some(other))?.findLast((one) => one)?.key
    default: {
      const up = arrow === 'up' || arrow === 'pageUp'
      const paged = arrow === 'pageUp' || arrow === 'pageDown'
      const further = up ? lines.slice(0, y).reverse() : lines.slice(y + 1)
      // Beyond the rows that are the window's own there is nothing to find in them.
      const open = further.filter((one) => one[x]?.key !== from && one.some(other))
      const far = paged ? open[Math.min(page, open.length) - 1] : open[0]
      return far && nearest(far, x)?.key
    }
  }
}

function nearest(line: readonly (FacadeWindow | undefined)[], x: number): FacadeWindow | undefined {
  for (let off = 0; off < line.length; off += 1) {
    const found = line[x - off] ?? line[x + off]
    if (found) return found
  }
  return undefined
}
