import {
  array,
  integer,
  maxLength,
  minLength,
  minValue,
  number,
  optional,
  picklist,
  pipe,
  strictObject,
  string,
} from 'valibot'
import { ALREADY } from '#domain/change.ts'
import { fingerprint } from '#domain/fingerprint.ts'
import { derivedId, id, type RecordId } from '#domain/ids.ts'
import { applied, creation, fresh, type Kind, type Recorded, verb } from '#domain/record.ts'
import type { RosterField } from './headings.ts'

/** What a person may say of a column: the field it is, or that nothing of it enters. */
const CHOICES = [
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
] as const satisfies readonly (RosterField | 'ignore')[]

/** `heading` as headings are compared (`plainHeading`). */
export interface SaidOfColumn {
  readonly heading: string
  readonly is: (typeof CHOICES)[number]
}

/** What was said of columns in all imports, the last word of each heading. */
export function columnsRemembered(
  imports: Iterable<RosterImport>,
): Readonly<Record<string, SaidOfColumn['is']>> {
  const inOrder = [...imports].sort((a, b) => (a.at < b.at ? -1 : 1))
  return Object.fromEntries(
    inOrder.flatMap(({ columns = [] }) => columns.map(({ heading, is }) => [heading, is])),
  )
}

/** How many rows an import had of each sort when somebody agreed to it. */
export interface ImportCounts {
  readonly new: number
  readonly changed: number
  readonly same: number
  readonly missing: number
  readonly doubtful: number
}

/** That a roster was brought in: of which file, by whom (its author), and what became of it. The office reads it. */
export interface RosterImport extends Recorded {
  readonly kind: 'import'
  /** The file's name, without the folders it lay in; '' of the roster that came with the set-up. */
  readonly file: string
  readonly counts: ImportCounts
  /** What a person said of its columns, by what stands over them: the next file with the same headings is read the same. */
  readonly columns?: readonly SaidOfColumn[]
  /** `running` also where it was cut off: the same file goes on from there, and what entered can be taken back. */
  readonly state: 'running' | 'done' | 'undone'
  /** Changes made; how many of them were left when it was taken back. */
  readonly made?: number
  readonly left?: number
}

/**
 * One thing that an import did to a record, with what is needed to take it back: it made it or brought it back, and `mark`
 * says how it was then; or it gave a field another value, and `was` is the one before.
 */
export type Did =
  | { readonly record: RecordId; readonly made: 'new' | 'back'; readonly mark: string }
  | { readonly record: RecordId; readonly field: DidField; readonly mark: string; readonly was?: string }

const DID_FIELDS = ['phone', 'ageBand', 'name', 'use', 'place', 'movedOut'] as const
export type DidField = (typeof DID_FIELDS)[number]

/** What one portion of an import did. It is written in the same transaction, so that it is never more nor less. */
export interface ImportPart extends Recorded {
  readonly kind: 'importPart'
  readonly of: RecordId
  /** From 1. */
  readonly n: number
  readonly did: readonly Did[]
}

export function importPartId(of: RecordId, n: number): RecordId {
  return derivedId('importPart', of, n)
}

/** Why somebody or something was given up by taking an import back: the next import may bring it back unasked. */
export const TAKEN_BACK = '撤回导入'

const MARKED = {
  place: ['key', 'label', 'use', 'parent', 'spans'],
  resident: [
    'place',
    'name',
    'ageBand',
    'relation',
    'residency',
    'owner',
    'movedIn',
    'movedOut',
    'mergedInto',
    'proposals',
  ],
} as const

/** How a place or a resident is, in one word: all that an import gives them and that people change. */
export function markOf(kind: keyof typeof MARKED, values: object): string {
  const of = values as Readonly<Record<string, unknown>>
  return fingerprint(JSON.stringify(MARKED[kind].map((field) => of[field] ?? null)))
}

/** The mark of one field's value; an absent one has a mark too. */
export function markOfValue(value: string | undefined): string {
  return fingerprint(value ?? '')
}

const count = pipe(number(), integer(), minValue(0))
const mark = pipe(string(), maxLength(16))
const was = pipe(string(), maxLength(64))
const columns = pipe(
  array(strictObject({ heading: pipe(string(), minLength(1), maxLength(40)), is: picklist(CHOICES) })),
  maxLength(60),
)

const rosterImport: Kind<RosterImport> = {
  kind: 'import',
  sealed: true,
  scopeOf: (record) => ({ place: record.place, group: 'imports', people: [] }),
  verbs: {
    begin: creation({
      v: 1,
      args: strictObject({
        place: id,
        file: pipe(string(), maxLength(120)),
        counts: strictObject({
          new: count,
          changed: count,
          same: count,
          missing: count,
          doubtful: count,
        }),
        columns: optional(columns),
      }),
      act: 'enterRoster',
      create: (args, change, stamp): RosterImport => ({
        ...fresh('import', args.place as RecordId, change, stamp),
        kind: 'import',
        file: args.file,
        counts: args.counts,
        ...(args.columns && { columns: args.columns }),
        state: 'running',
      }),
    }),
    finish: verb({
      v: 1,
      args: strictObject({ made: count }),
      act: 'enterRoster',
      fold: (record: RosterImport, { made }) =>
        record.state === 'running' ? applied({ ...record, state: 'done', made }) : ALREADY,
    }),
    takeBack: verb({
      v: 1,
      args: strictObject({ left: count }),
      act: 'enterRoster',
      fold: (record: RosterImport, { left }) =>
        record.state === 'undone' && record.left === left
          ? ALREADY
          : applied({ ...record, state: 'undone', left }),
    }),
  },
}

const importPart: Kind<ImportPart> = {
  kind: 'importPart',
  sealed: true,
  scopeOf: (record) => ({ place: record.place, group: 'imports', people: [] }),
  headOf: (record) => record.of,
  verbs: {
    note: creation({
      v: 1,
      args: strictObject({
        place: id,
        of: id,
        n: pipe(number(), integer(), minValue(1)),
        did: pipe(
          array(
            strictObject({
              record: id,
              made: optional(picklist(['new', 'back'])),
              field: optional(picklist(DID_FIELDS)),
              mark,
              was: optional(was),
            }),
          ),
          maxLength(400),
        ),
      }),
      act: 'enterRoster',
      idOf: (args) => importPartId(args.of as RecordId, args.n),
      create: (args, change, stamp): ImportPart => ({
        ...fresh('importPart', args.place as RecordId, change, stamp),
        kind: 'importPart',
        of: args.of as RecordId,
        n: args.n,
        did: args.did as readonly unknown[] as readonly Did[],
      }),
    }),
  },
}

/** What rosters did that were brought in. */
export const imports = [rosterImport, importPart] as const
