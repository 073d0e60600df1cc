import {
  array,
  boolean,
  maxLength,
  minLength,
  optional,
  picklist,
  pipe,
  regex,
  strictObject,
  string,
  unknown,
} from 'valibot'
import { clearable, edited } from '#domain/edits.ts'
import { ALREADY, type Change, held } from '#domain/change.ts'
import { id, type RecordId, derivedId } from '#domain/ids.ts'
import { mergeFields } from '#domain/merge.ts'
import { mergeRoster, type Rostered, settleProposal } from '#domain/proposals.ts'
import { creation, fresh, type Kind, verb } from '#domain/record.ts'

/** A band is enough; nobody needs a birthday. */
export const AGE_BANDS = ['0-5', '6-13', '14-17', '18-59', '60-69', '70-79', '80+'] as const
export type AgeBand = (typeof AGE_BANDS)[number]

/** 与户主关系, the classes of GB/T 4761, and people who share a flat. */
export const RELATIONS = [
  'head',
  'spouse',
  'son',
  'daughter',
  'grandchild',
  'parent',
  'grandparent',
  'sibling',
  'other',
  'unrelated',
] as const
export type Relation = (typeof RELATIONS)[number]

/** 户籍 · 流动 · 寄住. */
export const RESIDENCIES = ['registered', 'migrant', 'staying'] as const
export type Residency = (typeof RESIDENCIES)[number]

const OWNERS = ['livesHere', 'elsewhere'] as const
export type Owner = (typeof OWNERS)[number]

/** Somebody who lives behind a door. Phone and care are records of their own: they have other readers. */
export interface Resident extends Rostered {
  readonly kind: 'resident'
  /** 姓名 or 称呼, as people call them. */
  readonly name: string
  readonly ageBand?: AgeBand
  readonly relation?: Relation
  readonly residency?: Residency
  /** 业主: an owner who lives here, or whose home it is and who lives elsewhere; an owner elsewhere is nobody of the household. */
  readonly owner?: Owner
  /** Day they moved in, `YYYY-MM-DD`. */
  readonly movedIn?: string
  /** Lower-case search keys (pinyin and its first letters), worked out where the name was written. */
  readonly keys?: readonly string[]
  /** Day they moved out, `YYYY-MM-DD`. */
  readonly movedOut?: string
  /** The other record of the same person. Both stay; undo clears it. */
  readonly mergedInto?: RecordId
}

const day = pipe(string(), regex(/^\d{4}-\d\d-\d\d$/))
const name = pipe(string(), minLength(1), maxLength(20))
const keys = pipe(array(pipe(string(), maxLength(60))), maxLength(4))
const ageBand = picklist(AGE_BANDS)
const relation = picklist(RELATIONS)
const residency = picklist(RESIDENCIES)
const owner = picklist(OWNERS)

/** The fields a person can settle a proposal of; the record's other fields are not anybody's to propose. */
const EDITABLE = ['name', 'keys', 'ageBand', 'relation', 'residency', 'owner', 'movedIn'] as const

export const resident: Kind<Resident> = {
  kind: 'resident',
  sealed: true,
  scopeOf: (record) => ({ place: record.place, group: 'names', people: [] }),
  verbs: {
    enter: creation({
      v: 1,
      args: strictObject({
        place: id,
        name,
        ageBand: optional(ageBand),
        relation: optional(relation),
        residency: optional(residency),
        keys: optional(keys),
        owner: optional(owner),
        movedIn: optional(day),
      }),
      act: 'editRoster',
      create: (args, change, stamp): Resident => ({
        ...fresh('resident', args.place as RecordId, change, stamp),
        kind: 'resident',
        name: args.name,
        ...(args.ageBand && { ageBand: args.ageBand }),
        ...(args.relation && { relation: args.relation }),
        ...(args.residency && { residency: args.residency }),
        ...(args.keys && { keys: args.keys }),
        ...(args.owner && { owner: args.owner }),
        ...(args.movedIn && { movedIn: args.movedIn }),
      }),
    }),
    edit: verb({
      v: 1,
      args: strictObject({
        name: edited(name),
        keys: clearable(keys),
        ageBand: clearable(ageBand),
        relation: clearable(relation),
        residency: clearable(residency),
        owner: clearable(owner),
        movedIn: clearable(day),
      }),
      act: 'editRoster',
      fold: (record: Resident, args, change, stamp) => mergeRoster(record, args as never, change, stamp),
    }),
    settle: verb({
      v: 1,
      args: strictObject({ field: picklist(EDITABLE), value: unknown(), take: boolean() }),
      act: 'editRoster',
      fold: (record: Resident, args, _change, stamp) =>
        settleProposal(record, { ...args, value: args.value ?? null }, stamp),
    }),
    /** To another home of the compound; their phone and what they need go with them. */
    move: verb({
      v: 1,
      args: strictObject({ was: id, place: id }),
      act: 'editRoster',
      fold: (record: Resident, args, change, stamp) =>
        mergeFields(record, { place: { was: args.was, now: args.place } }, change, stamp),
    }),
    moveOut: verb({
      v: 1,
      args: strictObject({ day }),
      act: 'editRoster',
      // Of two days the later word stands, and the other one is named.
      fold: (record: Resident, args, change, stamp) =>
        mergeFields(record, { movedOut: { was: undefined, now: args.day } }, change, stamp),
    }),
    moveBack: verb({
      v: 1,
      args: strictObject({}),
      act: 'editRoster',
      fold: (record: Resident, _, change, stamp) =>
        mergeFields(record, { movedOut: { was: record.movedOut, now: undefined } }, change, stamp),
    }),
    /** A person decides that two records are one human being; likeness only suggests it. */
    mergeInto: verb({
      v: 1,
      args: strictObject({ into: id }),
      act: 'editRoster',
      fold: (record: Resident, args, change, stamp) =>
        args.into === record.id
          ? held('invalid')
          : mergeFields(record, { mergedInto: { was: undefined, now: args.into } }, change, stamp),
    }),
    /** Entered by mistake, or by a roster that was taken back. What was written stays. */
    retire: verb({
      v: 1,
      args: strictObject({ reason: pipe(string(), maxLength(200)) }),
      act: 'editRoster',
      fold: (record: Resident, { reason }, change, stamp) =>
        record.voided
          ? ALREADY
          : mergeFields(record, { voided: { was: undefined, now: mark(change, reason) } }, change, stamp),
    }),
    bringBack: verb({
      v: 1,
      args: strictObject({}),
      act: 'editRoster',
      fold: (record: Resident, _, change, stamp) =>
        record.voided
          ? mergeFields(record, { voided: { was: record.voided, now: undefined } }, change, stamp)
          : ALREADY,
    }),
    unmerge: verb({
      v: 1,
      args: strictObject({}),
      act: 'editRoster',
      fold: (record: Resident, _, change, stamp) =>
        mergeFields(record, { mergedInto: { was: record.mergedInto, now: undefined } }, change, stamp),
    }),
  },
}

/** One contact and one care record per resident: whoever writes first makes it, the next one adds to it. */
export function contactId(of: RecordId): RecordId {
  return derivedId('contact', of)
}

export function careId(of: RecordId): RecordId {
  return derivedId('care', of)
}

function mark({ actor, at }: Change, reason: string): NonNullable<Resident['voided']> {
  return { by: actor, at, reason }
}

/** Lives behind the door now, and is not the second record of somebody. */
export function livesHere(record: Resident): boolean {
  return isOfHome(record) && record.mergedInto === undefined
}

/** Lives behind the door now, whichever of their records this is; an owner elsewhere does not. */
export function isOfHome(record: Resident): boolean {
  return isTiedTo(record) && record.owner !== 'elsewhere'
}

/** Has to do with the home now: lives there, or owns it. */
export function isTiedTo(record: Resident): boolean {
  return record.movedOut === undefined && record.voided === undefined
}
