/** The five tallies of a shift, in the order of the keys. The rate counts the first three only. */
export const COUNTERS = ['right', 'corrected', 'unsorted', 'resorted', 'explained'] as const
export type Counter = (typeof COUNTERS)[number]

/** How a touch of each key is kept. No letter is ever given to another counter: they lie in records. */
const LETTERS: Readonly<Record<Counter, string>> = {
  right: 'r',
  corrected: 'c',
  unsorted: 'u',
  resorted: 's',
  explained: 'e',
}
const COUNTER_OF: ReadonlyMap<string, Counter> = new Map(COUNTERS.map((one) => [LETTERS[one], one]))

/**
 * The taps of one minute that stand, a letter each, in the order they came in: `['2026-03-02T10:02Z', 'rrcr']`. Nobody asks
 * for seconds, the log has them, and five thousand taps of an evening are some eight kilobytes instead of two hundred.
 */
export type Minute = readonly [minute: string, letters: string]

/** One tap by itself: which counter, and when the device says it was (ISO instant). */
export type Tap = readonly [counter: Counter, at: string]

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/

/** The minute of an instant. What a strange clock wrote in other words stays as it is. */
function minuteOf(at: string): string {
  return INSTANT.test(at) ? `${at.slice(0, 16)}Z` : at
}

export function tapped(minutes: readonly Minute[], counter: Counter, at: string): readonly Minute[] {
  return allTapped(minutes, [[counter, at]])
}

/** One tap after the other, in this order. */
export function allTapped(minutes: readonly Minute[], taps: readonly Tap[]): readonly Minute[] {
  const all = [...minutes]
  for (const [counter, at] of taps) {
    const minute = minuteOf(at)
    const [last, letters] = all.at(-1) ?? []
    if (last === minute) all[all.length - 1] = [minute, letters + LETTERS[counter]]
    else all.push([minute, LETTERS[counter]])
  }
  return all
}

/** Without the last tap of a counter; the very same list where that counter stands on zero. */
export function untapped(minutes: readonly Minute[], counter: Counter): readonly Minute[] {
  const letter = LETTERS[counter]
  const index = minutes.findLastIndex(([, letters]) => letters.includes(letter))
  const found = minutes[index]
  if (!found) return minutes
  const [minute, letters] = found
  const at = letters.lastIndexOf(letter)
  const left = letters.slice(0, at) + letters.slice(at + 1)
  const before = minutes.slice(0, index)
  const after = minutes.slice(index + 1)
  if (left !== '') return [...before, [minute, left], ...after]
  // What lay on both sides of it may be one minute: a clock was put back between them.
  const [one, two] = [before.at(-1), after[0]]
  if (!one || !two || one[0] !== two[0]) return [...before, ...after]
  return [...before.slice(0, -1), [one[0], one[1] + two[1]], ...after.slice(1)]
}

/** The counter of the last tap that stands, and its minute. */
export function lastTapped(minutes: readonly Minute[]): Tap | undefined {
  const last = minutes.at(-1)
  return last && tapsOf([last]).at(-1)
}

/** Each tap by itself, in the order they came in, at the beginning of its minute. */
export function tapsOf(minutes: readonly Minute[]): readonly Tap[] {
  return minutes.flatMap(([minute, letters]) => {
    const at = INSTANT.test(minute.replace(/Z$/, ':00Z')) ? minute.replace(/Z$/, ':00.000Z') : minute
    return [...letters].flatMap((letter) => {
      const counter = COUNTER_OF.get(letter)
      return counter === undefined ? [] : [[counter, at] as const]
    })
  })
}

export type Counts = Readonly<Record<Counter, number>>

export const NO_COUNTS: Counts = { right: 0, corrected: 0, unsorted: 0, resorted: 0, explained: 0 }

export function countsOf({ minutes }: { readonly minutes: readonly Minute[] }): Counts {
  const counts: Record<Counter, number> = { ...NO_COUNTS }
  for (const [, letters] of minutes)
    for (const letter of letters) {
      const counter = COUNTER_OF.get(letter)
      if (counter !== undefined) counts[counter] += 1
    }
  return counts
}

export function sumOf(all: readonly Counts[]): Counts {
  const sum: Record<Counter, number> = { ...NO_COUNTS }
  for (const one of all) for (const counter of COUNTERS) sum[counter] += one[counter]
  return sum
}

/** All five together: how often somebody touched a key. */
export function tapsIn(counts: Counts): number {
  return COUNTERS.reduce((sum, counter) => sum + counts[counter], 0)
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
