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
  strictObject,
  string,
} from 'valibot'
import { clearable, edited } from '#domain/edits.ts'
import { fund } from '#domain/money/accountWords.ts'
import { ALREADY, type Change, held } from '#domain/change.ts'
import { id, type RecordId } from '#domain/ids.ts'
import { mergeFields, same } from '#domain/merge.ts'
import { photoHash } from '#domain/photoHash.ts'
import { applied, creation, fresh, type Kind, verb, type Verdict } from '#domain/record.ts'
import { calendarDay } from '#domain/window.ts'
import { APPROVALS, type Milestone, type Works } from './works.ts'
import { cents } from '#domain/money/yuan.ts'

const words = (most: number) => pipe(string(), minLength(1), maxLength(most))
const photos = pipe(array(photoHash), maxLength(6))
const label = words(30)
const vendor = words(40)
const voices = pipe(
  array(strictObject({ of: id, homes: pipe(number(), integer(), minValue(0), maxValue(9999)) })),
  maxLength(20),
)
/** More steps of one sort than anybody takes: a record has to stay one that can be sent. */
const MOST = 40

export const works: Kind<Works> = {
  kind: 'works',
  sealed: false,
  scopeOf: (record) => ({ place: record.place, group: 'money', people: [] }),
  photosOf: (record) => [
    ...new Set([
      ...record.before,
      ...record.after,
      ...record.quotes.flatMap((one) => one.photos),
      ...record.milestones.flatMap((one) => one.photos),
    ]),
  ],
  verbs: {
    plan: creation({
      v: 1,
      args: strictObject({
        place: id,
        label,
        need: optional(words(300)),
        budget: optional(cents),
        fund: optional(fund),
        voices,
        photos,
      }),
      act: 'enterMoney',
      create: ({ place, need, budget, ...args }, change, stamp): Works => ({
        ...fresh('works', place as RecordId, change, stamp),
        kind: 'works',
        label: args.label,
        voices: args.voices.map((one) => ({ ...one, of: one.of as RecordId, ...step(change) })),
        quotes: [],
        approvals: [],
        milestones: [],
        acceptances: [],
        before: args.photos,
        after: [],
        ...(need !== undefined && { need }),
        ...(budget !== undefined && { budget }),
        ...(args.fund !== undefined && { fund: args.fund }),
      }),
    }),
    edit: verb({
      v: 1,
      args: strictObject({
        label: edited(label),
        need: clearable(words(300)),
        vendor: clearable(vendor),
        budget: clearable(cents),
        cost: clearable(cents),
        fund: clearable(fund),
        warrantyUntil: clearable(calendarDay),
      }),
      act: 'enterMoney',
      fold: (record: Works, args, change, stamp) => mergeFields(record, args as never, change, stamp),
    }),
    /** More remarks that ask for the same; one that is here already is not counted twice. */
    hear: verb({
      v: 1,
      args: strictObject({ voices: pipe(voices, minLength(1)) }),
      act: 'enterMoney',
      fold: (record: Works, args, change) => {
        const known = new Set(record.voices.map((one) => one.of))
        const more = args.voices.filter((one) => !known.has(one.of as RecordId))
        if (more.length === 0) return ALREADY
        if (known.size + more.length > MOST) return held('wrongState')
        const added = more.map((one) => ({ ...one, of: one.of as RecordId, ...step(change) }))
        return applied<Works>({ ...record, voices: [...record.voices, ...added] })
      },
    }),
    /** Two who write the same offer down make one, with the papers of both; two sums of one firm both stand. */
    quote: verb({
      v: 1,
      args: strictObject({ vendor, cents, day: calendarDay, photos }),
      act: 'enterMoney',
      fold: (record: Works, args, change) => {
        const there = record.quotes.find(
          (one) => one.vendor === args.vendor && one.cents === args.cents && one.day === args.day,
        )
        if (!there) return grown(record, 'quotes', { ...args, ...step(change) })
        const both = withMore(there.photos, args.photos)
        if (both === there.photos) return ALREADY
        return applied<Works>({ ...record, quotes: put(record.quotes, there, { ...there, photos: both }) })
      },
    }),
    approve: verb({
      v: 1,
      args: strictObject({
        approved: picklist(APPROVALS),
        day: calendarDay,
        note: optional(words(200)),
        cause: optional(id),
      }),
      act: 'enterMoney',
      fold: (record: Works, { note, cause, ...args }, change) => {
        const made = {
          ...args,
          ...(note !== undefined && { note }),
          ...(cause !== undefined && { cause: cause as RecordId }),
        }
        const said = record.approvals.some((one) =>
          same({ ...one, ...step(change) }, { ...made, ...step(change) }),
        )
        return said ? ALREADY : grown(record, 'approvals', { ...made, ...step(change) })
      },
    }),
    /** A step and when it is planned for; `was` is the day its author saw there. */
    step: verb({
      v: 1,
      args: strictObject({ label, was: optional(calendarDay), day: calendarDay }),
      act: 'enterMoney',
      fold: (record: Works, args, change) => {
        const there = record.milestones.find((one) => one.label === args.label)
        if (!there)
          return grown(record, 'milestones', {
            label: args.label,
            day: args.day,
            photos: [],
            ...step(change),
          })
        if (there.day === args.day) return ALREADY
        // Two planned it for two days: the first stands until somebody who has seen it moves it.
        if (there.day !== args.was) return { record, outcome: { is: 'merged', lost: { day: args.day } } }
        return stepped(record, there, { ...there, day: args.day })
      },
    }),
    /** A step is done. The first word on the day stands, pictures of both are kept. */
    reach: verb({
      v: 1,
      args: strictObject({ label, day: calendarDay, photos }),
      act: 'enterMoney',
      fold: (record: Works, args, change): Verdict<Works> => {
        const there = record.milestones.find((one) => one.label === args.label)
        if (!there)
          return grown(record, 'milestones', {
            label: args.label,
            done: args.day,
            photos: args.photos,
            ...step(change),
          })
        const both = withMore(there.photos, args.photos)
        const first = there.done ?? args.day
        if (first === there.done && both === there.photos)
          return first === args.day ? ALREADY : { record, outcome: { is: 'merged', lost: { day: args.day } } }
        const next = stepped(record, there, { ...there, done: first, photos: both })
        return first === args.day ? next : { ...next, outcome: { is: 'merged', lost: { day: args.day } } }
      },
    }),
    /** By whoever asks residents whether something was done, never by who did it. Every word stays; `acceptedBy` counts. */
    accept: verb({
      v: 1,
      args: strictObject({ day: calendarDay, note: words(200), name: optional(words(20)) }),
      act: 'confirmOrder',
      fold: (record: Works, { name, ...args }, change) =>
        grown(record, 'acceptances', { ...args, ...(name !== undefined && { name }), ...step(change) }),
    }),
    picture: verb({
      v: 1,
      args: strictObject({ side: picklist(['before', 'after']), photos: pipe(photos, minLength(1)) }),
      act: 'enterMoney',
      fold: (record: Works, args) => {
        const both = withMore(record[args.side], args.photos)
        if (both === record[args.side]) return ALREADY
        if (both.length > MOST) return held('wrongState')
        return applied<Works>({ ...record, [args.side]: both })
      },
    }),
    cancel: verb({
      v: 1,
      args: strictObject({ reason: words(200) }),
      act: 'enterMoney',
      fold: (record: Works, { reason }, { actor, at }) => {
        if (!record.cancelled) return applied<Works>({ ...record, cancelled: { by: actor, at, reason } })
        if (record.cancelled.reason === reason) return ALREADY
        return { record, outcome: { is: 'merged', lost: { reason } } }
      },
    }),
    /** It is done after all; that it was given up stays in the history. */
    resume: verb({
      v: 1,
      args: strictObject({}),
      act: 'enterMoney',
      fold: (record: Works) => {
        const { cancelled, ...rest } = record
        return cancelled ? applied<Works>(rest) : ALREADY
      },
    }),
  },
}

function step({ id, actor, at }: Change) {
  return { id, by: actor, at }
}

type Lists = 'quotes' | 'approvals' | 'milestones' | 'acceptances'

/** Once per change. */
function grown<L extends Lists>(record: Works, list: L, one: Works[L][number]): Verdict<Works> {
  const there: readonly Works[Lists][number][] = record[list]
  if (there.some(({ id }) => id === one.id)) return ALREADY
  if (there.length >= MOST) return held('wrongState')
  return applied<Works>({ ...record, [list]: [...there, one] })
}

function stepped(record: Works, there: Milestone, next: Milestone) {
  return applied<Works>({ ...record, milestones: put(record.milestones, there, next) })
}

function put<T>(list: readonly T[], there: T, next: T): readonly T[] {
  return list.map((one) => (one === there ? next : one))
}

/** The very same list where nothing comes to it. */
function withMore(there: readonly string[], more: readonly string[]): readonly string[] {
  const both = [...new Set([...there, ...more])].slice(0, MOST)
  return both.length === there.length ? there : both
}
