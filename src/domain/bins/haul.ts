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
import { instant } from '#domain/shapes.ts'
import { ALREADY } from '#domain/change.ts'
import { id, type RecordId } from '#domain/ids.ts'
import { applied, creation, fresh, type Kind, type Recorded, verb } from '#domain/record.ts'
import { type Stream, STREAMS } from './streams.ts'
import { dayOf } from '#domain/workingDays.ts'

/** A bin has litres, a scale has kilograms: a haul keeps what was read, nothing is turned into the other here. */
export const UNITS = ['litre', 'kg'] as const
export type Unit = (typeof UNITS)[number]

/** The least and the most that a lorry takes of one stream at one point: beyond it somebody slipped on a key. */
export const HAUL_LIMITS: Readonly<Record<Unit, { readonly least: number; readonly most: number }>> = {
  litre: { least: 1, most: 30_000 },
  kg: { least: 0.1, most: 15_000 },
}

/** One stream of one point that the lorry took away. Only ever added; withdrawing is a mark. */
export interface Haul extends Recorded {
  readonly kind: 'haul'
  readonly shift?: RecordId
  readonly stream: Stream
  readonly amount: number
  readonly unit: Unit
  /** Several streams went into one hold: 混装混运. */
  readonly mixed: boolean
  /** When the lorry came, where that was not when it was written down; ISO instant, a claim. */
  readonly hauledAt?: string
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
        amount: pipe(number(), minValue(0.1), maxValue(100_000)),
        unit: picklist(UNITS),
        mixed: boolean(),
        hauledAt: optional(instant),
      }),
      act: 'recordIncident',
      create: ({ place, shift, hauledAt, ...args }, change, stamp): Haul => ({
        ...fresh('haul', place as RecordId, change, stamp),
        kind: 'haul',
        ...args,
        ...(shift !== undefined && { shift: shift as RecordId }),
        ...(hauledAt !== undefined && { hauledAt }),
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

/** When the lorry came. Total: a claim that is in no calendar counts as none. */
export function hauledAtOf({ at, hauledAt }: Pick<Haul, 'at' | 'hauledAt'>): string {
  return hauledAt === undefined || Number.isNaN(Date.parse(hauledAt)) ? at : hauledAt
}

const HOUR = 3_600_000
/** Somebody writes it down within the shift: what would be longer ago than this is a time still to come. */
const BACK = 12 * HOUR

/**
 * The instant that a clock time (`HH:MM`, Shanghai) means for somebody who writes it down `now`: today, or before
 * midnight for who writes after it. Undefined for a time that is still to come.
 */
export function lastAt(clock: string, now: string): string | undefined {
  const at = Date.parse(`${dayOf(now)}T${clock}:00+08:00`)
  if (Number.isNaN(at)) return undefined
  const then = at <= Date.parse(now) ? at : at - 24 * HOUR
  return Date.parse(now) - then <= BACK || then === at ? new Date(then).toISOString() : undefined
}
