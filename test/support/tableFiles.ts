import { type WorkSheet, write } from '@e965/xlsx'
import type { Cell } from './springRoster.ts'

/** A formula with what it gave, or the error that it gave. */
type Formula = { readonly formula: string } & ({ readonly value: string } | { readonly error: number })

type TestCell = Cell | Date | Formula

export interface TestSheet {
  readonly name: string
  readonly rows: readonly (readonly TestCell[])[]
  /** A1:A3 and so on. */
  readonly merged?: readonly string[]
  readonly hidden?: boolean
}

/** A workbook as a file: the old and the new kind, with merged cells and hidden sheets. */
export function workbookOf(kind: 'xls' | 'xlsx', sheets: readonly TestSheet[]): ArrayBuffer {
  const made = {
    SheetNames: sheets.map(({ name }) => name),
    Sheets: Object.fromEntries(sheets.map((sheet) => [sheet.name, sheetOf(sheet)])),
    Workbook: {
      Sheets: sheets.map(({ name, hidden }) => ({ name, Hidden: hidden ? (1 as const) : (0 as const) })),
    },
  }
  // The writer looks every text up among all before it: with very many of them that takes minutes.
  const shared = sheets.every(({ rows }) => rows.length < 1000)
  const bytes = write(made, {
    type: 'array',
    bookType: kind === 'xls' ? 'biff8' : 'xlsx',
    bookSST: shared,
  }) as ArrayBuffer | Uint8Array
  return new Uint8Array(bytes).slice().buffer
}

/** A workbook of Excel 95: its texts are bytes of the machine's code page, here the Chinese one. */
export function oldWorkbookOf(sheets: readonly TestSheet[]): ArrayBuffer {
  const texts: number[][] = []
  // The writer knows no code page: it gets as many plain letters, which are exchanged in what it made.
  const held = (text: string) => {
    const bytes = [...new Uint8Array(gb18030(text))]
    if (bytes.every((byte) => byte < 0x80)) return text
    texts.push(bytes)
    return `^${(texts.length - 1).toString(36).padStart(bytes.length - 1, '^')}`
  }
  const made = sheets.map(({ name, rows }) => ({
    name: held(name),
    rows: rows.map((row) => row.map((cell) => (typeof cell === 'string' ? held(cell) : cell))),
  }))
  const book = {
    SheetNames: made.map(({ name }) => name),
    Sheets: Object.fromEntries(made.map((sheet) => [sheet.name, sheetOf(sheet)])),
  }
  const bytes = new Uint8Array(write(book, { type: 'array', bookType: 'biff5' }) as ArrayBuffer).slice()
  for (const [nth, text] of [...texts.entries()].reverse()) {
    const letters = `^${nth.toString(36).padStart(text.length - 1, '^')}`
    const wanted = Array.from(letters, (letter) => letter.charCodeAt(0))
    for (let at = bytes.indexOf(wanted[0]!); at >= 0; at = bytes.indexOf(wanted[0]!, at + 1))
      if (wanted.every((byte, offset) => bytes[at + offset] === byte)) bytes.set(text, at)
  }
  return bytes.buffer
}

function sheetOf({ rows, merged = [] }: TestSheet): WorkSheet {
  const sheet: WorkSheet = {}
  const width = Math.max(...rows.map((row) => row.length))
  for (const [row, cells] of rows.entries())
    for (const [column, cell] of cells.entries()) {
      if (cell === null) continue
      const at = `${letter(column)}${row + 1}`
      if (cell instanceof Date) sheet[at] = { t: 'n', v: serial(cell), z: 'm/d/yy' }
      else if (typeof cell === 'object')
        sheet[at] =
          'error' in cell
            ? { t: 'e', v: cell.error, f: cell.formula }
            : { t: 's', v: cell.value, f: cell.formula }
      else sheet[at] = typeof cell === 'number' ? { t: 'n', v: cell } : { t: 's', v: cell }
    }
  sheet['!ref'] = `A1:${letter(width - 1)}${rows.length}`
  sheet['!merges'] = merged.map((ref) => {
    const [from = '', to = ''] = ref.split(':')
    return { s: cellOf(from), e: cellOf(to) }
  })
  return sheet
}

const letter = (column: number) => String.fromCharCode(65 + column)
const cellOf = (name: string) => ({ c: name.charCodeAt(0) - 65, r: Number(name.slice(1)) - 1 })
const serial = (day: Date) => day.getTime() / 86_400_000 + 25_569

/** Comma separated, quoted where needed, as WPS and Excel save it. */
export function csvText(rows: TestSheet['rows']): string {
  const quoted = (cell: TestCell) => {
    if (cell !== null && typeof cell === 'object') throw new Error('no such cell in a text')
    const text = String(cell ?? '')
    return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  }
  return rows.map((row) => `${row.map(quoted).join(',')}\r\n`).join('')
}

export function utf8(text: string, mark = false): ArrayBuffer {
  return new TextEncoder().encode(mark ? `\ufeff${text}` : text).slice().buffer
}

/** Two bytes for the signs of GBK, four for those above U+FFFF. */
export function gb18030(text: string): ArrayBuffer {
  const table = (known ??= twoBytes())
  const bytes = Array.from(text).flatMap((sign) => {
    const code = sign.codePointAt(0)!
    if (code < 0x80) return [code]
    if (code < 0x1_0000) return table.get(sign)!
    const at = code - 0x1_0000 + 189_000
    return [
      0x81 + Math.floor(at / 12_600),
      0x30 + (Math.floor(at / 1260) % 10),
      0x81 + (Math.floor(at / 10) % 126),
      0x30 + (at % 10),
    ]
  })
  return Uint8Array.from(bytes).buffer
}

let known: Map<string, number[]> | undefined

function twoBytes(): Map<string, number[]> {
  const decoder = new TextDecoder('gb18030')
  const table = new Map<string, number[]>()
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue
      const sign = decoder.decode(Uint8Array.of(lead, trail))
      if (Array.from(sign).length === 1 && !table.has(sign)) table.set(sign, [lead, trail])
    }
  return table
}
