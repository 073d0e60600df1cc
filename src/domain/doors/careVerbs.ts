import { array, boolean, maxLength, optional, picklist, pipe, strictObject, string, unknown } from 'valibot'
import { edited } from '#domain/edits.ts'
import { ALREADY } from '#domain/change.ts'
import { consent, inOrder, meetConsented, reviewed, sorted, withdrawn } from './consented.ts'
import { id, type RecordId } from '#domain/ids.ts'
import { mergeRoster, settleProposal } from '#domain/proposals.ts'
import { reasonsId } from '#domain/reasons.ts'
import { creation, fresh, type Kind, verb } from '#domain/record.ts'
import { calendarDay } from '#domain/window.ts'
import { type Care, CARE_TAGS, NEEDS, careOutline } from './care.ts'

const tags = pipe(array(picklist(CARE_TAGS)), maxLength(CARE_TAGS.length))

const needs = pipe(array(picklist(NEEDS)), maxLength(NEEDS.length))

const LISTS = { tags: CARE_TAGS, needs: NEEDS }

export const care: Kind<Care> = {
  ...careOutline,
  sealed: true,
  takenBack: true,
  headOf: (record) => record.resident,
  // The office's own reasons stand on the same consent; whoever hears that it is taken back need not know them.
  // They end with the consent that ends now, whatever day its speaker's clock says, or with the one that ended before they came.
  follows: (before, { resident, withdrawnAt, consent: given }) => {
    const ended = before ? before.consent !== undefined && given === undefined : withdrawnAt !== undefined
    if (withdrawnAt === undefined || !ended) return []
    const at = before?.consent?.at ?? withdrawnAt
    const day = at > withdrawnAt ? at : withdrawnAt
    return [{ record: reasonsId(resident), name: 'reasons.withdrawConsent', v: 1, args: { day } }]
  },
  verbs: {
    enter: creation({
      v: 1,
      args: strictObject({ place: id, resident: id, tags, needs, consent }),
      act: 'editCare',
      create: (args, change, stamp): Care => ({
        ...fresh('care', args.place as RecordId, change, stamp),
        kind: 'care',
        resident: args.resident as RecordId,
        tags: sorted(CARE_TAGS, args.tags),
        needs: sorted(NEEDS, args.needs),
        consent: args.consent,
      }),
      meet: (record, args, change, stamp) =>
        meetConsented(record, LISTS, { tags: args.tags, needs: args.needs }, args.consent, change, stamp),
    }),
    edit: verb({
      v: 1,
      args: strictObject({ tags: edited(tags), needs: edited(needs) }),
      act: 'editCare',
      // Nothing is written about somebody who took their consent back, and nothing of it is kept for a decision either.
      fold: (record: Care, args, change, stamp) =>
        record.consent ? mergeRoster(record, inOrder(LISTS, args), change, stamp) : ALREADY,
    }),
    settle: verb({
      v: 1,
      args: strictObject({ field: picklist(['tags', 'needs']), value: unknown(), take: boolean() }),
      act: 'editCare',
      fold: (record: Care, args, _change, stamp) =>
        settleProposal(record, { ...args, value: args.value ?? null }, stamp),
    }),
    review: verb({
      v: 1,
      args: strictObject({ was: optional(string()), until: calendarDay }),
      act: 'editCare',
      fold: (record: Care, args, change, stamp) => reviewed(record, args, change, stamp),
    }),
    withdrawConsent: verb({
      v: 1,
      args: strictObject({ day: calendarDay }),
      act: 'withdrawCare',
      fold: (record: Care, args, _change, stamp) => withdrawn(record, LISTS, args.day, stamp),
    }),
  },
}
