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
import { clearable, edited } from '#domain/edits.ts'
import { ALREADY, held } from '#domain/change.ts'
import { derivedId, id, type PersonId, type RecordId } from '#domain/ids.ts'
import { type FieldEdit, type FieldRule, mergeFields } from '#domain/merge.ts'
import { photoHash } from '#domain/photoHash.ts'
import { applied, creation, fresh, type Kind, type Recorded, verb } from '#domain/record.ts'
import { calendarDay } from '#domain/window.ts'

/** 周周议, 月月谈, one called for a reason, 坝坝会. */
export const MEETING_KINDS = ['weekly', 'monthly_talk', 'special', 'courtyard_talk'] as const
export type MeetingKind = (typeof MEETING_KINDS)[number]

/** One sitting of the council. What is talked over are its agenda items, records of their own. */
export interface Meeting extends Recorded {
  readonly kind: 'meeting'
  readonly meetingKind: MeetingKind
  /** Day in Shanghai and clock times, `YYYY-MM-DD` and `HH:MM`. */
  readonly day: string
  readonly time: string
  readonly ends?: string
  /** Where several sit on one day: 南区, 北区. */
  readonly circle?: string
  readonly placeText: string
  readonly chair?: PersonId
  readonly secretary?: PersonId
  /** With a vote: how many were expected, how many came. */
  readonly expected?: number
  readonly present?: number
  /** Without a vote: the property sits in, and does not decide on itself. */
  readonly guests?: number
  /** Photos of the paper that was signed; nobody signs on glass. */
  readonly signed: readonly string[]
}

/** One record for a day's sitting, so that two who open it offline write on the same. */
export function meetingId(compound: RecordId, kind: MeetingKind, day: string, circle?: string): RecordId {
  return derivedId('meeting', compound, kind, day, circle ?? '')
}

const clock = pipe(string(), regex(/^([01]\d|2[0-3]):[0-5]\d$/))
// It becomes part of an id.
const circle = pipe(string(), minLength(1), maxLength(12), regex(/^[^\p{Cc}\p{Cs}]*$/u))
const placeText = pipe(string(), maxLength(40))
const people = pipe(number(), integer(), minValue(0), maxValue(9999))

const first: FieldRule = (current, wanted) => current ?? wanted

export const meeting: Kind<Meeting> = {
  kind: 'meeting',
  sealed: true,
  scopeOf: (record) => ({ place: record.place, group: 'council', people: [record.author] }),
  photosOf: (record) => record.signed,
  verbs: {
    call: creation({
      v: 1,
      args: strictObject({
        /** The compound's place. */
        place: id,
        meetingKind: picklist(MEETING_KINDS),
        day: calendarDay,
        time: clock,
        circle: optional(circle),
        placeText,
        expected: optional(people),
      }),
      act: 'holdCouncil',
      idOf: (args) => meetingId(args.place as RecordId, args.meetingKind, args.day, args.circle),
      create: ({ place, ...args }, change, stamp): Meeting => ({
        ...fresh('meeting', place as RecordId, change, stamp),
        kind: 'meeting',
        meetingKind: args.meetingKind,
        day: args.day,
        time: args.time,
        placeText: args.placeText,
        ...(args.circle !== undefined && { circle: args.circle }),
        ...(args.expected !== undefined && { expected: args.expected }),
        signed: [],
      }),
      /** Two called it: the first stands, and whoever called it otherwise is told what did not. */
      meet: (record: Meeting, { time, placeText, expected }, change, stamp) => {
        const called = Object.entries({ time, placeText, expected })
        const edits = called.flatMap(([field, now]) =>
          now === record[field as keyof Meeting] ? [] : [[field, { was: undefined, now }]],
        )
        return mergeFields(record, Object.fromEntries(edits), change, stamp, {
          time: first,
          placeText: first,
          expected: first,
        })
      },
    }),
    /** W9: how many came, counted by two, is named where it differs and never added up. */
    edit: verb({
      v: 1,
      args: strictObject({
        day: edited(calendarDay),
        time: edited(clock),
        ends: clearable(clock),
        placeText: edited(placeText),
        chair: clearable(id),
        secretary: clearable(id),
        expected: clearable(people),
        present: clearable(people),
        guests: clearable(people),
      }),
      act: 'holdCouncil',
      fold: (record: Meeting, args, change, stamp) =>
        record.voided
          ? held('wrongState')
          : mergeFields(record, args as Record<string, FieldEdit>, change, stamp),
    }),
    /** The signed paper, page by page. Only ever added. */
    sign: verb({
      v: 1,
      args: strictObject({ photos: pipe(array(photoHash), minLength(1), maxLength(6)) }),
      act: 'holdCouncil',
      fold: (record: Meeting, { photos }) => {
        const signed = [...new Set([...record.signed, ...photos])]
        return signed.length === record.signed.length ? ALREADY : applied<Meeting>({ ...record, signed })
      },
    }),
    /** It did not take place, or was called twice. */
    cancel: verb({
      v: 1,
      args: strictObject({ reason: pipe(string(), minLength(1), maxLength(200)) }),
      act: 'holdCouncil',
      fold: (record: Meeting, { reason }, { actor, at }) =>
        record.voided ? ALREADY : applied<Meeting>({ ...record, voided: { by: actor, at, reason } }),
    }),
  },
}
