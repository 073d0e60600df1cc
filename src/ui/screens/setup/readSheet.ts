import readWorkbook from 'read-excel-file/universal'
import { findHeadings } from '#domain/rosterHeadings.ts'
import { ok, type Result, refused } from '#domain/result.ts'
import { zipEntries } from './zipEntries.ts'

/** Why a file gives no table; each has its sentence. */
export type SheetRefusal =
  | 'tooLarge' // more than FILE_BYTES
  | 'tooManyRows'
  | 'tooSlow'
  | 'emptyFile'
  | 'oldExcel' // .xls: to be saved as .xlsx
  | 'locked' // with a password
  | 'notSpreadsheet'
  | 'damaged' // begins like a spreadsheet, but the rest is missing
  | 'noRows'

export const FILE_BYTES = 8 * 1024 * 1024
/** What the server takes in one set-up. */
const ROWS_MOST = 20_000
/** 20,000 rows unpack to about 20 MB; what claims far more is not a roster. */
const UNPACKED_BYTES = 128 * 1024 * 1024
const COLUMNS_MOST = 60
const CELL_LENGTH = 500

/**
 * Reads the first sheet that looks like a roster, else the first with anything in it. Values only: no formulas, links
 * or macros. Row i of the answer is row i + 1 of the spreadsheet.
 */
export async function readSheet(bytes: ArrayBuffer): Promise<Result<string[][], SheetRefusal>> {
  const looks = looksOf(new Uint8Array(bytes))
  if (looks !== 'zip') return refused(looks)
  let sheets: readonly { readonly data: readonly (readonly unknown[])[] }[]
  try {
    sheets = await readWorkbook(bytes)
  } catch {
    return refused('damaged')
  }
  const tables = sheets.map(({ data }) => data.map((row) => row.slice(0, COLUMNS_MOST).map(asText)))
  const filled = tables.filter((rows) => rows.some((row) => row.some((cell) => cell !== '')))
  const table = filled.find((rows) => findHeadings(rows)) ?? filled[0]
  if (!table) return refused('noRows')
  return table.length > ROWS_MOST ? refused('tooManyRows') : ok(table)
}

/** By the first bytes, not by the name: people rename files. */
function looksOf(bytes: Uint8Array): 'zip' | SheetRefusal {
  if (bytes.length === 0) return 'emptyFile'
  if (bytes.length > FILE_BYTES) return 'tooLarge'
  const starts = (...magic: number[]) => magic.every((byte, at) => bytes[at] === byte)
  if (starts(0x50, 0x4b, 0x03, 0x04)) {
    const entries = zipEntries(bytes)
    if (!entries) return 'damaged'
    if (entries.reduce((sum, entry) => sum + entry.size, 0) > UNPACKED_BYTES) return 'tooLarge'
    return entries.some((entry) => entry.name === 'xl/workbook.xml') ? 'zip' : 'notSpreadsheet'
  }
  // The old container holds .xls, and also an .xlsx that was given a password.
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) return holds(bytes, 'EncryptedPackage') ? 'locked' : 'oldExcel'
  return 'notSpreadsheet'
}

/** Names in the old container are UTF-16. */
function holds(bytes: Uint8Array, name: string): boolean {
  const wanted = Array.from(name).flatMap((letter) => [letter.charCodeAt(0), 0])
  return bytes.some((_, at) => wanted.every((byte, offset) => bytes[at + offset] === byte))
}

function asText(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10)
  const plain = typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean'
  return plain ? String(cell).trim().slice(0, CELL_LENGTH) : ''
}
