import type { MergedDown } from '#domain/roster/sheets.ts'
import { scan } from './scan.ts'
import { dayOfSerial, plainNumber } from './values.ts'

/** More than any table; what goes on behind them is left as it is. */
const MERGES_MOST = 100_000

export interface Cells {
  readonly rows: readonly (readonly string[])[]
  readonly merged: readonly MergedDown[]
  /** Something stands below the last row that is read. */
  readonly beyond: boolean
}

export interface Book {
  readonly strings: readonly string[]
  /** By the number of a cell's style: whether it shows a number as a day. */
  readonly days: readonly boolean[]
  readonly from1904: boolean
  readonly lastRow: number
  readonly lastColumn: number
}

/** The cells of one sheet that stand within the limits, as text. What a formula gave is read, the formula is not. */
export function readCells(bytes: Uint8Array, book: Book): Cells {
  const rows: string[][] = []
  const merged: MergedDown[] = []
  let beyond = false
  let row = -1
  let column = -1
  let type: string | undefined
  let style = 0
  let text = ''
  let sounds = false

  const keep = () => {
    const value = valueOf(type, style, text, book)
    if (value === '') return
    if (row >= book.lastRow) beyond = true
    else {
      const cells = (rows[row] ??= [])
      while (cells.length < column) cells.push('')
      cells[column] = value
    }
  }
  scan(bytes, (tag) => {
    switch (tag.name) {
      case 'row':
        if (tag.is === 'close') return
        row = indexOf(tag.attribute('r')) ?? row + 1
        column = -1
        return
      case 'c':
        if (tag.is === 'close') {
          if (text !== '') keep()
          text = ''
          return
        }
        column = columnOf(/^[A-Z]+/.exec(tag.attribute('r') ?? '')?.[0]) ?? column + 1
        if (tag.is === 'empty' || column >= book.lastColumn) return
        type = tag.attribute('t')
        style = Number(tag.attribute('s') ?? 0)
        return
      case 'rPh': // how it sounds, written over it
        sounds = tag.is === 'open'
        return
      case 'v':
      case 't':
        if (tag.is === 'close' && !sounds && column < book.lastColumn) text += tag.before
        return
      case 'mergeCell': {
        const down = mergedDown(tag.attribute('ref') ?? '')
        if (down) merged.push(down)
        return merged.length < MERGES_MOST
      }
    }
  })
  return { rows: Array.from(rows, (cells) => cells ?? []), merged, beyond }
}

/** The texts that cells refer to by their number. */
export function readStrings(bytes: Uint8Array): readonly string[] {
  const strings: string[] = []
  let text = ''
  let sounds = false
  scan(bytes, (tag) => {
    const { name, is } = tag
    if (name === 'si' && is === 'open') text = ''
    else if (name === 'si') strings.push(is === 'empty' ? '' : text)
    else if (name === 'rPh') sounds = is === 'open'
    else if (name === 't' && is === 'close' && !sounds) text += tag.before
  })
  return strings
}

function valueOf(type: string | undefined, style: number, text: string, book: Book): string {
  switch (type) {
    case 's':
      return escaped(book.strings[Number(text)] ?? '')
    case 'inlineStr':
    case 'str':
      return escaped(text)
    case 'b':
      return text === '1' ? 'TRUE' : 'FALSE'
    case 'e':
      return ''
    case 'd':
      return text.slice(0, 10)
    default: {
      const number = Number(text)
      if (text.trim() === '' || Number.isNaN(number)) return text
      const day = book.days[style] && dayOfSerial(number, book.from1904)
      return day || plainNumber(number)
    }
  }
}

/** Signs that XML cannot hold are written as _x000D_. */
function escaped(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([\dA-F]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text
}

function mergedDown(ref: string): MergedDown | undefined {
  const [, letters, from, to] = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?[A-Z]{1,3}\$?(\d{1,7})$/.exec(ref) ?? []
  const column = columnOf(letters)
  const down = { column: column ?? 0, from: Number(from) - 1, to: Number(to) - 1 }
  return column !== undefined && down.to > down.from ? down : undefined
}

function indexOf(number: string | undefined): number | undefined {
  return number !== undefined && /^\d{1,7}$/.test(number) ? Number(number) - 1 : undefined
}

/** A → 0, Z → 25, AA → 26. */
function columnOf(letters: string | undefined): number | undefined {
  if (letters === undefined) return undefined
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
