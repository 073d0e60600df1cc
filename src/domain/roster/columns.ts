import { fieldOfContents, isDoor, shareOf } from './contents.ts'
import {
  type Column,
  fieldOf,
  findHeadings,
  type Headings,
  isOfOthers,
  plainHeading,
  type RosterField,
} from './headings.ts'
import { cleaned } from '#domain/text.ts'

/** What somebody says a column is; `ignore`: nothing that enters. */
export type ColumnChoice = RosterField | 'ignore'
/** By the number of the column, from 0. It goes before every guess. */
export type SheetMapping = Readonly<Record<number, ColumnChoice>>
/** By the name of the sheet; '' where the file has no names for them. */
export type Mapping = Readonly<Record<string, SheetMapping>>
/** What was said of columns before, by what stands over them (`plainHeading`). */
export type Remembered = Readonly<Record<string, ColumnChoice>>

/** A column as somebody looks at it before it enters. */
export interface ColumnSeen {
  readonly column: number
  /** '' where nothing stands over it. */
  readonly heading: string
  /** Up to three that differ, in their order. */
  readonly samples: readonly string[]
  /** What it is read as; undefined: it is not read. */
  readonly field: RosterField | undefined
  readonly by: 'heading' | 'contents' | 'person' | 'nothing'
}

/** What is known of the columns of one sheet. */
export interface ColumnsRead {
  /** Undefined: no rows of this sheet are read. */
  readonly headings: Headings | undefined
  readonly columns: readonly ColumnSeen[]
}

type Rows = readonly (readonly string[])[]

/** No headings are looked for below. */
const HEAD_ROWS = 30
/** As many rows below the headings say what a column is. */
const BODY_ROWS = 300
const SAMPLES = 3
const SAMPLE_LENGTH = 24

/**
 * What each column of a sheet is: by what a person said, else by its heading where its contents do not speak against
 * it, else by its contents. `rows` may hold signs nobody sees.
 */
export function readColumns(rows: Rows, said: SheetMapping = {}): ColumnsRead {
  const top = rows.slice(0, HEAD_ROWS + BODY_ROWS).map((row) => row.map(cleaned))
  const head = headOf(top)
  const values = valuesOf(top.slice(head.last + 1), head.texts.length)
  const fields = fieldsOf(head, values, said)
  const columns = values.map((of, column): ColumnSeen => {
    const field = fields.get(column)
    return {
      column,
      heading: (head.texts[column] ?? '').trim(),
      samples: [...new Set(of)].slice(0, SAMPLES).map((one) => one.slice(0, SAMPLE_LENGTH)),
      field: field?.field,
      by: field?.by ?? 'nothing',
    }
  })
  const seen = columns.filter(({ heading, samples }) => heading !== '' || samples.length > 0)
  return { columns: seen, headings: read(top, head, columns) }
}

/** For the columns of another file: what was said of columns with the same heading; two of one name are not told apart. */
export function mappingFor(headings: readonly string[], remembered: Remembered): SheetMapping {
  const plain = headings.map(plainHeading)
  const mapping: Record<number, ColumnChoice> = {}
  for (const [column, heading] of plain.entries()) {
    const choice = Object.hasOwn(remembered, heading) ? remembered[heading] : undefined
    if (choice !== undefined && heading !== '' && plain.indexOf(heading) === plain.lastIndexOf(heading))
      mapping[column] = choice
  }
  return mapping
}

/** What a person said of this sheet's columns, added to what was remembered; of columns without a heading nothing is. */
export function rememberedOf(
  columns: readonly ColumnSeen[],
  said: SheetMapping,
  before: Remembered = {},
): Remembered {
  const all = columns.flatMap(({ column, heading }): [string, ColumnChoice][] => {
    const choice = said[column]
    return choice === undefined || plainHeading(heading) === '' ? [] : [[plainHeading(heading), choice]]
  })
  return { ...before, ...Object.fromEntries(all) }
}

interface Head {
  readonly row: number
  readonly last: number
  readonly texts: readonly string[]
}

/** The row of headings, as far as it can be told without the contents; else the rows above the first that says a door. */
function headOf(rows: Rows): Head {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  const known = findHeadings(rows.slice(0, HEAD_ROWS)) ?? findHeadings(rows.slice(0, HEAD_ROWS), true)
  const texts = (from: readonly string[]) => Array.from({ length: width }, (_, column) => from[column] ?? '')
  if (known) return { row: known.row, last: known.last, texts: texts(known.texts) }
  const first = rows.findIndex((row) => row.filter((cell) => cell !== '').length > 1 && row.some(isDoor))
  const above = rows[first - 1] ?? []
  if (first > 0 && isHead(above)) return { row: first - 1, last: first - 1, texts: texts(above) }
  const from = Math.max(0, first)
  return { row: from, last: from - 1, texts: texts([]) }
}

/** Several short words and no number: headings nobody has heard of. */
function isHead(cells: readonly string[]): boolean {
  const said = cells.filter((cell) => cell.trim() !== '')
  return said.length > 1 && said.every((cell) => cell.length <= 12 && !/\d{2}/.test(cell))
}

function valuesOf(body: Rows, width: number): readonly (readonly string[])[] {
  return Array.from({ length: width }, (_, column) =>
    body.map((row) => (row[column] ?? '').trim()).filter((value) => value !== ''),
  )
}

type Known = ReadonlyMap<
  number,
  { readonly field: RosterField; readonly by: 'heading' | 'contents' | 'person' }
>

function fieldsOf(head: Head, values: readonly (readonly string[])[], said: SheetMapping): Known {
  const known = new Map<number, { field: RosterField; by: 'heading' | 'contents' | 'person' }>()
  const taken = new Set<RosterField>()
  const take = (column: number, field: RosterField, by: 'heading' | 'contents' | 'person') => {
    if (taken.has(field) || known.has(column) || (by !== 'person' && said[column] !== undefined)) return
    known.set(column, { field, by })
    taken.add(field)
  }
  for (const [column, choice] of Object.entries(said))
    if (choice !== 'ignore' && Number(column) < values.length) take(Number(column), choice, 'person')

  const contents = values.map((of) => fieldOfContents(of))
  const spoken = head.texts.map(fieldOf)
  // Of two columns with the heading of a door the one is taken whose cells are doors; the first where both are.
  const good = (column: number, field: RosterField) => (shareOf(field, values[column] ?? []) ?? 1) >= 0.5
  const against = (column: number, field: RosterField) => {
    const found = contents[column]
    if (found === undefined || found === field || !SURE.has(found) || !SURE.has(field)) return false
    return (shareOf(field, values[column] ?? []) ?? 0) <= 0.1
  }
  for (const pass of [true, false])
    for (const [column, field] of spoken.entries())
      if (field && !against(column, field) && (!pass || good(column, field))) take(column, field, 'heading')
  for (const [column, field] of contents.entries()) {
    const heading = head.texts[column] ?? ''
    const free = spoken[column] === undefined || against(column, spoken[column])
    if (field && free && !isOfOthers(heading)) take(column, field, 'contents')
  }
  return known
}

/** What cannot be mistaken for each other. */
const SURE: ReadonlySet<RosterField> = new Set<RosterField>(['door', 'name', 'phone'])

/** Headings for the reading of rows; undefined where no door is known, or nothing beside it. */
function read(rows: Rows, head: Head, seen: readonly ColumnSeen[]): Headings | undefined {
  const columns = seen.flatMap(({ column, heading, field }): Column[] =>
    field ? [{ column, heading, field }] : [],
  )
  const door = columns.find(({ field }) => field === 'door')
  if (!door || columns.length < 2) return undefined
  if (head.row <= head.last) return { ...head, columns }
  const first = Math.max(
    0,
    rows.findIndex((row) => (row[door.column] ?? '') !== '' && isDoor(row[door.column] ?? '')),
  )
  return { row: first, last: first - 1, texts: head.texts, columns }
}
