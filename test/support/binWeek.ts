import type { Verdict } from '#domain/bins/bag.ts'
import type { IncidentAction, IncidentType } from '#domain/bins/incident.ts'
import { type Counter, COUNTERS, type Counts } from '#domain/bins/tallies.ts'

/** A whole week at the bins of one compound, and what has to come out of it. */
export interface Week {
  readonly points: number
  /** What happened beside the bins, Monday to Sunday. */
  readonly incidents: readonly number[]
  readonly bags: { readonly checked: number; readonly good: number }
}

/** 春和苑: one point. Invented. */
export const CHUNHE: Week = {
  points: 1,
  incidents: [6, 5, 4, 4, 5, 8, 6],
  bags: { checked: 140, good: 126 },
}

/** 兰溪里: six points. Invented. */
export const LANXI: Week = {
  points: 6,
  incidents: [35, 31, 28, 32, 32, 42, 37],
  bags: { checked: 1260, good: 1046 },
}

export interface Happening {
  readonly type: IncidentType
  readonly action: IncidentAction
}

/** One window of one point, however many tablets stand there. */
export interface Session {
  readonly point: number
  /** Days since Monday. */
  readonly day: number
  readonly window: 'morning' | 'evening'
  readonly counts: Counts
  readonly bags: readonly Verdict[]
  readonly incidents: readonly Happening[]
}

const DAYS = 7
/** A window of a point on the average. */
const USUAL: Counts = { right: 49, corrected: 7, unsorted: 5, resorted: 9, explained: 12 }
/** How the 14 windows of a week differ from it; together nothing. */
const SWING = [0, 3, -2, 5, -4, 1, -3, 2, -5, 4, 6, -1, -7, 1]

const HAPPENED: readonly Happening[] = [
  { type: 'not_debagged', action: 'explained' },
  { type: 'wrong_bin', action: 'explained' },
  { type: 'elder_needs_help', action: 'helped' },
  { type: 'hazardous_mixed', action: 'resorted' },
  { type: 'overflow', action: 'called_haulier' },
  { type: 'bulky_dump', action: 'reported_pm' },
  { type: 'construction_dump', action: 'reported_pm' },
  { type: 'mixed_haul', action: 'reported_pm' },
  { type: 'child_praise', action: 'none' },
  { type: 'bin_broken', action: 'reported_pm' },
  { type: 'sign_missing', action: 'reported_pm' },
  { type: 'refuse', action: 'resorted' },
  { type: 'injury_risk', action: 'resorted' },
  { type: 'scavenger_scatter', action: 'cleaned' },
  { type: 'haul_missed', action: 'called_haulier' },
  { type: 'off_hours', action: 'explained' },
  { type: 'merchant_dump', action: 'reported_pm' },
  { type: 'outsider_dump', action: 'persuaded' },
  { type: 'battery_risk', action: 'resorted' },
  { type: 'pet_waste', action: 'explained' },
  { type: 'leachate_odour', action: 'cleaned' },
  { type: 'pest', action: 'reported_pm' },
  { type: 'mixed_drop', action: 'explained' },
]

/** Every window of the week, Monday morning first, the points of a window side by side. */
export function sessionsOf({ points, incidents, bags }: Week): readonly Session[] {
  const total = points * DAYS * 2
  const each = bags.checked / total
  return Array.from({ length: total }, (_, nth): Session => {
    const point = nth % points
    const turn = Math.floor(nth / points)
    const day = Math.floor(turn / 2)
    const good = share(bags.good, total, nth)
    return {
      point,
      day,
      window: turn % 2 === 0 ? 'morning' : 'evening',
      counts: countsOf(point, turn),
      // What was not good was a small fault first, then a bad one, and so on.
      bags: Array.from({ length: each }, (_one, at) =>
        at < good ? 'good' : (at - good) % 2 === 0 ? 'minor' : 'bad',
      ),
      incidents: Array.from(
        { length: share(incidents[day]!, points * 2, nth - day * points * 2) },
        (_one, at) => HAPPENED[(nth * 5 + at) % HAPPENED.length]!,
      ),
    }
  })
}

function countsOf(point: number, turn: number): Counts {
  const counts: Record<Counter, number> = { ...USUAL }
  for (const [index, counter] of COUNTERS.entries()) {
    const swing = SWING[(turn + point * 3 + index * 2) % SWING.length]!
    counts[counter] += counter === 'right' ? swing : Math.trunc(swing / 2)
  }
  return counts
}

/** The nth of so many nearly equal parts of a whole number; together they are the number. */
function share(whole: number, parts: number, nth: number): number {
  return Math.floor(((nth + 1) * whole) / parts) - Math.floor((nth * whole) / parts)
}
