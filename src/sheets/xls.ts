import { read, SSF } from '@e965/xlsx'
import type { CellObject, WorkBook } from '@e965/xlsx'
import { ok, type Result, refused } from '#domain/result.ts'
import type { RawSheet, SheetRefusal } from './rawSheet.ts'

/** The format of Excel 97 to 2003, as WPS still writes it. Reads values; formulas, macros and links are not looked at. */
export function readXls(bytes: Uint8Array, lastRow: number): Result<readonly RawSheet[], SheetRefusal> {
  let book: WorkBook
  try {
    book = read(bytes, {
      type: 'array',
      dense: true,
      sheetRows: lastRow,
      cellFormula: false,
      cellHTML: false,
      cellText: false,
      cellNF: true,
      bookVBA: false,
    })
  } catch (error) {
    return refused(/password/i.test(String(error)) ? 'locked' : 'damaged')
  }
  return ok(
    book.SheetNames.flatMap((name, index): RawSheet[] => {
      const sheet = book.Sheets[name]
      if (!sheet) return []
      const rows = (sheet['!data'] ?? []) as readonly (readonly (CellObject | undefined)[] | undefined)[]
      return [
        {
          name,
          hidden: (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0,
          rows: Array.from(rows, (row) => Array.from(row ?? [], valueOf)),
          merged: (sheet['!merges'] ?? [])
            .filter(({ s, e }) => e.r > s.r)
            .map(({ s, e }) => ({ column: s.c, from: s.r, to: e.r })),
        },
      ]
    }),
  )
}

/** A day is kept as a number and shown as a day; an error (#REF!) is nothing. */
function valueOf(cell: CellObject | undefined): unknown {
  if (!cell || cell.t === 'e' || cell.t === 'z') return undefined
  if (cell.t !== 'n' || typeof cell.z !== 'string' || !SSF.is_date(cell.z)) return cell.v
  const day = SSF.parse_date_code(cell.v) as { y: number; m: number; d: number } | null
  return day ? [day.y, day.m, day.d].map((part) => String(part).padStart(2, '0')).join('-') : cell.v
}
