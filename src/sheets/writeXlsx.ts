import { strToU8, zipSync } from 'fflate'

/** A count is a number, which can be added up; whatever names something is a text, also where it is made of digits. */
export type Cell = string | number | undefined

export interface Table {
  readonly name: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** More signs no program takes in one cell: the file would count as damaged. */
export const CELL_MOST = 32_767
const NAME_MOST = 31

/**
 * The tables as one `.xlsx` that WPS and Excel open without a question: a bold first row that stays, no merged cells, no
 * formulas. A text is a text, whatever sign it begins with, and is kept as one when somebody types in its cell. It is
 * written by hand because the libraries for it put a text that is called like a part of the language (`constructor`)
 * into the wrong cell, and read `_x0041_` in somebody's words as a sign of their own.
 */
export function workbookOf(tables: readonly Table[]): Uint8Array<ArrayBuffer> {
  const texts = new Map<string, number>()
  const sheets = tables.map((table) => sheetOf(table, texts))
  const names = namesOf(tables)
  const files: Record<string, string> = {
    '[Content_Types].xml': contentTypes(sheets.length),
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbook(names),
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, nth) => ['worksheet', `worksheets/sheet${nth + 1}.xml`] as const),
      ['styles', 'styles.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
    ]),
    'xl/styles.xml': STYLES,
    'xl/sharedStrings.xml': sharedStrings([...texts.keys()]),
  }
  for (const [nth, sheet] of sheets.entries()) files[`xl/worksheets/sheet${nth + 1}.xml`] = sheet
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(`${XML}${xml}`)])),
    // No clock: the same table is the same file.
    { level: 6, mtime: '1980-01-01T00:00:00Z' },
  )
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** Numbers of the styles below. */
const HEAD = 1
const TEXT = 2

/** 49 is the format of a text: what is typed over it stays one, with its noughts and its = in front. */
const STYLES =
  `<styleSheet ${MAIN}><fonts count="2"><font><sz val="11"/><name val="宋体"/></font>` +
  `<font><b/><sz val="11"/><name val="宋体"/></font></fonts>` +
  `<fills count="2"><fill><patternFill patternType="none"/></fill>` +
  `<fill><patternFill patternType="gray125"/></fill></fills>` +
  `<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>` +
  `<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
  `<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>` +
  `<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>` +
  `<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1">` +
  `<alignment vertical="top" wrapText="1"/></xf></cellXfs>` +
  `<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`

function contentTypes(sheets: number): string {
  const parts = Array.from({ length: sheets }, (_, nth) => [`worksheets/sheet${nth + 1}.xml`, 'worksheet'])
  const all = [
    ['workbook.xml', 'sheet.main'],
    ...parts,
    ['styles.xml', 'styles'],
    ['sharedStrings.xml', 'sharedStrings'],
  ]
  return (
    `<Types xmlns="${PACKAGE}/content-types">` +
    `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/>${all
      .map(([name, type]) => `<Override PartName="/xl/${name}" ContentType="${TYPE}.${type}+xml"/>`)
      .join('')}</Types>`
  )
}

function relations(to: readonly (readonly [type: string, target: string])[]): string {
  const each = to.map(
    ([type, target], nth) => `<Relationship Id="rId${nth + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  )
  return `<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`
}

function workbook(names: readonly string[]): string {
  const sheets = names.map(
    (name, nth) => `<sheet name="${escaped(name)}" sheetId="${nth + 1}" r:id="rId${nth + 1}"/>`,
  )
  return `<workbook ${MAIN} xmlns:r="${OFFICE}"><sheets>${sheets.join('')}</sheets></workbook>`
}

function sharedStrings(texts: readonly string[]): string {
  const each = texts.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`)
  return `<sst ${MAIN} uniqueCount="${texts.length}">${each.join('')}</sst>`
}

function sheetOf({ head, rows }: Table, texts: Map<string, number>): string {
  const numberOf = (text: string): number => {
    const known = texts.get(text)
    if (known !== undefined) return known
    texts.set(text, texts.size)
    return texts.size - 1
  }
  const row = (cells: readonly Cell[], at: number, style: number) => {
    const written = cells.map((cell, column) => {
      const place = `${letters(column)}${at}`
      if (typeof cell === 'number' && Number.isFinite(cell)) return `<c r="${place}"><v>${cell}</v></c>`
      const text = cell === undefined ? '' : takenText(String(cell))
      return text === '' ? '' : `<c r="${place}" s="${style}" t="s"><v>${numberOf(text)}</v></c>`
    })
    return `<row r="${at}">${written.join('')}</row>`
  }
  const columns = head.map((title, column) => {
    const width = widthOf([title, ...rows.map((cells) => cells[column])])
    return `<col min="${column + 1}" max="${column + 1}" width="${width}" customWidth="1"/>`
  })
  return (
    `<worksheet ${MAIN}><sheetViews><sheetView workbookViewId="0">` +
    `<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
    `${columns.length > 0 ? `<cols>${columns.join('')}</cols>` : ''}<sheetData>${row(head, 1, HEAD)}${rows
      .map((cells, nth) => row(cells, nth + 2, TEXT))
      .join('')}</sheetData></worksheet>`
  )
}

/** Signs no XML can hold; of a pair that stands for one sign a half alone is none. */
// oxlint-disable-next-line no-control-regex -- these are the signs that are meant
const NO_SIGNS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Surrogate}]/gu

/**
 * A text as a cell can hold it: without signs that no such file has, its line ends as these programs write them, not
 * longer than a cell. What was cut off says so.
 */
export function takenText(text: string): string {
  const plain = text.replace(NO_SIGNS, '').replace(/\r\n?/g, '\n')
  if (plain.length <= CELL_MOST) return plain
  return `${plain.slice(0, CELL_MOST - 1).replace(/\p{Surrogate}$/u, '')}…`
}

/** `_x0041_` is how these programs write a sign that they cannot: in somebody's own words it has to be written so itself. */
function escaped(text: string): string {
  return text
    .replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
}

/** Short enough, without the signs that a sheet's name may not have, and no two alike. */
function namesOf(tables: readonly Table[]): readonly string[] {
  const taken: string[] = []
  for (const { name } of tables) {
    const plain = takenText(name)
      .replace(/[[\]/\\:*?\n\t]+/g, ' ')
      .trim()
      .replace(/^'+|'+$/g, '')
    const short = cut(plain, NAME_MOST) || String(taken.length + 1)
    const alike = taken.some((one) => one.toLowerCase() === short.toLowerCase())
    taken.push(alike ? `${cut(short, NAME_MOST - 4)} (${taken.length + 1})` : short)
  }
  return taken
}

function cut(text: string, most: number): string {
  return text
    .slice(0, most)
    .replace(/\p{Surrogate}$/u, '')
    .trim()
}

/** 0 is A, 26 is AA. */
function letters(column: number): string {
  const rest = column % 26
  const before = column < 26 ? '' : letters(Math.floor(column / 26) - 1)
  return before + String.fromCharCode(65 + rest)
}

const NARROWEST = 8
const WIDEST = 40

/** In digits; a Chinese sign takes two of them. */
function widthOf(cells: readonly Cell[]): number {
  let longest = 0
  for (const cell of cells) {
    let width = 0
    for (const sign of String(cell ?? '').slice(0, WIDEST)) width += sign > '\u2e80' ? 2 : 1
    longest = Math.max(longest, width)
  }
  return Math.min(Math.max(longest + 2, NARROWEST), WIDEST)
}
