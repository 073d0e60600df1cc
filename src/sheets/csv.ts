import papa from 'papaparse'
import { ok, type Result, refused } from '#domain/result.ts'
import type { RawSheet, SheetRefusal } from './rawSheet.ts'

/** A text with a sign between its cells: comma, tab or semicolon, whichever it uses. One sheet without a name. */
export function readCsv(
  text: string | undefined,
  lastRow: number,
): Result<readonly RawSheet[], SheetRefusal> {
  if (text === undefined) return refused('notSpreadsheet')
  if (text.trim() === '') return refused('noRows')
  const { data, errors } = papa.parse<string[]>(text, {
    preview: lastRow,
    delimitersToGuess: [',', '\t', ';'],
  })
  // A quotation mark that is never closed swallows all that follows: the file was cut off, or is not what it seems.
  if (errors.some(({ type }) => type === 'Quotes')) return refused('damaged')
  if (data.every((row) => row.length < 2)) return refused('notSpreadsheet')
  return ok([{ name: '', rows: data }])
}
