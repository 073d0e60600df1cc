import type { Sheet } from '#domain/roster/sheets.ts'

/** Why a file gives no table; each has its sentence. */
export type SheetRefusal =
  | 'tooLarge' // more than FILE_BYTES
  | 'tooManyRows'
  | 'tooSlow'
  | 'emptyFile'
  | 'locked' // with a password
  | 'notSpreadsheet'
  | 'damaged' // begins like a spreadsheet, but the rest is missing
  | 'noRows'
  | 'readerMissing' // the program that reads this kind could not be fetched

/** A sheet as a reader gives it: cells as they are kept in the file. */
export interface RawSheet extends Omit<Sheet, 'rows'> {
  readonly rows: readonly (readonly unknown[])[]
}
