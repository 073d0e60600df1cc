import { type ColumnSeen, type Mapping, readColumns } from './columns.ts'
import { findHeadings, type Headings, isHeadingsAgain, type RosterField } from './headings.ts'
import { isSum } from './readRow.ts'
import { type BodyRow, filled, type Filled, type RosterLine, type RosterWarning } from './fill.ts'
import { cleaned } from '#domain/text.ts'

/** A cell that spans several rows of one column; both counted from 0, `to` included. */
export interface MergedDown {
  readonly column: number
  readonly from: number
  readonly to: number
}

/** One sheet of a file, as text. Row i is row i + 1 of the spreadsheet. */
export interface Sheet {
  /** Empty where the file has no names for its sheets. */
  readonly name: string
  /** Somebody put it out of sight: it is left alone. */
  readonly hidden?: boolean
  readonly rows: readonly (readonly string[])[]
  readonly merged?: readonly MergedDown[]
}

/** What was done with a sheet. */
export interface SheetRead {
  readonly name: string
  readonly is: 'read' | 'hidden' | 'noHeadings' | 'empty'
  /** Below the headings and with something in them. */
  readonly rows: number
}

export interface Gathered {
  readonly sheets: readonly SheetRead[]
  readonly lines: readonly RosterLine[]
  readonly mapping: Headings['columns']
  readonly warnings: readonly RosterWarning[]
}

/** The rows of one plain table, taken as they are: its headings are ours, and every row says all of itself. */
export function gatherTable(rows: Sheet['rows']): Gathered {
  const read = (sheet: Sheet, headings: Headings) => ({
    lines: bodyOf(sheet, headings).flatMap((one) => (one.is === 'row' ? [one.line] : [])),
    warnings: [],
  })
  return gathered([{ name: '', rows }], read, ({ rows: all }) =>
    findHeadings(all.slice(0, HEAD_ROWS).map((row) => row.map(cleaned))),
  )
}

/** Of every sheet that is visible and not empty, what each column is read as, also where the sheet cannot be read yet. */
export function columnsOf(
  sheets: readonly Sheet[],
  mapping: Mapping = {},
): readonly { readonly sheet: string; readonly columns: readonly ColumnSeen[] }[] {
  return sheets
    .filter(({ hidden, rows }) => !hidden && !rows.every(isBlank))
    .map(({ name, rows }) => ({ sheet: name, columns: readColumns(rows, mapping[name]).columns }))
}

/**
 * The rows of every sheet that is visible and of which the columns are known: by `mapping`, by headings, by contents. What people leave out because one sees it (cells merged over
 * several rows, a block's first row, the sheet's name) is filled in and said.
 */
export function gatherSheets(sheets: readonly Sheet[], mapping: Mapping = {}): Gathered {
  const seen = new Map<Sheet, readonly ColumnSeen[]>()
  const headingsOf = (sheet: Sheet) => {
    const { columns, headings } = readColumns(sheet.rows, mapping[sheet.name])
    seen.set(sheet, columns)
    return headings
  }
  const read = (sheet: Sheet, headings: Headings): Filled => {
    const plain = { ...sheet, rows: sheet.rows.map((row) => row.map(cleaned)) }
    const done: Filled = filled(bodyOf(plain, headings), {
      merged: mergedCells(plain, headings),
      mapped: (field) => headings.columns.some((column) => column.field === field),
      title: placeInTitle([sheet.name, ...plain.rows.slice(0, headings.row).flat()]),
    })
    const signs = done.lines.flatMap(({ row }): RosterWarning[] => {
      const before = sheet.rows[row - 1] ?? []
      const at = before.findIndex((cell, column) => cell !== plain.rows[row - 1]?.[column])
      return at < 0 ? [] : [{ row, why: 'signsRemoved', text: plain.rows[row - 1]?.[at] ?? '' }]
    })
    const guessed = (seen.get(sheet) ?? []).filter(({ by }) => by === 'contents')
    const columns = guessed.map(({ column, heading }): RosterWarning => ({
      row: headings.row + 1,
      why: 'columnByContents',
      text: [letterOf(column), heading].filter(Boolean).join(' '),
    }))
    return { lines: done.lines, warnings: [...columns, ...done.warnings, ...signs] }
  }
  return gathered(sheets, read, headingsOf)
}

/** As the spreadsheet names it: A, B … Z, AA. */
export function letterOf(column: number): string {
  const before = column < 26 ? '' : letterOf(Math.floor(column / 26) - 1)
  return `${before}${String.fromCharCode(65 + (column % 26))}`
}

/** No headings are looked for below. */
const HEAD_ROWS = 30

function gathered(
  sheets: readonly Sheet[],
  read: (sheet: Sheet, headings: Headings) => Filled,
  headingsOf: (sheet: Sheet) => Headings | undefined,
): Gathered {
  const mappings: Headings['columns'][] = []
  const lines: RosterLine[] = []
  const warnings: RosterWarning[] = []
  const done = sheets.map((sheet): SheetRead => {
    const { name } = sheet
    if (sheet.hidden) return { name, is: 'hidden', rows: 0 }
    if (sheet.rows.every(isBlank)) return { name, is: 'empty', rows: 0 }
    const headings = headingsOf(sheet)
    if (!headings) return { name, is: 'noHeadings', rows: 0 }
    mappings.push(headings.columns)
    const body = read(sheet, headings)
    const named = name === '' ? {} : { sheet: name }
    for (const line of body.lines) lines.push({ ...line, ...named })
    for (const warning of body.warnings) warnings.push({ ...warning, ...named })
    return { name, is: 'read', rows: body.lines.length }
  })
  return { sheets: done, lines, warnings, mapping: mappings[0] ?? [] }
}

function bodyOf(sheet: Sheet, headings: Headings): readonly BodyRow[] {
  const columns = new Map(headings.columns.map(({ field, column }) => [field, column]))
  return sheet.rows.slice(headings.last + 1).map((cells, index): BodyRow => {
    if (isBlank(cells) || isHeadingsAgain(cells, headings)) return { is: 'gap' }
    const cell = (field: RosterField) => {
      const column = columns.get(field)
      return column === undefined ? '' : (cells[column] ?? '').trim()
    }
    return { is: 'row', line: { row: headings.last + index + 2, cells, cell } }
  })
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '')
}

const PLACES = ['building', 'unit', 'floor', 'door'] as const

/** For a row (from 1) and a field: what stands in the first row of the merged cell that covers it. */
function mergedCells({ rows, merged = [] }: Sheet, { columns }: Headings) {
  const said = new Map<RosterField, Map<number, string>>()
  // Merged cells of an honest file do not overlap, so that together they cover each row once.
  let room = rows.length * PLACES.length
  for (const { column, from, to } of merged) {
    const field = columns.find((one) => one.column === column)?.field
    if (!PLACES.some((place) => place === field) || field === undefined) continue
    const values = said.get(field) ?? new Map<number, string>()
    said.set(field, values)
    const value = (rows[from]?.[column] ?? '').trim()
    for (let row = from + 1; row <= Math.min(to, rows.length - 1) && room > 0; row += 1, room -= 1)
      values.set(row + 1, value)
  }
  return (row: number, field: RosterField) => said.get(field)?.get(row) ?? ''
}

const NUMERAL = '[0-9A-Z]+|[一二三四五六七八九十]+'
const IN_TITLE = {
  building: new RegExp(`(?<![-—~至到、,0-9A-Z])(?:${NUMERAL})(?:号楼|栋|幢|座)`, 'g'),
  unit: new RegExp(`(?<![-—~至到、,0-9A-Z])(?:${NUMERAL})单元`, 'g'),
}

/** 2栋3单元, in the first of the texts that names either, and each once only: 1栋、2栋 is nobody's building. */
function placeInTitle(titles: readonly string[]): Readonly<Record<'building' | 'unit', string>> {
  for (const title of titles) {
    const text = title.normalize('NFKC').toUpperCase().replace(/\s/g, '')
    const buildings = text.match(IN_TITLE.building) ?? []
    const units = text.match(IN_TITLE.unit) ?? []
    if (buildings.length > 1 || units.length > 1) return { building: '', unit: '' }
    if (buildings.length + units.length > 0) return { building: buildings[0] ?? '', unit: units[0] ?? '' }
  }
  return { building: '', unit: '' }
}

const SENT = {
  building: '楼栋',
  unit: '单元',
  floor: '楼层',
  door: '房号',
  name: '姓名',
  phone: '电话',
  age: '年龄',
  use: '用途',
  note: '备注',
} as const satisfies Readonly<Record<RosterField, string>>

/** Several sheets as one plain table that says the same, row for row: what is sent to the server. */
export function tableOf(sheets: readonly Sheet[], mapping?: Mapping): readonly (readonly string[])[] {
  const fields = Object.keys(SENT) as RosterField[]
  const lines = gatherSheets(sheets, mapping).lines.filter(({ cells }) => !isSum(cells))
  return [Object.values(SENT), ...lines.map((line) => fields.map((field) => line.cell(field)))]
}
