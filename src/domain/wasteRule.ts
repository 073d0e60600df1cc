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
import { derivedId, id, type RecordId, type TenantId } from './ids.ts'
import { mergeFields } from './merge.ts'
import { creation, fresh, type Kind, type Recorded } from './record.ts'
import { WASTE_CLASSES, type WasteClass } from './wasteClass.ts'
import { calendarDay } from './window.ts'

/** The compound's own answer to which bin: for a thing of the list, or for one that is not in it. */
export interface WasteRule extends Recorded {
  readonly kind: 'wasteRule'
  readonly label: string
  /** Line of the list it stands for; absent for a thing of the compound's own. */
  readonly item?: number
  /** Absent: the rule was taken back, the list answers again. */
  readonly waste?: WasteClass
  readonly reason: string
  /** The day it holds from, `YYYY-MM-DD`. */
  readonly since: string
}

/** One rule for a thing, by its number in the list or by its word: who decides on it again edits it. */
export function wasteRuleId(tenant: TenantId, thing: number | string): RecordId {
  // `84` is a word that people say, and another thing's number.
  return typeof thing === 'number'
    ? derivedId('wasteRule', tenant, thing)
    : derivedId('wasteRule', tenant, 'word', thing)
}

const word = pipe(string(), minLength(1), maxLength(40))

export const wasteRule: Kind<WasteRule> = {
  kind: 'wasteRule',
  sealed: false,
  scopeOf: (record) => ({ place: record.place, group: 'settings', people: [] }),
  verbs: {
    put: creation({
      v: 1,
      args: strictObject({
        /** The compound's place. */
        place: id,
        label: word,
        item: optional(pipe(number(), integer(), minValue(1))),
        waste: optional(picklist(WASTE_CLASSES)),
        reason: pipe(string(), minLength(1), maxLength(200)),
        since: calendarDay,
        /** What stood there before, as its author saw it. */
        was: optional(picklist(WASTE_CLASSES)),
      }),
      act: 'keepBins',
      create: ({ place, label, item, waste, reason, since }, change, stamp): WasteRule => ({
        ...fresh('wasteRule', place as RecordId, change, stamp),
        kind: 'wasteRule',
        label,
        reason,
        since,
        ...(item !== undefined && { item }),
        ...(waste !== undefined && { waste }),
      }),
      meet: (record: WasteRule, args, change, stamp) =>
        mergeFields(
          record,
          {
            waste: { was: args.was, now: args.waste },
            reason: { was: record.reason, now: args.reason },
            since: { was: record.since, now: args.since },
          },
          change,
          stamp,
        ),
    }),
  },
}
