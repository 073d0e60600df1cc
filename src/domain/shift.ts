import { maxLength, optional, picklist, pipe, strictObject, string } from 'valibot'
import { ALREADY, held } from './change.ts'
import type { RecordId } from './ids.ts'
import { applied, creation, fresh, type Kind, type Recorded, verb } from './record.ts'

/** The five tallies of a shift, in the order of the keys. The rate counts the first three only. */
export const COUNTERS = ['right', 'corrected', 'unsorted', 'resorted', 'explained'] as const
export type Counter = (typeof COUNTERS)[number]

export const STREAMS = ['kitchen', 'other', 'recyclable', 'hazardous'] as const
export type Stream = (typeof STREAMS)[number]

export const FILLS = ['empty', 'half', 'full'] as const
export type Fill = (typeof FILLS)[number]

export const WINDOWS = ['morning', 'evening', 'extra'] as const
export type Window = (typeof WINDOWS)[number]

export type Check = 'good' | 'toFix' | 'unchecked'

/** One tap that stands: which counter, and when the device says it was. */
export type Tap = readonly [counter: Counter, at: string]

/** One person on one device at one bin point. Other people's shifts at the same time are other records. */
export interface Shift extends Recorded {
  readonly kind: 'shift'
  /** Day in Asia/Shanghai as the device proposed it, `YYYY-MM-DD`. */
  readonly day: string
  readonly window: Window
  readonly taps: readonly Tap[]
  /** Item of the arrival checklist → what was seen. */
  readonly checks: Readonly<Record<string, Check>>
  readonly fills: Readonly<Partial<Record<Stream, Fill>>>
  readonly note?: string
  readonly closedAt?: string
}

const id = pipe(string(), maxLength(64))
const openArgs = strictObject({ place: id, day: pipe(string(), maxLength(10)), window: picklist(WINDOWS) })
const tapArgs = strictObject({ counter: picklist(COUNTERS) })
const checkArgs = strictObject({ item: id, state: optional(picklist(['good', 'toFix', 'unchecked'])) })
const fillArgs = strictObject({ stream: picklist(STREAMS), fill: picklist(FILLS) })
const closeArgs = strictObject({ note: optional(pipe(string(), maxLength(500))) })

export const shift: Kind<Shift> = {
  kind: 'shift',
  sealed: false,
  scopeOf: (record) => ({ place: record.place, group: 'bins', people: [record.author] }),
  verbs: {
    open: creation({
      v: 1,
      args: openArgs,
      act: 'standShift',
      create: (args, change, stamp): Shift => ({
        ...fresh('shift', args.place as RecordId, change, stamp),
        kind: 'shift',
        day: args.day,
        window: args.window,
        taps: [],
        checks: {},
        fills: {},
      }),
    }),
    /** A tap counts also after the shift was closed: late taps of the same person were made before it. */
    tally: verb({
      v: 1,
      args: tapArgs,
      act: 'standShift',
      fold: (record: Shift, args, change) =>
        owned(record, change.actor) ?? applied({ ...record, taps: [...record.taps, [args.counter, change.at] as const] }),
    }),
    /** Takes back the last tap of a counter; on zero there is nothing to take back, so a count is never negative. */
    untally: verb({
      v: 1,
      args: tapArgs,
      act: 'standShift',
      fold: (record: Shift, args, change) => {
        const refusal = owned(record, change.actor)
        if (refusal) return refusal
        const last = record.taps.findLastIndex(([counter]) => counter === args.counter)
        if (last < 0) return ALREADY
        return applied({ ...record, taps: record.taps.filter((_, index) => index !== last) })
      },
    }),
    check: verb({
      v: 1,
      args: checkArgs,
      act: 'standShift',
      fold: (record: Shift, args, change) => {
        const refusal = owned(record, change.actor)
        if (refusal) return refusal
        const { [args.item]: _, ...others } = record.checks
        const checks = args.state === undefined ? others : { ...others, [args.item]: args.state }
        return applied({ ...record, checks })
      },
    }),
    fill: verb({
      v: 1,
      args: fillArgs,
      act: 'standShift',
      fold: (record: Shift, args, change) =>
        owned(record, change.actor) ??
        applied({ ...record, fills: { ...record.fills, [args.stream]: args.fill } }),
    }),
    close: verb({
      v: 1,
      args: closeArgs,
      act: 'standShift',
      fold: (record: Shift, args, change) => {
        const refusal = owned(record, change.actor)
        if (refusal) return refusal
        if (record.closedAt !== undefined) return ALREADY
        return applied({ ...record, closedAt: change.at, ...(args.note !== undefined && { note: args.note }) })
      },
    }),
  },
}

/** A shift is one person's: another person's hand on it is kept for the office to decide. */
function owned(record: Shift, actor: string): ReturnType<typeof held> | undefined {
  return record.author === actor ? undefined : held('notAllowed')
}

export function countsOf(record: Shift): Readonly<Record<Counter, number>> {
  const counts: Record<Counter, number> = { right: 0, corrected: 0, unsorted: 0, resorted: 0, explained: 0 }
  for (const [counter] of record.taps) counts[counter] += 1
  return counts
}
