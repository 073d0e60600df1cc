import {
  integer,
  maxLength,
  maxValue,
  minLength,
  minValue,
  number,
  optional,
  picklist,
  pipe,
  strictObject,
  string,
} from 'valibot'
import { edited } from './edits.ts'
import { ALREADY, held } from './change.ts'
import type { RecordId } from './ids.ts'
import { id } from './ids.ts'
import { mergeFields } from './merge.ts'
import { creation, fresh, type Kind, verb } from './record.ts'
import { type Place, type Use, USES, type What, WHATS, placeOutline } from './places.ts'

const text = pipe(string(), minLength(1), maxLength(60))

/** Nobody looks further back than this many times. */
const GONE_KEPT = 20

/** Nor is a door renumbered more often. */
const FORMER_KEPT = 10

const spans = pipe(number(), integer(), minValue(1), maxValue(3))

const placeArgs = strictObject({
  what: picklist(WHATS),
  parent: optional(id),
  key: text,
  label: text,
  order: pipe(number(), integer()),
  use: optional(picklist(USES)),
  spans: optional(spans),
})

interface PlaceArgs {
  what: What
  parent?: string | undefined
  key: string
  label: string
  order: number
  use?: Use | undefined
  spans?: number | undefined
}

const edit = <S extends Parameters<typeof optional>[0]>(schema: S) => edited(optional(schema))

export const place: Kind<Place> = {
  ...placeOutline,
  sealed: false,
  verbs: {
    enter: creation<Place, PlaceArgs>({
      v: 1,
      args: placeArgs,
      act: 'setUp',
      create: (args, change, stamp) => ({
        ...fresh('place', change.record, change, stamp),
        kind: 'place',
        what: args.what,
        key: args.key,
        label: args.label,
        order: args.order,
        ...(args.parent !== undefined && { parent: args.parent as RecordId }),
        ...(args.use !== undefined && { use: args.use }),
        ...(args.spans !== undefined && { spans: args.spans }),
      }),
    }),
    edit: verb<Place, Record<string, { was?: unknown; now?: unknown }>>({
      v: 1,
      args: strictObject({
        label: edit(text),
        use: edit(picklist(USES)),
        order: edit(pipe(number(), integer())),
        parent: edit(id),
        spans: edit(spans),
      }) as never,
      act: 'setUp',
      fold: (record, args, change, stamp) => mergeFields(record, args as never, change, stamp),
    }),
    /** Any place but the compound that is no more. What was written there stays; a shift that is open there goes on. */
    retire: verb<Place, { reason: string }>({
      v: 1,
      args: strictObject({ reason: pipe(string(), maxLength(200)) }),
      act: 'setUp',
      fold: (record, { reason }, change, stamp) => {
        if (record.what === 'compound') return held('invalid')
        if (record.voided) return ALREADY
        const voided = { by: change.actor, at: change.at, reason }
        return mergeFields(record, { voided: { was: undefined, now: voided } }, change, stamp)
      },
    }),
    /** One that is there again, with all that was ever written there. */
    bringBack: verb<Place, Record<string, never>>({
      v: 1,
      args: strictObject({}),
      act: 'setUp',
      fold: (record, _args, change, stamp) => {
        const { voided: was = null } = record
        const { record: there, outcome } = mergeFields(
          record,
          { voided: { was, now: undefined } },
          change,
          stamp,
        )
        // One that comes again after a restore, older than the last word on it, brings nothing back (W7).
        if (was === null || there.voided) return { record: there, outcome }
        const gone = [...(record.gone ?? []), { from: was.at, to: change.at }].slice(-GONE_KEPT)
        return { record: { ...there, gone }, outcome }
      },
    }),
    /** The same door under another number. Its id and everything written there stay; the old key still finds it. */
    renumber: verb<Place, { was: string; key: string; label: string; order: number }>({
      v: 1,
      args: strictObject({ was: text, key: text, label: text, order: pipe(number(), integer()) }),
      act: 'setUp',
      fold: (record, { was, key, label, order }, change, stamp) => {
        if (record.what === 'compound') return held('invalid')
        const edits = {
          key: { was, now: key },
          label: { was: record.label, now: label },
          order: { was: record.order, now: order },
        }
        const { record: next, outcome } = mergeFields(record, edits, change, stamp)
        if (next.key === record.key) return { record: next, outcome }
        const former = [...(record.former ?? []).filter((one) => one !== next.key), record.key]
        return { record: { ...next, former: former.slice(-FORMER_KEPT) }, outcome }
      },
    }),
    /** 空房, 活动室: what people at the door see of a dwelling. The tree itself is the office's. */
    use: verb<Place, { was?: Use | undefined; now: Use }>({
      v: 1,
      args: strictObject({ was: optional(picklist(USES)), now: picklist(USES) }),
      act: 'editRoster',
      fold: (record, args, change, stamp) =>
        record.what === 'dwelling'
          ? mergeFields(record, { use: { was: args.was, now: args.now } }, change, stamp)
          : held('invalid'),
    }),
  },
}
