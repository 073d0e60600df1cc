import { readFile, stat } from 'node:fs/promises'
import type { TenantId } from '#domain/ids.ts'
import { ok, type Result, refused } from '#domain/result.ts'
import { planSheets, type RosterPlan } from '#domain/roster/plan.ts'
import type { RosterRefusal } from '#domain/roster/town.ts'
import type { WarningWhy } from '#domain/roster/fill.ts'
import type { RowWhy } from '#domain/roster/readRow.ts'
import type { SheetRefusal } from '#sheets/rawSheet.ts'
import { FILE_BYTES, readSheets } from '#sheets/readSheets.ts'

export type CheckRefusal = SheetRefusal | RosterRefusal | 'noFile'

interface Said<Why> {
  /** Empty where the file has no names for its sheets. */
  readonly sheet: string
  /** As the spreadsheet shows it, from 1; 0 where it is said of the whole sheet. */
  readonly row: number
  readonly why: Why
  readonly text: string
}

/** What would enter, and what would not. Numbers are counts. */
export interface RosterReport {
  readonly buildings: number
  readonly units: number
  readonly dwellings: number
  readonly residents: number
  /** Of the dwellings: nobody lives there. */
  readonly vacant: number
  /** Of the residents. */
  readonly withPhone: number
  /** Rows of which somebody or a home does not enter. */
  readonly rejected: readonly Said<RowWhy>[]
  /** What enters in part or otherwise than it stands there; sums and sheets that were left out. */
  readonly warnings: readonly Said<RowWhy | WarningWhy | SheetWhy>[]
}

export type SheetWhy = 'hiddenSheet' | 'noHeadingsSheet'

/** The person is in, only one cell is not; or nobody was meant. */
const IN_PART: ReadonlySet<RowWhy> = new Set<RowWhy>(['phoneUnreadable', 'ageUnreadable', 'sum'])

/** Reads a roster as the set-up would, and writes nothing. */
export async function checkRoster(path: string): Promise<Result<RosterReport, CheckRefusal>> {
  let bytes: Buffer
  try {
    const { size } = await stat(path)
    if (size > FILE_BYTES) return refused('tooLarge')
    bytes = await readFile(path)
  } catch {
    return refused('noFile')
  }
  const sheets = await readSheets(new Uint8Array(bytes).buffer)
  if (!sheets.ok) return sheets
  const plan = planSheets(sheets.value, 'check' as TenantId)
  return plan.ok ? ok(reportOf(plan.value)) : plan
}

function reportOf(plan: RosterPlan): RosterReport {
  const { buildings, units, dwellings, residents, vacant } = plan
  const unread = plan.notUnderstood.map(said)
  const left = plan.sheets.flatMap(({ name, is }): Said<SheetWhy>[] => {
    const why = is === 'hidden' ? 'hiddenSheet' : is === 'noHeadings' ? 'noHeadingsSheet' : undefined
    return why ? [{ sheet: name, row: 0, why, text: '' }] : []
  })
  return {
    buildings,
    units,
    dwellings,
    residents,
    vacant,
    withPhone: plan.intents.filter(({ name }) => name === 'contact.enter').length,
    rejected: unread.filter(({ why }) => !IN_PART.has(why)),
    warnings: [...left, ...unread.filter(({ why }) => IN_PART.has(why)), ...plan.warnings.map(said)],
  }
}

function said<Why>(one: {
  readonly sheet?: string
  readonly row: number
  readonly why: Why
  readonly text: string
}): Said<Why> {
  return { sheet: one.sheet ?? '', row: one.row, why: one.why, text: one.text }
}
