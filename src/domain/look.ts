import {
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
import { id, type RecordId } from './ids.ts'
import { creation, fresh, type Kind, type Recorded } from './record.ts'

/** What was opened, printed or taken away. */
export const LOOKED_AT = [
  'phone',
  'emergencySheet',
  'doorList',
  'elevation',
  'export',
  'care',
  'quiet', // a matter that somebody asked to have settled quietly
  'organisation', // the volunteers by name, on paper
  'lostDevice', // the papers of a device that is lost: who used it, what they opened
  'paper', // what is for the inside, printed or saved as a table: minutes, a day, a month
  'wall', // what is for everybody, printed or saved as a table
  'slip', // of a work order, printed for whoever does it
  'copied', // a text to send: to a group, to a firm
] as const
export type LookedAt = (typeof LOOKED_AT)[number]

/** Of these what everybody may take who works here, and not only whoever sees residents' names. */
export const PAPERS = [
  'paper',
  'organisation',
  'wall',
  'slip',
  'copied',
] as const satisfies readonly LookedAt[]

/** Why. A phone is called, care is opened with its home and a quiet matter by itself; the rest is asked. */
export const LOOK_REASONS = [
  'call',
  'fire',
  'powerOrWater',
  'weather',
  'missing',
  'round',
  'office',
  'check',
  'opened',
  'other',
] as const
export type LookReason = (typeof LOOK_REASONS)[number]

/** Signs of a note. */
export const MOST_SAID = 200

/** That somebody opened what names people, or that a paper or a text left the app, and why: written down where it happens, read by the office. Only ever added. */
export interface Look extends Recorded {
  readonly kind: 'look'
  readonly what: LookedAt
  readonly why: LookReason
  /** In their own words. */
  readonly note?: string
  /** How many people it names, or lines where a table knows no people. */
  readonly count?: number
  /** In how many homes they live, where that is another number. */
  readonly homes?: number
  /** Who took away many agreed to it with somebody of the office: the request that was allowed. */
  readonly request?: RecordId
}

export const look: Kind<Look> = {
  kind: 'look',
  sealed: true,
  scopeOf: (record) => ({ place: record.place, group: 'looks', people: [record.author] }),
  verbs: {
    note: creation({
      v: 1,
      args: strictObject({
        place: id,
        what: picklist(LOOKED_AT),
        why: picklist(LOOK_REASONS),
        note: optional(pipe(string(), minLength(1), maxLength(MOST_SAID))),
        count: optional(pipe(number(), integer(), minValue(0))),
        homes: optional(pipe(number(), integer(), minValue(0))),
        request: optional(id),
      }),
      act: 'noteLook',
      create: (args, change, stamp): Look => ({
        ...fresh('look', args.place as RecordId, change, stamp),
        kind: 'look',
        what: args.what,
        why: args.why,
        ...(args.note && { note: args.note }),
        ...(args.count !== undefined && { count: args.count }),
        ...(args.homes !== undefined && { homes: args.homes }),
        ...(args.request !== undefined && { request: args.request as RecordId }),
      }),
    }),
    take: creation({
      v: 1,
      args: strictObject({
        place: id,
        what: picklist(PAPERS),
        note: pipe(string(), minLength(1), maxLength(MOST_SAID)),
        count: optional(pipe(number(), integer(), minValue(0))),
      }),
      act: 'takePaper',
      create: (args, change, stamp): Look => ({
        ...fresh('look', args.place as RecordId, change, stamp),
        kind: 'look',
        what: args.what,
        why: 'office',
        note: args.note,
        ...(args.count !== undefined && { count: args.count }),
      }),
    }),
  },
}
