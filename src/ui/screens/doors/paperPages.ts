import type { Elevation, Staircase } from '#domain/doors/elevation.ts'
import { type FacadeRow, type FacadeUnit, type FramedRow, framed, rowsOf } from '#ui/parts/facade/model.ts'

/** One A4 of a building: some units, some of their floors, and of a wide unit some of its doors. */
export interface PaperPage {
  readonly units: readonly { readonly label: string; readonly columns: number }[]
  readonly rows: readonly FramedRow[]
  /** Whether the floors of these units go on on another page. */
  readonly ofMore: boolean
  /** Of a unit with more doors on a floor than a page is wide: the first and the last here, from 1. */
  readonly doors?: readonly [from: number, to: number]
}

/** A number and its box need so much room that no more of them stand side by side, or floors one over the other. */
const ACROSS = 12
const DOWN = 34

/**
 * The pages of a building. Only places are looked at: nothing that is written down about anybody can get onto them, and an
 * empty home looks like any other.
 */
export function paperPages({ units }: Elevation): readonly PaperPage[] {
  const pages: PaperPage[] = []
  for (const group of groupsOf(units)) {
    const drawn = group.map(windowsOf)
    const rows = rowsOf(drawn)
    const columns = Math.max(...group.map((unit) => unit.columns))
    const across = group.length > 1 ? columns : Math.ceil(columns / Math.ceil(columns / ACROSS))
    for (let from = 0; from < columns; from += across)
      for (const { first, count } of cutInto(rows)) {
        const frame = group.length > 1 ? { first, count } : { first, count, from, across }
        const shown = framed(rows, frame)
        pages.push({
          units: group.map((unit, nth) => ({
            label: unit.label,
            columns: shown[0]?.units[nth]?.length ?? 0,
          })),
          rows: shown,
          ofMore: count < rows.length,
          ...(across < columns &&
            group.length === 1 && { doors: [from + 1, Math.min(columns, from + across)] }),
        })
      }
  }
  return pages
}

/** As many units beside each other as a page is wide. */
function groupsOf(units: readonly Staircase[]): readonly (readonly Staircase[])[] {
  const groups: Staircase[][] = []
  for (const unit of units) {
    const last = groups.at(-1)
    const wide = (last ?? []).reduce((sum, one) => sum + one.columns, unit.columns)
    if (last && wide <= ACROSS) last.push(unit)
    else groups.push([unit])
  }
  return groups
}

/** Equal parts of the floors; a home over two of them is not cut. */
function cutInto(rows: readonly FacadeRow[]): readonly { readonly first: number; readonly count: number }[] {
  const share = Math.ceil(rows.length / Math.ceil(rows.length / DOWN))
  const parts: { first: number; count: number }[] = []
  for (let first = 0; first < rows.length;) {
    let end = Math.min(rows.length, first + share)
    const cuts = () =>
      rows[end]?.line.some((one, column) => one && rows[end - 1]!.line[column]?.key === one.key)
    while (end > first + 1 && cuts()) end -= 1
    parts.push({ first, count: end - first })
    first = end
  }
  return parts
}

function windowsOf(unit: Staircase): FacadeUnit {
  return {
    label: unit.label,
    floors: unit.storeys.map((storey) => ({
      label: storey.label,
      windows: storey.doors.map((place) => {
        if (!place) return undefined
        const home = place.use !== 'notHome' && place.use !== 'shop' && place.use !== 'stilt'
        return {
          key: place.id,
          label: place.label,
          name: place.label,
          light: home ? 'none' : 'hatched',
          floors: unit.tall.get(place.id),
        }
      }),
    })),
  }
}
