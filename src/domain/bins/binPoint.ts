import {
  array,
  integer,
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
import { edited } from '#domain/edits.ts'
import { telephone } from '#domain/shapes.ts'
import { derivedId, id, type RecordId } from '#domain/ids.ts'
import { marked, mergeFields } from '#domain/merge.ts'
import { creation, fresh, type Kind, type Recorded, verb } from '#domain/record.ts'
import { type Stream, STREAMS } from './streams.ts'

/** Some bins of one kind that stand at a point. */
export interface Bins {
  readonly stream: Stream
  readonly litres: number
  readonly count: number
}

/** What stands at a bin point and whom one calls when it is full. The point itself is a place. */
export interface BinPoint extends Recorded {
  readonly kind: 'binPoint'
  readonly bins: readonly Bins[]
  readonly haulier?: Haulier
}

export interface Haulier {
  readonly name: string
  readonly phone: string
}

/** A point has one such record. */
export function binPointId(place: RecordId): RecordId {
  return derivedId('binPoint', place)
}

/** What the city puts there where the compound has not said: 厨余 2 × 240, 其他 3 × 240, 可回收 2 × 240, 有害 1 × 120 L. */
export const USUAL_BINS: readonly Bins[] = [
  { stream: 'kitchen', litres: 240, count: 2 },
  { stream: 'other', litres: 240, count: 3 },
  { stream: 'recyclable', litres: 240, count: 2 },
  { stream: 'hazardous', litres: 120, count: 1 },
]

const whole = (most: number) => pipe(number(), integer(), minValue(1), maxValue(most))
const bins = pipe(
  array(strictObject({ stream: picklist(STREAMS), litres: whole(20_000), count: whole(99) })),
  maxLength(20),
)
const haulier = strictObject({
  name: pipe(string(), maxLength(40)),
  phone: telephone,
})

export const binPoint: Kind<BinPoint> = {
  kind: 'binPoint',
  sealed: false,
  scopeOf: (record) => ({ place: record.place, group: 'site', people: [] }),
  verbs: {
    put: creation({
      v: 1,
      args: strictObject({ place: id, bins, haulier: optional(haulier) }),
      act: 'keepBins',
      create: (args, change, stamp): BinPoint => ({
        ...fresh('binPoint', args.place as RecordId, change, stamp),
        kind: 'binPoint',
        bins: args.bins,
        ...(args.haulier && { haulier: args.haulier }),
        ...marked(stamp, 'bins', ...(args.haulier ? ['haulier'] : [])),
      }),
      /** Two people said it first: both are edits of the same point. */
      meet: (record: BinPoint, args, change, stamp) =>
        mergeFields(
          record,
          {
            bins: { was: undefined, now: args.bins },
            ...(args.haulier && { haulier: { was: undefined, now: args.haulier } }),
          },
          change,
          stamp,
        ),
    }),
    edit: verb({
      v: 1,
      args: strictObject({
        bins: edited(bins),
        haulier: edited(optional(haulier)),
      }),
      act: 'keepBins',
      fold: (record: BinPoint, args, change, stamp) => mergeFields(record, args as never, change, stamp),
    }),
  },
}
