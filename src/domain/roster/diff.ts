import { fingerprint } from '#domain/fingerprint.ts'
import { ok, type Result } from '#domain/result.ts'
import { homeRows, missingRows } from './homes.ts'
import type { ImportCounts } from './import.ts'
import { rosterIndex, type RosterIndex, type RosterRecords } from './known.ts'
import { peopleRows } from './match.ts'
import type { DiffRow, Planned } from './diffRow.ts'
import type { Gathered } from './sheets.ts'
import { readTown, type RosterRefusal, type Town } from './town.ts'

/**
 * A roster held against what is known: what is new, changed, missing, doubtful, row by row. Pure: the officer's device
 * shows it, the server works out the same and does nothing where its own is another (`digest`).
 *
 * What is certain enters unless somebody says no; what is doubtful stays unless somebody says yes; who is missing is only
 * listed until somebody says that they moved out. A field that the roster does not have is never emptied.
 */
export interface RosterDiff {
  /** In the order of the roster, homes before their people; then who and what is missing. */
  readonly rows: readonly DiffRow[]
  /** Of rows; `same`: homes and people of the roster that are as they are known. */
  readonly counts: ImportCounts
  /** Equal where the same rows have the same to say. */
  readonly digest: string
  readonly town: Town
  /** The rows with what each would do, and what it is held against: for who makes the changes. */
  readonly planned: readonly Planned[]
  readonly index: RosterIndex
}

/** Holds what was gathered of a roster against everything that is known. */
export function planImport(gathered: Gathered, records: RosterRecords): Result<RosterDiff, RosterRefusal> {
  const read = readTown(gathered)
  if (!read.ok) return read
  const town = read.value
  const index = rosterIndex(records, town)
  const people = peopleRows(town, index)
  const homes = homeRows(town, index, people)
  const planned = [...homes.rows, ...missingRows(town, index, people)]
  const rows = planned.map(({ row }) => row)
  const of = (is: DiffRow['is']) => rows.filter((row) => row.is === is).length
  return ok({
    rows,
    counts: {
      new: of('new'),
      changed: of('changed'),
      same: homes.same + people.same,
      missing: of('missing'),
      doubtful: of('doubtful'),
    },
    digest: fingerprint(rows.map(({ sheet: _sheet, row: _row, ...said }) => JSON.stringify(said)).join('\n')),
    town,
    planned,
    index,
  })
}
