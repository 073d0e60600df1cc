import type { List } from '#domain/formMap.ts'
import type { RecordId, TenantId } from '#domain/ids.ts'
import type { PlaceTree } from '#domain/places.ts'
import type { Group } from '#domain/roles.ts'
import type { View } from '#store/view.ts'
import type { Reader } from '#queries/reader.ts'

/** One of a list of choices, which a screen puts into words; `of` names the list. */
export interface Choice {
  readonly of: string
  readonly value: string
}

/** What stands in one cell: a name, day or own words as text, a count, a choice or several, or nothing. */
export type Value = string | number | undefined | Choice | readonly Choice[]

/** Who asks, for which days (`YYYY-MM-DD` in Shanghai, both included), and when that is. */
export interface Asking {
  readonly view: View
  readonly reader: Reader
  readonly tenant: TenantId
  readonly compound: RecordId
  readonly from: string
  readonly to: string
  /** ISO instant. */
  readonly now: string
  /** 内部: with doors, own words and names, as far as the reader may see them. Without it the table may hang on a wall. */
  readonly internal: boolean
}

/**
 * What a column may hold: `open` may hang on a wall; `inside` is a door, somebody's own words or who of the team did it;
 * `names` is a resident's name or phone.
 */
export type Hold = 'open' | 'inside' | 'names'

interface Column<Row> {
  readonly id: string
  readonly holds: Hold
  value(row: Row, asking: Asking): Value
}

/** One list of ours as a table: its columns in their usual order, and its rows. */
export interface ExportTable {
  readonly list: List
  readonly group: Group
  readonly columns: readonly { readonly id: string; readonly holds: Hold }[]
  /** One line for each row and one value for each column that is asked for; one that is not there, or may not be here, is empty. */
  lines(asking: Asking, columns: readonly string[]): readonly (readonly Value[])[]
}

export function exportTable<Row>(
  list: List,
  group: Group,
  columns: readonly Column<Row>[],
  rowsOf: (asking: Asking) => readonly Row[],
): ExportTable {
  const byId = new Map(columns.map((one) => [one.id, one]))
  return {
    list,
    group,
    columns: columns.map(({ id, holds }) => ({ id, holds })),
    lines: (asking, wanted) => {
      const asked = wanted.map((id) => byId.get(id))
      return rowsOf(asking).map((row) =>
        asked.map((column) =>
          column && (asking.internal || column.holds === 'open') ? column.value(row, asking) : undefined,
        ),
      )
    },
  }
}

/** For columns in a row: `open('day', …)`. */
export const column =
  (holds: Hold) =>
  <Row>(id: string, value: (row: Row, asking: Asking) => Value): Column<Row> => ({ id, holds, value })

/** Where it was, no nearer than a floor: 1栋 2单元 12楼. */
export function publicWhere(place: RecordId, tree: PlaceTree): string {
  return tree
    .path(place)
    .filter((one) => one.what !== 'compound' && one.what !== 'dwelling')
    .map((one) => one.label)
    .join(' ')
}

/** The label of the nearest place of a kind on the way to a place; empty where there is none. */
export function labelOf(place: RecordId, what: 'building' | 'unit' | 'dwelling', tree: PlaceTree): string {
  return tree.path(place).find((one) => one.what === what)?.label ?? ''
}

const SHANGHAI_MS = 8 * 3_600_000

/** Clock time in Shanghai, `07:05`. */
export function timeOf(instant: string): string {
  return new Date(Date.parse(instant) + SHANGHAI_MS).toISOString().slice(11, 16)
}
