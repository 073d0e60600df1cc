import { array, boolean, maxLength, optional, picklist, pipe, strictObject, string, unknown } from 'valibot'
import { ALREADY } from './change.ts'
import { consent, inOrder, meetConsented, reviewed, sorted, withdrawn } from './doors/consented.ts'
import { id, type RecordId } from './ids.ts'
import { mergeRoster, settleProposal } from './proposals.ts'
import { creation, fresh, type Kind, verb } from './record.ts'
import { careId } from './doors/resident.ts'
import { calendarDay } from './window.ts'
import { type Reasons, REASONS, reasonsId, reasonsOutline } from './reasons.ts'

const tags = pipe(array(picklist(REASONS)), maxLength(REASONS.length))

const LISTS = { tags: REASONS }

export const reasons: Kind<Reasons> = {
  ...reasonsOutline,
  sealed: true,
  takenBack: true,
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
