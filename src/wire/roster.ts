import {
  array,
  type InferOutput,
  maxLength,
  minLength,
  object,
  optional,
  picklist,
  pipe,
  string,
} from 'valibot'
import { id as anyId, type RecordId } from '#domain/ids.ts'
import type { ImportCounts } from '#domain/roster/import.ts'
import type { UndoLeft } from '#domain/roster/undo.ts'
import { rows } from './office.ts'

/** What is said of rosters when the compound is there already. Online only, by the office. */

const id = pipe(anyId, minLength(1))
const key = pipe(string(), minLength(1), maxLength(120))

/**
 * POST /api/roster/import → ImportReply: somebody agreed to a preview. `rows` is the roster as one plain table of the
 * columns that are read (`tableOf`): of the others nothing leaves the device. Asked again under the same `import` it goes
 * on where it was cut off, or says once more what it did. Where the server's own preview is another one, nothing is done
 * (`changedMeanwhile`): the device takes what is new and asks again.
 */
export const importSchema = object({
  /** A random id of the device's own: that of the record of this import. */
  import: id,
  /** The file's name, without the folders it lay in. */
  file: pipe(string(), minLength(1), maxLength(120)),
  rows,
  /** What a person said of columns: for the next file with these headings. */
  columns: optional(
    pipe(
      array(
        object({
          heading: pipe(string(), minLength(1), maxLength(40)),
          is: picklist([
            'building',
            'unit',
            'floor',
            'door',
            'name',
            'phone',
            'age',
            'use',
            'note',
            'ignore',
          ]),
        }),
      ),
      maxLength(60),
    ),
  ),
  /** What somebody said to rows, by their key; the others go as usual. */
  answers: pipe(array(object({ row: key, is: picklist(['enter', 'leave', 'asNew']) })), maxLength(100_000)),
  /** Of the preview that was agreed to. */
  digest: pipe(string(), minLength(1), maxLength(20)),
})
export type BringRoster = InferOutput<typeof importSchema>

export interface ImportReply {
  readonly import: RecordId
  readonly counts: ImportCounts
  /** Changes that were made. */
  readonly made: number
}

/** POST /api/roster/undo → UndoReply: takes back what nobody has touched since. */
export const undoSchema = object({ import: id })

export interface UndoReply {
  /** Changes that were made. */
  readonly undone: number
  /** What stays, and why. */
  readonly left: readonly UndoLeft[]
}
