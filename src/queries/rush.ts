import type { Shift } from '#domain/bins/shift.ts'
import { type Counts, countsOf, rateOf, sumOf, tapsIn } from '#domain/bins/tallies.ts'
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
  const counted = byMinute(sheets)
  const all = tapsIn(sumOf([...counted.values()]))
  // A time that is in no calendar has no minute.
  const touched = [...counted.keys()].filter(Number.isFinite).sort((a, b) => a - b)
  if (touched.length === 0) return { minutes, slices: [], elsewhere: all }
  const middle = middleOf(touched, counted)
  const near = touched.filter((one) => Math.abs(one - middle) <= REACH)
  const window = times && [minuteOfClock(times.from), minuteOfClock(times.to) - 1]
  const holds = window?.some((edge) => Math.abs(edge - middle) <= REACH) ? window : []
  const edges = [...near, ...holds].map((minute) => Math.floor(minute / minutes))
  const first = Math.min(...edges)
  const slices = Array.from({ length: Math.max(...edges) - first + 1 }, (_, index) => {
    const own = near.filter((minute) => Math.floor(minute / minutes) === first + index)
    const counts = sumOf(own.map((minute) => counted.get(minute)!))
    return { from: clockAt((first + index) * minutes), counts, drops: rateOf(counts).drops }
  })
  const busiest = slices.reduce((top, one) => (one.drops > top.drops ? one : top))
  return {
    minutes,
    slices,
    elsewhere: all - tapsIn(sumOf(slices.map((one) => one.counts))),
    ...(busiest.drops > 0 && { busiest }),
  }
}

/** The minute at which half of the taps were made. */
function middleOf(touched: readonly number[], counted: ReadonlyMap<number, Counts>): number {
  const taps = touched.map((minute) => tapsIn(counted.get(minute)!))
  const half = Math.floor(taps.reduce((sum, one) => sum + one, 0) / 2)
  let sum = 0
  return touched[taps.findIndex((one) => (sum += one) > half)]!
}

/** Minutes since the midnight of each sheet's day, with what was counted in them. */
function byMinute(sheets: readonly BinSheet[]): ReadonlyMap<number, Counts> {
  const all = new Map<number, Counts>()
  for (const { shares } of sheets)
    for (const { shift } of shares)
      for (const [minute, counts] of timedOnce(shift)) {
        const before = all.get(minute)
        all.set(minute, before ? sumOf([before, counts]) : counts)
      }
  return all
}

/** A month of six points has some ninety thousand taps: a record that stays the same is read once. */
const timed = new WeakMap<Shift, readonly (readonly [minute: number, counts: Counts])[]>()

/** Minutes since midnight of its day in Shanghai; a shift across midnight simply goes on. */
function timedOnce(shift: Shift) {
  const known = timed.get(shift)
  if (known) return known
  const midnight = Date.parse(`${shift.day}T00:00:00+08:00`)
  const minutes = shift.minutes.map(
    (one) => [Math.floor((Date.parse(one[0]) - midnight) / 60_000), countsOf({ minutes: [one] })] as const,
  )
  timed.set(shift, minutes)
  return minutes
}

function minuteOfClock(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
}

function clockAt(minute: number): string {
  const ofDay = ((minute % DAY) + DAY) % DAY
  return `${String(Math.floor(ofDay / 60)).padStart(2, '0')}:${String(ofDay % 60).padStart(2, '0')}`
}
