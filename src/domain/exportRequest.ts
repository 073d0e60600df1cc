import {
  boolean,
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
import { ALREADY, type Change, held, type Stamp } from './change.ts'
import { LISTS, type List } from './formMap.ts'
import { id, type PersonId, type RecordId } from './ids.ts'
import { LOOK_REASONS, type LookReason } from './look.ts'
import { applied, creation, fresh, type Kind, type Recorded, verb } from './record.ts'

/** Up to so many homes one person takes away alone; the others of the office are told of it. */
export const HOMES_ALONE = 50

/** How long a request stands, and a yes to it: a day, in milliseconds. */
export const REQUEST_STANDS = 24 * 3600_000

/**
 * That somebody asks a second person of the office for their yes to taking away a table with many names. It says how many and
 * what for, never who. Where there is no second person of the office there is nobody to ask: the office appoints one, for a
 * day if need be. Neither the property manager nor the owners' committee may stand in, who read no names themselves.
 */
export interface ExportRequest extends Recorded {
  readonly kind: 'exportRequest'
  readonly why: LookReason
  /** What it is for, in the asker's own words. */
  readonly note: string
  /** Homes, or lines where a table knows no homes. */
  readonly homes: number
  /** Which table, when it is not the roster. */
  readonly list?: List
  /** With what somebody agreed to have known about them. */
  readonly care?: true
  readonly decided?: {
    readonly is: 'allowed' | 'refused'
    readonly by: PersonId
    readonly at: string
    readonly reason?: string
  }
}

export const exportRequest: Kind<ExportRequest> = {
  kind: 'exportRequest',
  sealed: true,
  scopeOf: (record) => ({ place: record.place, group: 'looks', people: [record.author] }),
  verbs: {
    ask: creation({
      v: 1,
      args: strictObject({
        place: id,
        why: picklist(LOOK_REASONS),
        note: pipe(string(), minLength(1), maxLength(200)),
        homes: pipe(number(), integer(), minValue(1)),
        list: optional(picklist(LISTS)),
        care: optional(boolean()),
      }),
      act: 'noteLook',
      create: (args, change, stamp): ExportRequest => ({
        ...fresh('exportRequest', args.place as RecordId, change, stamp),
        kind: 'exportRequest',
        why: args.why,
        note: args.note,
        homes: args.homes,
        ...(args.list !== undefined && { list: args.list }),
        ...(args.care && { care: true as const }),
      }),
    }),
    allow: verb({
      v: 1,
      args: strictObject({}),
      act: 'settleHeld',
      fold: (record: ExportRequest, _, change, stamp) => decided(record, 'allowed', change, stamp),
    }),
    refuse: verb({
      v: 1,
      args: strictObject({ reason: pipe(string(), minLength(1), maxLength(200)) }),
      act: 'settleHeld',
      fold: (record: ExportRequest, { reason }, change, stamp) =>
        decided(record, 'refused', change, stamp, reason),
    }),
  },
}

/** Whether it is too late for an answer, and for what was allowed; `at` is an ISO instant. */
export function isOver(record: Pick<ExportRequest, 'at' | 'receivedAt'>, at: string): boolean {
  return Date.parse(at) - Date.parse(record.receivedAt ?? record.at) > REQUEST_STANDS
}

/** Nobody answers their own request; the first answer in the server's order stands. */
function decided(
  record: ExportRequest,
  is: 'allowed' | 'refused',
  change: Change,
  stamp: Stamp | undefined,
  reason?: string,
) {
  if (record.author === change.actor) return held('notAllowed')
  if (record.decided) return record.decided.is === is ? ALREADY : held('decidedBefore')
  const at = stamp?.receivedAt ?? change.at
  if (isOver(record, at)) return held('wrongState')
  return applied<ExportRequest>({
    ...record,
    decided: { is, by: change.actor, at, ...(reason !== undefined && { reason }) },
  })
}
