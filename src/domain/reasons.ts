import { array, boolean, maxLength, optional, picklist, pipe, strictObject, string, unknown } from 'valibot'
import { ALREADY } from './change.ts'
import {
  consent,
  type Consented,
  inOrder,
  meetConsented,
  reviewed,
  sorted,
  withdrawn,
} from './doors/consented.ts'
import { derivedId, id, type RecordId } from './ids.ts'
import { mergeRoster, settleProposal } from './proposals.ts'
import { creation, fresh, type Kind, verb } from './record.ts'
import { careId } from './doors/resident.ts'
import { calendarDay } from './window.ts'

/** 关爱标签 that are the office's alone: a volunteer needs to know what helps, not why. */
export const REASONS = [
  'leftBehind',
  'disabledSevere',
  'disabled',
  'losesAbility',
  'specialFamily',
  'lowIncome',
  'extremePoverty',
  'aged80',
  'expectant',
  'infant',
  'chronicHelp',
] as const
export type Reason = (typeof REASONS)[number]

/** Why somebody is looked after. A part of the resident, read by the office only; it stands on the resident's consent. */
export interface Reasons extends Consented {
  readonly kind: 'reasons'
  readonly tags: readonly Reason[]
}

/** One for each resident: whoever writes first makes it, the next one adds to it. */
export function reasonsId(of: RecordId): RecordId {
  return derivedId('reasons', of)
}

const tags = pipe(array(picklist(REASONS)), maxLength(REASONS.length))
const LISTS = { tags: REASONS }

export const reasons: Kind<Reasons> = {
  kind: 'reasons',
  sealed: true,
  takenBack: true,
  scopeOf: (record) => ({ place: record.place, group: 'reasons', people: [] }),
  headOf: (record) => record.resident,
  heeds: (record) => careId(record.resident),
  verbs: {
    enter: creation({
      v: 1,
      args: strictObject({ place: id, resident: id, tags, consent }),
      act: 'editCare',
      idOf: (args) => reasonsId(args.resident as RecordId),
      create: (args, change, stamp): Reasons => ({
        ...fresh('reasons', args.place as RecordId, change, stamp),
        kind: 'reasons',
        resident: args.resident as RecordId,
        tags: sorted(REASONS, args.tags),
        consent: args.consent,
      }),
      meet: (record, args, change, stamp) =>
        meetConsented(record, LISTS, { tags: args.tags }, args.consent, change, stamp),
    }),
    edit: verb({
      v: 1,
      args: strictObject({ tags: strictObject({ was: tags, now: tags }) }),
      act: 'editCare',
      fold: (record: Reasons, args, change, stamp) =>
        record.consent ? mergeRoster(record, inOrder(LISTS, args), change, stamp) : ALREADY,
    }),
    settle: verb({
      v: 1,
      args: strictObject({ field: picklist(['tags']), value: unknown(), take: boolean() }),
      act: 'editCare',
      fold: (record: Reasons, args, _change, stamp) =>
        settleProposal(record, { ...args, value: args.value ?? null }, stamp),
    }),
    review: verb({
      v: 1,
      args: strictObject({ was: optional(string()), until: calendarDay }),
      act: 'editCare',
      fold: (record: Reasons, args, change, stamp) => reviewed(record, args, change, stamp),
    }),
    withdrawConsent: verb({
      v: 1,
      args: strictObject({ day: calendarDay }),
      act: 'withdrawCare',
      fold: (record: Reasons, args, _change, stamp) => withdrawn(record, LISTS, args.day, stamp, 'until'),
    }),
  },
}
