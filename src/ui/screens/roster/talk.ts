import type { Result } from '#domain/result.ts'
import type { RosterPlan } from '#domain/roster/plan.ts'
import type { Mapping } from '#domain/roster/columns.ts'
import type { RosterDiff } from '#domain/roster/diff.ts'
import type { RosterRecords } from '#domain/roster/known.ts'
import type { columnsOf, Sheet, SheetRead } from '#domain/roster/sheets.ts'
import type { RosterRefusal, Town } from '#domain/roster/town.ts'
import type { SheetRefusal } from '#sheets/rawSheet.ts'

/** What the screens ask of the worker that reads and plans: plain messages, answered in their order. */
export type Asked =
  | { readonly ask: 'read'; readonly bytes: ArrayBuffer }
  /** Sheets that were read before, of a draft. */
  | { readonly ask: 'hold'; readonly sheets: readonly Sheet[] }
  | { readonly ask: 'look'; readonly mapping: Mapping }
  | { readonly ask: 'hold against'; readonly mapping: Mapping; readonly records: RosterRecords }
  | { readonly ask: 'table'; readonly mapping: Mapping }

export type Columns = ReturnType<typeof columnsOf>

/** What would be read of a file in which nothing is known yet; without the changes themselves, which are many. */
export interface Looked {
  readonly columns: Columns
  readonly plan: Result<Omit<RosterPlan, 'intents'>, RosterRefusal>
}

/** The same, held against what is known. */
export interface HeldAgainst {
  readonly columns: Columns
  readonly diff: Result<
    Pick<RosterDiff, 'rows' | 'counts' | 'digest'> &
      Pick<Town, 'notUnderstood' | 'warnings'> & { readonly sheets: readonly SheetRead[] },
    RosterRefusal
  >
}

export interface Answers {
  readonly read: Result<readonly Sheet[], SheetRefusal>
  readonly hold: Result<readonly Sheet[], SheetRefusal>
  readonly look: Looked
  readonly 'hold against': HeldAgainst
  readonly table: readonly (readonly string[])[]
}
