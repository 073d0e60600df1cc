import type { Outline, Recorded } from '#domain/record.ts'
import type { Freshness } from '#domain/settings.ts'
import { addDays, dayOf } from '#domain/workingDays.ts'

/** 见到了 · 没人在 · 不方便 · 空房 · 打了电话 · 换个时间 · 留了条. */
export const VISIT_OUTCOMES = [
  'met',
  'noAnswer',
  'refused',
  'vacant',
  'phone',
  'appointment',
  'leftNote',
] as const
export type VisitOutcome = (typeof VISIT_OUTCOMES)[number]

export const ROSTER_CHECKS = ['unchanged', 'changed', 'notChecked'] as const
export type RosterCheck = (typeof ROSTER_CHECKS)[number]

/** 了解事项: what was talked about. */
export const VISIT_TOPICS = [
  'safetyGas',
  'safetyElectric',
  'ebike',
  'waste',
  'fee',
  'care',
  'suggestion',
  'policy',
] as const
export type VisitTopic = (typeof VISIT_TOPICS)[number]

/** One knock on one door. Only ever added; withdrawing is a mark. */
export interface Visit extends Recorded {
  readonly kind: 'visit'
  readonly outcome: VisitOutcome
  readonly campaign?: string
  /** When to come back, wall clock in Shanghai: `YYYY-MM-DDTHH:MM`. */
  readonly retryAt?: string
  readonly note?: string
  readonly rosterConfirmed: RosterCheck
  readonly topics?: readonly VisitTopic[]
  /** What was said to a campaign's questions, each named by its id. */
  readonly answers?: readonly { readonly to: string; readonly said: string }[]
  /** They do not want anybody at the door before this day, `YYYY-MM-DD`. */
  readonly quietUntil?: string
  /** The day it was, `YYYY-MM-DD`, where it was written down later: typed back from paper. */
  readonly on?: string
}

/** Whether somebody was reached: only then the window lights. */
export function lights(record: Visit): boolean {
  return !record.voided && (record.outcome === 'met' || record.outcome === 'phone')
}

/** Day of a visit in Shanghai. A device's clock that runs ahead cannot put it later than the server received it. */
export function visitDay(record: Visit): string {
  const at = record.receivedAt !== undefined && record.receivedAt < record.at ? record.receivedAt : record.at
  const written = dayOf(at)
  return record.on !== undefined && record.on < written ? record.on : written
}

export type Glow = 'lit' | 'half' | 'dusk'

/** How bright a window is so many days after somebody was last reached; never reached: dark. */
export function glow(days: number | undefined, freshness: Freshness): Glow {
  if (days === undefined || days > freshness.half) return 'dusk'
  return days <= freshness.lit ? 'lit' : 'half'
}

/** Whole days from one day to another, never less than none. */
export function daysSince(day: string, today: string): number {
  return Math.max(
    0,
    Math.round((Date.parse(`${today}T00:00:00Z`) - Date.parse(`${day}T00:00:00Z`)) / 86_400_000),
  )
}

const SHANGHAI = 8 * 3_600_000

/**
 * When to come back after nobody answered: people are home in the evening and at the weekend. The same evening while it
 * is still ahead; after an evening without an answer, the next Saturday morning. Wall clock in Shanghai.
 */
export function proposeRetry(now: string): string {
  const today = dayOf(now)
  const hour = new Date(Date.parse(now) + SHANGHAI).getUTCHours()
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay()
  const weekend = weekday === 0 || weekday === 6
  if (hour < 18) return `${today}T19:00`
  return weekend ? `${addDays(today, 1)}T19:00` : `${addDays(today, 6 - weekday)}T10:00`
}

/** A time to come back that is one tap: this evening while it is ahead, tomorrow evening, the next morning of a weekend. */
export interface RetryTime {
  readonly when: 'tonight' | 'tomorrow' | 'weekend'
  /** Wall clock in Shanghai, `YYYY-MM-DDTHH:MM`. */
  readonly at: string
}

/** What is offered beside what `proposeRetry` proposed, which is always among them. Always ahead of now. */
export function retryTimes(now: string): readonly RetryTime[] {
  const today = dayOf(now)
  const hour = new Date(Date.parse(now) + SHANGHAI).getUTCHours()
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay()
  const weekend = addDays(today, weekday === 6 ? 1 : 6 - weekday)
  return [
    ...(hour < 19 ? [{ when: 'tonight' as const, at: `${today}T19:00` }] : []),
    { when: 'tomorrow', at: `${addDays(today, 1)}T19:00` },
    { when: 'weekend', at: `${weekend}T10:00` },
  ]
}

/** How long a door that said 不方便 is left in peace, in months; none is the third answer. */
export const QUIET_MONTHS = [1, 3, 6] as const

/** The same day so many months later, or the last one of a shorter month: before it nobody knocks. */
export function quietAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}

/**
 * Until when a door is left in peace, `YYYY-MM-DD`; undefined: anybody may knock. Of several words the newest holds, so
 * that whoever is told "come again" ends it.
 */
export function quietUntilOf(visits: Iterable<Visit>, today: string): string | undefined {
  let word: Visit | undefined
  for (const visit of visits) {
    if (visit.voided || visit.quietUntil === undefined) continue
    if (!word || word.at < visit.at || (word.at === visit.at && word.id < visit.id)) word = visit
  }
  return word?.quietUntil !== undefined && word.quietUntil > today ? word.quietUntil : undefined
}

/** Who may read it; what may happen to it is in `visitVerbs.ts`. */
export const visitOutline: Outline<Visit> = {
  kind: 'visit',
  scopeOf: (record) => ({ place: record.place, group: 'visits', people: [record.author] }),
}
