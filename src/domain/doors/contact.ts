import {
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
import { clearable } from '#domain/edits.ts'
import { id, type RecordId } from '#domain/ids.ts'
import { type FieldEdit } from '#domain/merge.ts'
import { mergeRoster, type Rostered, settleProposal } from '#domain/proposals.ts'
import { creation, fresh, type Kind, verb } from '#domain/record.ts'

/** Whom to call when the resident cannot be found. */
export interface Kin {
  readonly name: string
  /** 女儿, 邻居: in people's own words. */
  readonly relation?: string | undefined
  readonly phone: string
}

/** A resident's phone and next of kin. A part of the resident, with fewer readers. */
export interface Contact extends Rostered {
  readonly kind: 'contact'
  readonly resident: RecordId
  readonly phone?: string
  readonly kin?: Kin
}

const phone = pipe(string(), regex(/^[+\d][\d\- ]{2,19}$/))
const kin = strictObject({
  name: pipe(string(), minLength(1), maxLength(20)),
  relation: optional(pipe(string(), minLength(1), maxLength(10))),
  phone,
})

export const contact: Kind<Contact> = {
  kind: 'contact',
  sealed: true,
  scopeOf: (record) => ({ place: record.place, group: 'contact', people: [] }),
  headOf: (record) => record.resident,
  verbs: {
    enter: creation({
      v: 1,
      args: strictObject({ place: id, resident: id, phone: optional(phone), kin: optional(kin) }),
      act: 'editRoster',
      create: (args, change, stamp): Contact => ({
        ...fresh('contact', args.place as RecordId, change, stamp),
        kind: 'contact',
        resident: args.resident as RecordId,
        ...(args.phone && { phone: args.phone }),
        ...(args.kin && { kin: args.kin }),
      }),
      // Two people entered it: what is empty is filled, what differs is a proposal.
      meet: (record, args, change, stamp) =>
        mergeRoster(record, filling({ phone: args.phone, kin: args.kin }), change, stamp),
    }),
    edit: verb({
      v: 1,
      args: strictObject({ phone: clearable(phone), kin: clearable(kin) }),
      act: 'editRoster',
      fold: (record: Contact, args, change, stamp) => mergeRoster(record, args as never, change, stamp),
    }),
    settle: verb({
      v: 1,
      args: strictObject({ field: picklist(['phone', 'kin']), value: unknown(), take: boolean() }),
      act: 'editRoster',
      fold: (record: Contact, args, _change, stamp) =>
        settleProposal(record, { ...args, value: args.value ?? null }, stamp),
    }),
  },
}

/** A create that meets a record, as an edit of fields its author believed empty. */
function filling(fields: Readonly<Record<string, unknown>>): Record<string, FieldEdit> {
  const edits: Record<string, FieldEdit> = {}
  for (const [name, now] of Object.entries(fields))
    if (now !== undefined) edits[name] = { was: undefined, now }
  return edits
}

/** 138****2207. Short numbers keep their last two digits only. */
export function masked(phone: string): string {
  const digits = phone.replace(/[^\d+]/g, '')
  return digits.length >= 9 ? `${digits.slice(0, 3)}****${digits.slice(-4)}` : `****${digits.slice(-2)}`
}
