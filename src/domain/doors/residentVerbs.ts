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
import { id, type RecordId } from '#domain/ids.ts'
import { mergeFields } from '#domain/merge.ts'
import { mergeRoster, settleProposal } from '#domain/proposals.ts'
import { creation, fresh, type Kind, verb } from '#domain/record.ts'
import { AGE_BANDS, OWNERS, RELATIONS, RESIDENCIES, type Resident, residentOutline } from './resident.ts'

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
  ...residentOutline,
  sealed: true,
  standInOf: ({ mergedInto }) => mergedInto,
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

function mark({ actor, at }: Change, reason: string): NonNullable<Resident['voided']> {
  return { by: actor, at, reason }
}
