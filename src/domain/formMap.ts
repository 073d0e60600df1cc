import { array, maxLength, minLength, optional, picklist, pipe, regex, strictObject, string } from 'valibot'
import { edited } from './edits.ts'
import { ALREADY } from './change.ts'
import { id, type RecordId } from './ids.ts'
import { mergeFields } from './merge.ts'
import { PERIODS, type PeriodKind } from './period.ts'
import { applied, creation, fresh, type Kind, type Recorded, verb } from './record.ts'

/** What of ours can fill a form; each is one table. */
export const LISTS = [
  'ledger', // remarks with what became of them
  'visits',
  'shifts',
  'incidents',
  'bags',
  'hauls',
  'resolutions',
  'works',
  'accounts',
  'surveys',
  'rota',
  'topics',
  'fees',
] as const
export type List = (typeof LISTS)[number]

/** One column of a form: filled from a field of the list, or with the same word in every row, or left for a pen. */
export interface FormColumn {
  /** As it stands on the form. */
  readonly heading: string
  readonly field?: string | undefined
  readonly word?: string | undefined
}

/** How our records fill a form that somebody above asks for: said once, then it fills itself for any period. */
export interface FormMap extends Recorded {
  readonly kind: 'formMap'
  readonly title: string
  readonly list: List
  /** How long a time it is asked for. */
  readonly by: PeriodKind
  readonly columns: readonly FormColumn[]
}

const title = pipe(string(), minLength(1), maxLength(40))
const list = picklist(LISTS)
const by = picklist(PERIODS)
const columns = pipe(
  array(
    strictObject({
      heading: pipe(string(), maxLength(60)),
      // A field of a later version of the list stays what it is, and is left empty by an app that does not know it.
      field: optional(pipe(string(), regex(/^[a-z][A-Za-z]{0,29}$/))),
      word: optional(pipe(string(), minLength(1), maxLength(60))),
    }),
  ),
  minLength(1),
  maxLength(60),
)

export const formMap: Kind<FormMap> = {
  kind: 'formMap',
  sealed: false,
  scopeOf: (record) => ({ place: record.place, group: 'settings', people: [] }),
  verbs: {
    save: creation({
      v: 1,
      args: strictObject({ place: id, title, list, by, columns }),
      act: 'keepForms',
      create: ({ place, ...said }, change, stamp): FormMap => ({
        ...fresh('formMap', place as RecordId, change, stamp),
        kind: 'formMap',
        ...said,
      }),
    }),
    /** W9; of two who put the columns another way the later stands, and the other way is kept beside it. */
    edit: verb({
      v: 1,
      args: strictObject({
        title: edited(title),
        list: edited(list),
        by: edited(by),
        columns: edited(columns),
      }),
      act: 'keepForms',
      fold: (record: FormMap, args, change, stamp) => mergeFields(record, args as never, change, stamp),
    }),
    /** Nobody asks for it any more. */
    setAside: verb({
      v: 1,
      args: strictObject({ reason: pipe(string(), minLength(1), maxLength(200)) }),
      act: 'keepForms',
      fold: (record: FormMap, { reason }, { actor, at }) =>
        record.voided ? ALREADY : applied<FormMap>({ ...record, voided: { by: actor, at, reason } }),
    }),
  },
}
