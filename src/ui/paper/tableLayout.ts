import type { Cell } from '#sheets/writeXlsx.ts'

type Row = readonly Cell[]

export interface TableLayout {
  /** Of the width of the page, in percent, for each column. */
  readonly widths: readonly number[]
  readonly pages: readonly (readonly Row[])[]
}

interface Room {
  /** Lines of print that fit between the head and the foot of a page. */
  readonly lines: number
  /** Narrow signs that fit side by side on it; a Chinese sign takes two. */
  readonly signs: number
}

/** An A4 page that lies on its side. */
const ACROSS: Room = { lines: 23, signs: 128 }
const NARROWEST = 6
/** Beyond that a column breaks its words over several lines. */
const WIDEST = 36

/**
 * A table laid out on pages: each column as wide as it needs, the rows of a page as many as surely fit. An empty table has
 * one page with empty rows, to be filled in by hand.
 */
export function tableLayout(
  head: readonly string[],
  rows: readonly Row[],
  { lines: most, signs }: Room = ACROSS,
): TableLayout {
  const needs = head.map((title, column) =>
    Math.min(
      WIDEST,
      Math.max(NARROWEST, signsOf(title) + 2, ...rows.map((row) => signsOf(textOf(row[column])) + 2)),
    ),
  )
  const all = needs.reduce((sum, one) => sum + one, 0) || 1
  const widths = needs.map((one) => (one / all) * 100)
  const room = widths.map((one) => Math.max(2, Math.floor((one / 100) * signs) - 1))
  const linesOf = (row: readonly (string | Cell)[]) =>
    Math.max(1, ...row.map((cell, column) => linesIn(textOf(cell), room[column] ?? signs)))
  const free = most - linesOf(head)
  const pages: Row[][] = [[]]
  let used = 0
  for (const written of rows) {
    // A row is never higher than a page: what somebody wrote at length stands whole in the file.
    const row = written.map((cell, column) => fitting(cell, room[column] ?? signs, free))
    const lines = linesOf(row)
    if (used + lines > free && used > 0) {
      pages.push([])
      used = 0
    }
    pages.at(-1)?.push(row)
    used += lines
  }
  if (rows.length === 0) pages[0]?.push(...Array.from({ length: BLANK_ROWS }, (): Row => []))
  return { widths, pages }
}

const BLANK_ROWS = 12

function textOf(cell: Cell): string {
  return cell === undefined ? '' : String(cell)
}

function fitting(cell: Cell, room: number, lines: number): Cell {
  if (typeof cell !== 'string' || linesIn(cell, room) <= lines) return cell
  let width = 0
  let kept = ''
  for (const sign of cell.replace(/\s+/g, ' ')) {
    width += signsOf(sign)
    if (width > room * lines - 2) break
    kept += sign
  }
  return `${kept}…`
}

function linesIn(text: string, room: number): number {
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(signsOf(line) / room)), 0)
}

function signsOf(text: string): number {
  let width = 0
  for (const sign of text) width += sign > '\u2e80' ? 2 : 1
  return width
}
