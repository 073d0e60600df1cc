import {
  array,
  integer,
  maxLength,
  maxValue,
  minLength,
  minValue,
  number,
  optional,
  picklist,
  pipe,
  regex,
  strictObject,
  string,
} from 'valibot'
import { clearable, edited, settable } from './edits.ts'
import { telephone } from './shapes.ts'
import { term, TERM_FIELDS } from './ledger/dueTable.ts'
import { ARRIVAL_ITEMS, ITEMS_MOST } from './bins/checklist.ts'
import { id, type RecordId } from './ids.ts'
import { COMMON_INCIDENTS, INCIDENTS } from './bins/incident.ts'
import { type FieldEdit, mergeFields } from './merge.ts'
import { CALLED } from './organisation.ts'
import { mergeCalled } from './ownNames.ts'
import { mergeWindows, type WindowEdit, withLaterWindows } from './bins/pointWindows.ts'
import { DEADLINES, RETENTION, SHORTEST } from './retention.ts'
import { creation, fresh, type Kind, verb } from './record.ts'
import { calendarDay, WINDOW_DAYS, WINDOWS } from './window.ts'
import { FRESHNESS, KG_PER_LITRE, PHONE_DAYS, type Settings, settingsOutline } from './settings.ts'

const clock = pipe(string(), regex(/^([01]\d|2[0-3]):[0-5]\d$/))

const word = pipe(string(), minLength(1), maxLength(40))

const days = pipe(number(), integer(), minValue(1))

const name = word

const times = { from: clock, to: clock, days: optional(picklist(WINDOW_DAYS)) }

const windows = pipe(array(strictObject({ point: id, window: picklist(WINDOWS), ...times })), maxLength(150))

const ofOneShift = pipe(array(strictObject(times)), maxLength(6))

const windowEdits = pipe(
  array(strictObject({ point: id, window: picklist(WINDOWS), was: ofOneShift, now: ofOneShift })),
  minLength(1),
  maxLength(150),
)

// An item is written into each shift that is opened: it must be what a key may be.
const checklist = pipe(array(pipe(id, minLength(1), maxLength(40))), maxLength(ITEMS_MOST))

const emergency = pipe(array(strictObject({ label: word, number: telephone })), maxLength(20))

const freshness = strictObject({ lit: days, half: days })

const phoneDays = pipe(days, minValue(PHONE_DAYS.least), maxValue(PHONE_DAYS.most))

const commonest = pipe(array(picklist(INCIDENTS)), maxLength(8))

const someDays = pipe(array(calendarDay), maxLength(60))

const ownDays = strictObject({ off: someDays, worked: someDays })

const regulation = strictObject({ title: word, source: pipe(string(), maxLength(200)), asOf: calendarDay })

const answers = strictObject({ who: word, number: telephone, where: optional(pipe(string(), maxLength(60))) })

/** Shorter than usual, and never longer. */
const deadlines = strictObject(
  Object.fromEntries(
    DEADLINES.map((one) => [
      one,
      optional(pipe(number(), integer(), minValue(SHORTEST[one]), maxValue(RETENTION[one]))),
    ]),
  ),
)

const weight = optional(pipe(number(), minValue(KG_PER_LITRE.least), maxValue(KG_PER_LITRE.most)))

const kgPerLitre = strictObject({ kitchen: weight, other: weight, recyclable: weight, hazardous: weight })

const putArgs = strictObject({
  /** The compound's place. */
  place: id,
  name,
  windows: optional(windows, []),
  checklist: optional(checklist, [...ARRIVAL_ITEMS]),
  emergency: optional(emergency, []),
  freshness: optional(freshness, FRESHNESS),
  commonest: optional(commonest, [...COMMON_INCIDENTS]),
})

const edit = <S extends Parameters<typeof optional>[0]>(schema: S) => settable(schema)

const editOrEmpty = <S extends Parameters<typeof optional>[0]>(schema: S) => edited(optional(schema))

export const settings: Kind<Settings> = {
  ...settingsOutline,
  sealed: false,
  verbs: {
    put: creation({
      v: 1,
      args: putArgs,
      act: 'setUp',
      create: ({ place, ...fields }, change, stamp): Settings => ({
        ...fresh('settings', place as RecordId, change, stamp),
        kind: 'settings',
        ...fields,
        windows: fields.windows.map(({ days: held, point, ...one }) => ({
          ...one,
          point: point as RecordId,
          ...(held && { days: held }),
        })),
      }),
    }),
    /** No field can be emptied away: the device needs every one of them to start. */
    edit: verb({
      v: 1,
      args: strictObject({
        name: edit(name),
        windows: edit(windows),
        checklist: edit(checklist),
        emergency: edit(emergency),
        freshness: edit(freshness),
        phoneDays: edit(phoneDays),
        commonest: edit(commonest),
        leaving: edit(checklist),
        ownDays: edit(ownDays),
        regulation: edit(regulation),
        kgPerLitre: edit(kgPerLitre),
        weighed: edit(pipe(string(), maxLength(60))),
        answers: edit(answers),
        deadlines: edit(deadlines),
      }),
      act: 'setUp',
      fold: (record: Settings, args, change, stamp) => {
        const met = mergeFields(record, args as never, change, stamp)
        return args.windows ? withLaterWindows(record, met, stamp) : met
      },
    }),
    /** The times to keep, line by line; an emptied line is the usual one again. */
    times: verb({
      v: 1,
      args: strictObject({
        ...(Object.fromEntries(TERM_FIELDS.map((field) => [field, editOrEmpty(term)])) as Record<
          (typeof TERM_FIELDS)[number],
          ReturnType<typeof editOrEmpty<typeof term>>
        >),
        duty: editOrEmpty(strictObject({ from: clock, to: clock })),
      }),
      act: 'setUp',
      fold: (record: Settings, args, change, stamp) => mergeFields(record, args as never, change, stamp),
    }),
    /** Single windows of points: two who change two of them at the same time change both. */
    windows: verb({
      v: 1,
      args: strictObject({ edits: windowEdits }),
      act: 'setUp',
      fold: (record: Settings, { edits }, change, stamp) =>
        mergeWindows(record, edits as unknown as readonly WindowEdit[], change, stamp),
    }),
    /** One word of the compound's own for a line, a level or a role; emptied it is called as everywhere. */
    call: verb({
      v: 1,
      args: strictObject({
        calls: picklist(CALLED),
        name: clearable(pipe(string(), minLength(1), maxLength(12))),
      }),
      act: 'setUp',
      fold: (record: Settings, { calls, name }, change, stamp) =>
        mergeCalled(record, calls, name as FieldEdit<string> | undefined, change, stamp),
    }),
  },
}
