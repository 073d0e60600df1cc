import {
  boolean,
  maxLength,
  maxValue,
  minValue,
  number,
  optional,
  picklist,
  pipe,
  strictObject,
  string,
} from 'valibot'
import { ALREADY } from './change.ts'
import { id, type RecordId } from './ids.ts'
import { applied, creation, fresh, type Kind, type Recorded, verb } from './record.ts'
import { type Stream, STREAMS } from './streams.ts'

/** A bin has litres, a scale has kilograms: a haul keeps what was read, nothing is turned into the other here. */
export const UNITS = ['litre', 'kg'] as const
export type Unit = (typeof UNITS)[number]

/** One stream of one point that the lorry took away. Only ever added; withdrawing is a mark. */
export interface Haul extends Recorded {
  readonly kind: 'haul'
  readonly shift?: RecordId
  readonly stream: Stream
  readonly amount: number
  readonly unit: Unit
  /** Several streams went into one hold: 混装混运. */
  readonly mixed: boolean
}

export const haul: Kind<Haul> = {
  kind: 'haul',
  sealed: false,
  scopeOf: (record) => ({ place: record.place, group: 'bins', people: [record.author] }),
  verbs: {
    record: creation({
      v: 1,
      args: strictObject({
        place: id,
        shift: optional(id),
        stream: picklist(STREAMS),
        amount: pipe(number(), minValue(0), maxValue(100_000)),
        unit: picklist(UNITS),
        mixed: boolean(),
      }),
      act: 'recordIncident',
      create: ({ place, shift, ...args }, change, stamp): Haul => ({
        ...fresh('haul', place as RecordId, change, stamp),
        kind: 'haul',
        ...args,
        ...(shift !== undefined && { shift: shift as RecordId }),
      }),
    }),
    withdraw: verb({
      v: 1,
      args: strictObject({ reason: pipe(string(), maxLength(200)) }),
      act: 'recordIncident',
      fold: (record: Haul, args, change) =>
        record.voided
          ? ALREADY
          : applied({ ...record, voided: { by: change.actor, at: change.at, reason: args.reason } }),
    }),
  },
}
