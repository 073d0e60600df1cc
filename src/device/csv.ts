import papa from 'papaparse'

/** Spreadsheets work out a cell that begins so; wide signs too, which some of them read as the narrow ones. */
const FORMULA = /^[\s\u200b\ufeff]*[=+\-@|%＝＋－＠\t\r\n]/

/**
 * A table as the `.csv` that WPS and Excel open with its Chinese signs whole: a byte order mark, lines ended as they expect.
 * A cell that a spreadsheet would work out gets an apostrophe before it and stays a text.
 */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `\ufeff${papa.unparse(
    rows.map((row) => row.map(asText)),
    { newline: '\r\n' },
  )}\r\n`
}

/** The cell as a spreadsheet will only ever show it. */
export function asText(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell
}
