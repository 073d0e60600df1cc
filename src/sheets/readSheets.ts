import { ok, type Result, refused } from '#domain/result.ts'
import type { Sheet } from '#domain/roster/sheets.ts'
import { decoded } from './decoded.ts'
import { holds } from './oldContainer.ts'
import type { RawSheet, SheetRefusal } from './rawSheet.ts'
import { zipEntries } from './zipEntries.ts'

/** 50,000 rows of an old .xls with twenty columns are about so large. */
export const FILE_BYTES = 20 * 1024 * 1024
/** Of residents and homes, in all sheets together; headings and titles come on top. */
const ROWS_MOST = 50_000
const ABOVE_ROWS = 20
/** 50,000 rows unpack to about 50 MB; what claims far more is not a roster. */
const UNPACKED_BYTES = 128 * 1024 * 1024
const COLUMNS_MOST = 60
/** 50,000 rows of forty columns that are full. */
const CELLS_MOST = 2_000_000
const CELL_LENGTH = 500
/** No reader goes on behind this row of a sheet. */
const LAST_ROW = ROWS_MOST + ABOVE_ROWS + 1

/**
 * Reads every sheet of a file of any of the three kinds, hidden ones too, marked as such. Values only: no formulas,
 * links or macros. Row i of a sheet is row i + 1 of the spreadsheet. Never throws, whatever the bytes are.
 */
export async function readSheets(bytes: ArrayBuffer): Promise<Result<readonly Sheet[], SheetRefusal>> {
  const array = new Uint8Array(bytes)
  const looks = looksOf(array)
  if (looks !== 'xlsx' && looks !== 'xls' && looks !== 'text') return refused(looks)
  let read: () => Result<readonly RawSheet[], SheetRefusal>
  try {
    read = await readerOf(looks, array)
  } catch {
    return refused('readerMissing')
  }
  let raw: Result<readonly RawSheet[], SheetRefusal>
  try {
    raw = read()
  } catch {
    return refused('damaged')
  }
  if (!raw.ok) return raw
  const sheets = raw.value.map((sheet): Sheet => ({ ...sheet, rows: textOf(sheet.rows) }))
  if (sheets.every(({ rows }) => rows.length === 0)) return refused('noRows')
  const rows = sheets.reduce((sum, sheet) => sum + Math.max(0, sheet.rows.length - ABOVE_ROWS), 0)
  return rows > ROWS_MOST ? refused('tooManyRows') : ok(sheets)
}

const LIMITS = { lastRow: LAST_ROW, lastColumn: COLUMNS_MOST, cells: CELLS_MOST }

/** @throws where the reader's own file cannot be had: without a network, or after a new version took its place */
async function readerOf(
  kind: 'xlsx' | 'xls' | 'text',
  array: Uint8Array,
): Promise<() => Result<readonly RawSheet[], SheetRefusal>> {
  if (kind === 'text') {
    const { readCsv } = await import('./csv.ts')
    return () => readCsv(decoded(array), LAST_ROW)
  }
  if (kind === 'xls') {
    const { readXls } = await import('./xls.ts')
    return () => readXls(array, LIMITS)
  }
  const { readXlsx } = await import('./xlsx.ts')
  return () => readXlsx(array, LIMITS)
}

/** By the first bytes, not by the name: people rename files. */
function looksOf(bytes: Uint8Array): 'xlsx' | 'xls' | 'text' | SheetRefusal {
  if (bytes.length === 0) return 'emptyFile'
  if (bytes.length > FILE_BYTES) return 'tooLarge'
  const starts = (...magic: number[]) => magic.every((byte, at) => bytes[at] === byte)
  if (starts(0x50, 0x4b, 0x03, 0x04)) {
    const entries = zipEntries(bytes)
    if (!entries) return 'damaged'
    if (entries.reduce((sum, entry) => sum + entry.size, 0) > UNPACKED_BYTES) return 'tooLarge'
    return entries.some((entry) => entry.name === 'xl/workbook.xml') ? 'xlsx' : 'notSpreadsheet'
  }
  // The old container holds .xls, and also an .xlsx that was given a password.
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) return holds(bytes, 'EncryptedPackage') ? 'locked' : 'xls'
  return decoded(bytes) === undefined ? 'notSpreadsheet' : 'text'
}

/** Without the blank rows at the end, of which some programs keep thousands. */
function textOf(rows: readonly (readonly unknown[])[]): string[][] {
  const text = rows.map((row) => Array.from(row.slice(0, COLUMNS_MOST), asText))
  return text.slice(0, text.findLastIndex((row) => row.some((cell) => cell !== '')) + 1)
}

function asText(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10)
  const plain = typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean'
  return plain ? String(cell).trim().slice(0, CELL_LENGTH) : ''
}
