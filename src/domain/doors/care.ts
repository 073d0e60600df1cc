import { array, boolean, maxLength, optional, picklist, pipe, strictObject, string, unknown } from 'valibot'
import { edited } from '#domain/edits.ts'
import { ALREADY } from '#domain/change.ts'
import { consent, type Consented, inOrder, meetConsented, reviewed, sorted, withdrawn } from './consented.ts'
import { id, type RecordId } from '#domain/ids.ts'
import { mergeRoster, settleProposal } from '#domain/proposals.ts'
import { reasonsId } from '#domain/reasons.ts'
import { creation, fresh, type Kind, verb } from '#domain/record.ts'
import { calendarDay } from '#domain/window.ts'

/**
 * What a micro-grid volunteer may know of why somebody is looked after: that they live alone. Every other reason is the
 * office's alone (`reasons.ts`) and has no place in this record, because who reads one field of it reads all of it.
 */
export const CARE_TAGS = ['livesAlone', 'emptyNest'] as const
export type CareTag = (typeof CARE_TAGS)[number]

/** What helps, never what ails. */
export const NEEDS = [
  'speakUp',
  'stairs',
  'shopping',
  'hospitalEscort',
  'medicine',
  'meal',
  'phoneHelp',
  'lightBulb',
  'callFirst',
] as const
export type Need = (typeof NEEDS)[number]

/** What a resident agreed to have known about them. A part of the resident, with fewer readers. */
export interface Care extends Consented {
  readonly kind: 'care'
  readonly tags: readonly CareTag[]
  readonly needs: readonly Need[]
}

const tags = pipe(array(picklist(CARE_TAGS)), maxLength(CARE_TAGS.length))
const needs = pipe(array(picklist(NEEDS)), maxLength(NEEDS.length))
const LISTS = { tags: CARE_TAGS, needs: NEEDS }

export const care: Kind<Care> = {
  kind: 'care',
  sealed: true,
  takenBack: true,
  scopeOf: (record) => ({ place: record.place, group: 'care', people: [] }),
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

/** Whether there is something to look after. */
export function needsCare(record: Care): boolean {
  return record.consent !== undefined && (record.tags.length > 0 || record.needs.length > 0)
}
