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
export const LOOKED_AT = ['phone', 'emergencySheet', 'doorList', 'elevation', 'export'] as const
export type LookedAt = (typeof LOOKED_AT)[number]

/** Why. A phone is called; the rest is asked. */
export const LOOK_REASONS = [
  'call',
  'fire',
  'powerOrWater',
  'weather',
  'missing',
  'round',
  'office',
  'other',
] as const
export type LookReason = (typeof LOOK_REASONS)[number]

/** That somebody opened what names people, and why: written down where it happens, read by the office. Only ever added. */
export interface Look extends Recorded {
  readonly kind: 'look'
  readonly what: LookedAt
  readonly why: LookReason
  /** In their own words. */
  readonly note?: string
  /** How many homes or people it names. */
  readonly count?: number
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
        note: optional(pipe(string(), minLength(1), maxLength(200))),
        count: optional(pipe(number(), integer(), minValue(0))),
      }),
      act: 'noteLook',
      create: (args, change, stamp): Look => ({
        ...fresh('look', args.place as RecordId, change, stamp),
        kind: 'look',
        what: args.what,
        why: args.why,
        ...(args.note && { note: args.note }),
        ...(args.count !== undefined && { count: args.count }),
      }),
    }),
  },
}
