import {
  array,
  boolean,
  maxLength,
  optional,
  picklist,
  pipe,
  regex,
  strictObject,
  string,
  unknown,
} from 'valibot'
import { ALREADY } from './change.ts'
import { id, type RecordId } from './ids.ts'
import { type FieldEdit, same } from './merge.ts'
import { mergeRoster, type Rostered, settleProposal } from './proposals.ts'
import { applied, creation, fresh, type Kind, verb } from './record.ts'

/**
 * What a micro-grid volunteer may know of why somebody is looked after: that they live alone. Every other reason is the
 * office's alone and has no place in this record, because who reads one field of it reads all of it.
 */
const CARE_TAGS = ['livesAlone', 'emptyNest'] as const
type CareTag = (typeof CARE_TAGS)[number]

/** What helps, never what ails. */
const NEEDS = [
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

/** Without it nothing may be written down. */
interface Consent {
  readonly basis: 'self' | 'family' | 'guardian'
  /** Day it was given, `YYYY-MM-DD`. */
  readonly at: string
  readonly how: 'signed' | 'spoken' | 'wechat'
}

/** What a resident agreed to have known about them. A part of the resident, with fewer readers. */
export interface Care extends Rostered {
  readonly kind: 'care'
  readonly resident: RecordId
  readonly tags: readonly CareTag[]
  readonly needs: readonly Need[]
  /** Absent after it was taken back; then there are no tags and needs either. */
  readonly consent?: Consent
  /** Day the consent was taken back. */
  readonly withdrawnAt?: string
}

const day = pipe(string(), regex(/^\d{4}-\d\d-\d\d$/))
const tags = pipe(array(picklist(CARE_TAGS)), maxLength(CARE_TAGS.length))
const needs = pipe(array(picklist(NEEDS)), maxLength(NEEDS.length))
const consent = strictObject({
  basis: picklist(['self', 'family', 'guardian']),
  at: day,
  how: picklist(['signed', 'spoken', 'wechat']),
})
const field = <S extends Parameters<typeof optional>[0]>(schema: S) =>
  optional(strictObject({ was: schema, now: schema }))

export const care: Kind<Care> = {
  kind: 'care',
  sealed: true,
  scopeOf: (record) => ({ place: record.place, group: 'care', people: [] }),
  headOf: (record) => record.resident,
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
      meet: (record, args, change) => {
        // A consent that came after one was taken back starts the record anew.
        if (!record.consent) {
          const { withdrawnAt: _, ...rest } = record
          return applied({
            ...rest,
            tags: sorted(CARE_TAGS, args.tags),
            needs: sorted(NEEDS, args.needs),
            consent: args.consent,
          })
        }
        const all = {
          tags: sorted(CARE_TAGS, [...record.tags, ...args.tags]),
          needs: sorted(NEEDS, [...record.needs, ...args.needs]),
        }
        const agreed = same(record.consent, args.consent)
        const grown = all.tags.length > record.tags.length || all.needs.length > record.needs.length
        if (agreed && !grown) return ALREADY
        // The consent that was there stands; another one is named.
        const lost = { field: 'consent', value: args.consent, by: change.actor, at: change.at }
        return {
          record: { ...record, ...all, ...(!agreed && { lost }) },
          outcome: { is: 'merged', lost: agreed ? {} : { consent: args.consent }, into: change.record },
        }
      },
    }),
    edit: verb({
      v: 1,
      args: strictObject({ tags: field(tags), needs: field(needs) }),
      act: 'editCare',
      // Nothing is written about somebody who took their consent back.
      fold: (record: Care, args, change, stamp) =>
        record.consent
          ? mergeRoster(record, inOrder(args), change, stamp)
          : { is: 'held', why: 'wrongState' },
    }),
    settle: verb({
      v: 1,
      args: strictObject({ field: picklist(['tags', 'needs']), value: unknown(), take: boolean() }),
      act: 'editCare',
      fold: (record: Care, args, _change, stamp) =>
        settleProposal(record, { ...args, value: args.value ?? null }, stamp),
    }),
    withdrawConsent: verb({
      v: 1,
      args: strictObject({ day }),
      act: 'editCare',
      fold: (record: Care, args) => {
        if (!record.consent) return ALREADY
        const { consent: _, proposals: __, lost: ___, ...rest } = record
        return applied({ ...rest, tags: [], needs: [], withdrawnAt: args.day })
      },
    }),
  },
}

/** In the order of the list, each once: two people who tick the same boxes write the same value. */
function sorted<T extends string>(order: readonly T[], values: readonly T[]): readonly T[] {
  return order.filter((one) => values.includes(one))
}

type Ticks<T> = { readonly was: readonly T[]; readonly now: readonly T[] } | undefined

/** Ticked in another order is not another value. */
function inOrder(edits: { readonly tags?: Ticks<CareTag>; readonly needs?: Ticks<Need> }) {
  const of = <T extends string>(order: readonly T[], edit: Ticks<T>): FieldEdit | undefined =>
    edit && { was: sorted(order, edit.was), now: sorted(order, edit.now) }
  return { tags: of(CARE_TAGS, edits.tags), needs: of(NEEDS, edits.needs) }
}

/** Whether there is something to look after. */
export function needsCare(record: Care): boolean {
  return record.consent !== undefined && (record.tags.length > 0 || record.needs.length > 0)
}
