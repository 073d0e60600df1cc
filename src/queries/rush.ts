import type { Shift } from '#domain/shift.ts'
import { type Counter, type Counts, NO_COUNTS } from '#domain/tallies.ts'
import type { WindowTimes } from './windows.ts'
import type { BinSheet } from './sheet.ts'

/** A stretch of the clock, `HH:MM` in Shanghai, and what was counted in it. */
export interface Slice {
  readonly from: string
  readonly counts: Counts
  /** Right, corrected and unsorted: people who came with something. */
  readonly drops: number
}

export interface Rush {
  /** How long a slice is. */
  readonly minutes: number
  /** One after the other without a gap; none where nothing was counted. */
  readonly slices: readonly Slice[]
  /** The slice with the most drops; the earlier of two. */
  readonly busiest?: Slice
  /** Taps that some device's clock puts hours away from the others: counted in the sums, not drawn. */
  readonly elsewhere: number
}

const DAY = 24 * 60
/** A window with all who come early and stay late is shorter; what lies further away is another clock. */
const REACH = 4 * 60

/**
 * How the drops spread over the clock. One sheet is one day; the sheets of a week or a month of one window lie on each
 * other. Times are what the devices said. With `times` the whole window is drawn, also where nobody came.
 */
export function rushOf(sheets: readonly BinSheet[], times?: WindowTimes, minutes = 15): Rush {
  const taps = sheets.flatMap((sheet) => sheet.shares.flatMap(({ shift }) => timedOnce(shift)))
  if (taps.length === 0) return { minutes, slices: [], elsewhere: 0 }
  const inOrder = Float64Array.from(taps, (one) => one.minute).sort()
  const middle = inOrder[Math.floor(inOrder.length / 2)]!
  const near = taps.filter((one) => Math.abs(one.minute - middle) <= REACH)
  const touched = near.map((one) => Math.floor(one.minute / minutes))
  const window = times && [minuteOfClock(times.from), minuteOfClock(times.to) - 1]
  const holds = window?.some((edge) => Math.abs(edge - middle) <= REACH) ? window : []
  const edges = [...touched, ...holds.map((edge) => Math.floor(edge / minutes))]
  const first = least(edges)
  const slices = Array.from({ length: most(edges) - first + 1 }, (_, index) => {
    const counts = { ...NO_COUNTS }
    return { from: clockAt((first + index) * minutes), counts, drops: 0 }
  })
  for (const [index, { counter }] of near.entries()) {
    const slice = slices[touched[index]! - first]!
    slice.counts[counter] += 1
    if (counter === 'right' || counter === 'corrected' || counter === 'unsorted') slice.drops += 1
  }
  const busiest = slices.reduce((top, one) => (one.drops > top.drops ? one : top))
  return {
    minutes,
    slices,
    elsewhere: taps.length - near.length,
    ...(busiest.drops > 0 && { busiest }),
  }
}

interface Timed {
  readonly counter: Counter
  /** Since midnight of its day in Shanghai; a shift across midnight simply goes on. */
  readonly minute: number
}

/** A month of six points has some ninety thousand taps: a record that stays the same is read once. */
const timed = new WeakMap<Shift, readonly Timed[]>()

function timedOnce(shift: Shift): readonly Timed[] {
  const known = timed.get(shift)
  if (known) return known
  const midnight = Date.parse(`${shift.day}T00:00:00+08:00`)
  const taps = shift.taps.map(([counter, at]) => ({
    counter,
    minute: Math.floor((Date.parse(at) - midnight) / 60_000),
  }))
  timed.set(shift, taps)
  return taps
}

function minuteOfClock(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
}

function clockAt(minute: number): string {
  const ofDay = ((minute % DAY) + DAY) % DAY
  return `${String(Math.floor(ofDay / 60)).padStart(2, '0')}:${String(ofDay % 60).padStart(2, '0')}`
}

function least(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => Math.min(a, b))
}

function most(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => Math.max(a, b))
}
