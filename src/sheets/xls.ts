import { read, SSF } from '@e965/xlsx'
import type { CellObject, WorkBook } from '@e965/xlsx'
import { ok, type Result, refused } from '#domain/result.ts'
import { holds } from './oldContainer.ts'
import type { RawSheet, SheetRefusal } from './rawSheet.ts'
import { plainNumber } from './values.ts'

/** The format of Excel 5 to 2003, as WPS still writes it. Reads values; formulas, macros and links are not looked at. */
export function readXls(
  bytes: Uint8Array,
  limits: { readonly lastRow: number; readonly lastColumn: number },
): Result<readonly RawSheet[], SheetRefusal> {
  let book: WorkBook
  try {
    book = read(bytes, {
      type: 'array',
      dense: true,
      sheetRows: limits.lastRow,
      cellFormula: false,
      cellHTML: false,
      cellText: false,
      cellNF: true,
      bookVBA: false,
    })
  } catch (error) {
    return refused(/password/i.test(String(error)) ? 'locked' : 'damaged')
  }
  // Before Excel 97 a text was bytes of the machine's own code page, and the part of the file had another name.
  const chinese = holds(bytes, 'Workbook') ? (text: string) => text : ofCodePage
  return ok(
    book.SheetNames.map((name, index): RawSheet => {
      const sheet = book.Sheets[name]
      const tab = { name: chinese(name), hidden: (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0 }
      if (!sheet || tab.hidden) return { ...tab, rows: [] }
      const rows = (sheet['!data'] ?? []) as readonly (readonly (CellObject | undefined)[] | undefined)[]
      return {
        ...tab,
        rows: Array.from(rows, (row) =>
          Array.from((row ?? []).slice(0, limits.lastColumn), (cell) => valueOf(cell, chinese)),
        ),
        merged: (sheet['!merges'] ?? [])
          .filter(({ s, e }) => e.r > s.r)
          .map(({ s, e }) => ({ column: s.c, from: s.r, to: e.r })),
      }
    }),
  )
}

/** A day is kept as a number and shown as a day; an error (#REF!) is nothing. */
function valueOf(cell: CellObject | undefined, chinese: (text: string) => string): unknown {
  if (!cell || cell.t === 'e' || cell.t === 'z') return undefined
  if (typeof cell.v === 'string') return chinese(cell.v)
  if (cell.t === 'b') return cell.v ? 'TRUE' : 'FALSE'
  if (cell.t !== 'n' || typeof cell.v !== 'number') return cell.v
  if (typeof cell.z !== 'string' || !SSF.is_date(cell.z)) return plainNumber(cell.v)
  const day = SSF.parse_date_code(cell.v) as { y: number; m: number; d: number } | null
  return day ? [day.y, day.m, day.d].map((part) => String(part).padStart(2, '0')).join('-') : cell.v
}

/** The library gives each byte of such a text as one sign. Here they are Chinese (GBK), or plain letters. */
function ofCodePage(text: string): string {
  const codes = Array.from(text, (sign) => sign.charCodeAt(0))
  if (codes.every((code) => code < 0x80) || codes.some((code) => code > 0xff)) return text
  try {
    return new TextDecoder('gb18030', { fatal: true }).decode(Uint8Array.from(codes))
  } catch {
    return text
  }
}
