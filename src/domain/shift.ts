import { check, isoDate, maxLength, optional, picklist, pipe, strictObject, string } from 'valibot'
import { ALREADY, held } from './change.ts'
import { id, type RecordId } from './ids.ts'
import { type FieldEdit, mergeFields } from './merge.ts'
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

/** `unchecked` (不查) is an answer; no entry at all means that nobody has looked yet. */
export const CHECKS = ['good', 'toFix', 'unchecked'] as const
export type Check = (typeof CHECKS)[number]

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
  /** Touches made after the hand-over: how often the counts were put right. The log has each of them. */
  readonly corrections?: number
}

/** A day that is in the calendar: not every browser reads 02-31 as some other day. */
const day = pipe(string(), isoDate(), check(isInCalendar))
const openArgs = strictObject({ place: id, day, window: picklist(WINDOWS) })
const correctArgs = strictObject({
  day: optional(strictObject({ was: day, now: day })),
  window: optional(strictObject({ was: picklist(WINDOWS), now: picklist(WINDOWS) })),
})
const tapArgs = strictObject({ counter: picklist(COUNTERS) })
const checkArgs = strictObject({ item: id, state: optional(picklist(CHECKS)) })
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
    /** The clock only proposed day and window; the person may know better. */
    correct: verb({
      v: 1,
      args: correctArgs,
      act: 'standShift',
      fold: (record: Shift, args, change, stamp) =>
        owned(record, change.actor) ??
        mergeFields(record, args as Readonly<Record<string, FieldEdit>>, change, stamp),
    }),
    /**
     * A tap counts also after the shift was closed: one that was made before arrives late, one made after it puts a
     * count right and is counted as that.
     */
    tally: verb({
      v: 1,
      args: tapArgs,
      act: 'standShift',
      fold: (record: Shift, args, change) =>
        owned(record, change.actor) ??
        counted(record, tapped(record.taps, args.counter, change.at), change.at),
    }),
    /** Takes back the last tap of a counter; on zero there is nothing to take back, so a count is never negative. */
    untally: verb({
      v: 1,
      args: tapArgs,
      act: 'standShift',
      fold: (record: Shift, args, change) => {
        const refusal = owned(record, change.actor)
        if (refusal) return refusal
        const taps = untapped(record.taps, args.counter)
        return taps === record.taps ? ALREADY : counted(record, taps, change.at)
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
        return applied({
          ...record,
          closedAt: change.at,
          ...(args.note !== undefined && { note: args.note }),
        })
      },
    }),
  },
}

/** Total: a check is asked also where the shape before it did not fit. */
function isInCalendar(text: string): boolean {
  const at = new Date(Date.UTC(+text.slice(0, 4), +text.slice(5, 7) - 1, +text.slice(8)))
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}

/** A shift is one person's: another person's hand on it is kept for the office to decide. */
function owned(record: Shift, actor: string): ReturnType<typeof held> | undefined {
  return record.author === actor ? undefined : held('notAllowed')
}

function counted(record: Shift, taps: readonly Tap[], at: string) {
  const afterwards = record.closedAt !== undefined && at > record.closedAt
  return applied({ ...record, taps, ...(afterwards && { corrections: (record.corrections ?? 0) + 1 }) })
}

export function tapped(taps: readonly Tap[], counter: Counter, at: string): readonly Tap[] {
  return [...taps, [counter, at]]
}

/** Without the last tap of a counter; the very same list where that counter stands on zero. */
export function untapped(taps: readonly Tap[], counter: Counter): readonly Tap[] {
  const last = taps.findLastIndex(([tap]) => tap === counter)
  return last < 0 ? taps : taps.filter((_, index) => index !== last)
}

export type Counts = Readonly<Record<Counter, number>>

export function countsOf(shift: Pick<Shift, 'taps'>): Counts {
  const counts: Record<Counter, number> = { right: 0, corrected: 0, unsorted: 0, resorted: 0, explained: 0 }
  for (const [counter] of shift.taps) counts[counter] += 1
  return counts
}

/** Below this many drops a percentage says nothing and is not shown. */
const DROPS_FOR_RATE = 10

export interface Rate {
  readonly right: number
  /** The base number, always shown beside the percentage: right + corrected + unsorted. */
  readonly drops: number
  /** 投放正确率, whole percent; absent below ten drops. */
  readonly percent?: number
}

/** 投放正确率. Second sorting and explaining are work, not drops: they are not in the ratio. */
export function rateOf({ right, corrected, unsorted }: Counts): Rate {
  const drops = right + corrected + unsorted
  return { right, drops, ...(drops >= DROPS_FOR_RATE && { percent: Math.round((right / drops) * 100) }) }
}

/** What one press on a bin makes of it: 空的 → 半桶 → 满了 → 空的. */
export function nextFill(fill: Fill | undefined): Fill {
  return fill === 'empty' ? 'half' : fill === 'half' ? 'full' : 'empty'
}

/** A second touch this soon after the last one of the same key is a wet glove's bounce (milliseconds). */
const BOUNCE = 150

/** Moments in milliseconds of one clock that only goes forward. Six deliberate taps a second all count. */
export function isBounce(last: number | undefined, now: number): boolean {
  return last !== undefined && now - last < BOUNCE
}
