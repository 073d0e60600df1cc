/** The five tallies of a shift, in the order of the keys. The rate counts the first three only. */
export const COUNTERS = ['right', 'corrected', 'unsorted', 'resorted', 'explained'] as const
export type Counter = (typeof COUNTERS)[number]

/** One tap that stands: which counter, and when the device says it was. */
export type Tap = readonly [counter: Counter, at: string]

export function tapped(taps: readonly Tap[], counter: Counter, at: string): readonly Tap[] {
  return [...taps, [counter, at]]
}

/** Without the last tap of a counter; the very same list where that counter stands on zero. */
export function untapped(taps: readonly Tap[], counter: Counter): readonly Tap[] {
  const last = taps.findLastIndex(([tap]) => tap === counter)
  return last < 0 ? taps : taps.filter((_, index) => index !== last)
}

export type Counts = Readonly<Record<Counter, number>>

export const NO_COUNTS: Counts = { right: 0, corrected: 0, unsorted: 0, resorted: 0, explained: 0 }

export function countsOf({ taps }: { readonly taps: readonly Tap[] }): Counts {
  const counts: Record<Counter, number> = { ...NO_COUNTS }
  for (const [counter] of taps) counts[counter] += 1
  return counts
}

export function sumOf(all: readonly Counts[]): Counts {
  const sum: Record<Counter, number> = { ...NO_COUNTS }
  for (const one of all) for (const counter of COUNTERS) sum[counter] += one[counter]
  return sum
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

/** A second touch this soon after the last one of the same key is a wet glove's bounce (milliseconds). */
const BOUNCE = 150

/** Moments in milliseconds of one clock that only goes forward. Six deliberate taps a second all count. */
export function isBounce(last: number | undefined, now: number): boolean {
  return last !== undefined && now - last < BOUNCE
}
