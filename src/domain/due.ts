import { addDays, dayOf, endOfDay, workingDayAfter } from './workingDays.ts'

/** 立即改 · 立马办 · 看得见. */
export const TRACKS = ['fix_now', 'act_soon', 'visible_plan'] as const
export type Track = (typeof TRACKS)[number]

/** From the highest to the lowest. */
export const URGENCIES = ['u1', 'u2', 'u3', 'u4'] as const
export type Urgency = (typeof URGENCIES)[number]

export function higherUrgency(a: Urgency, b: Urgency): Urgency {
  return a < b ? a : b
}

/** A time to keep: hours run through, working days and days end with the day. */
export type Term = { readonly hours: number } | { readonly workingDays: number } | { readonly days: number }

/** The track sets the due time; urgency only shortens it. A compound may hand in a table of its own. */
export interface DueTable {
  readonly track: Readonly<Record<Track, Term>>
  readonly urgency: Readonly<Partial<Record<Urgency, Term>>>
  /** After a dissatisfied callback or a reopening. */
  readonly reopened: Term
}

export const DUE: DueTable = {
  track: { fix_now: { hours: 24 }, act_soon: { workingDays: 3 }, visible_plan: { days: 7 } },
  urgency: { u1: { hours: 2 }, u2: { hours: 24 } },
  reopened: { hours: 24 },
}

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** ISO instant at which a term that starts at an instant is over. */
export function termEnd(start: string, term: Term): string {
  if ('hours' in term) return new Date(Date.parse(start) + term.hours * HOUR).toISOString()
  const day = dayOf(start)
  return endOfDay('workingDays' in term ? workingDayAfter(day, term.workingDays) : addDays(day, term.days))
}

/** What the clock of a matter needs. All instants are server times: the clock starts at receipt, not when somebody spoke. */
export interface Clock {
  readonly track: Track
  readonly urgency: Urgency
  /** Receipt; of voices that say the same, the earliest. Absent: it has not arrived, no clock runs. */
  readonly receivedAt?: string | undefined
  /** The last reopening; it starts a shorter clock. */
  readonly reopenedAt?: string | undefined
  /** Times in which the clock stood still. */
  readonly holds?: readonly { readonly from: string; readonly to: string }[]
  readonly closedAt?: string | undefined
}

/** Undefined while the server has not received it. */
export function dueAt(clock: Clock, table: DueTable = DUE): string | undefined {
  const start = clock.reopenedAt ?? clock.receivedAt
  if (start === undefined) return undefined
  const own = table.urgency[clock.urgency]
  const terms = [
    clock.reopenedAt === undefined ? table.track[clock.track] : table.reopened,
    ...(own ? [own] : []),
  ]
  const ends = terms.map((term) => Date.parse(termEnd(start, term)))
  const still = (clock.holds ?? [])
    .map((hold) => Date.parse(hold.to) - Math.max(Date.parse(hold.from), Date.parse(start)))
    .reduce((sum, held) => sum + Math.max(0, held), 0)
  return new Date(Math.min(...ends) + still).toISOString()
}

export type DueStanding =
  | 'untold' // its order is not this reader's to see, nor how long it may take
  | 'notReceived' // only on this device: no clock runs, and nobody else knows of it
  | 'inTime'
  | 'soon' // a quarter of the time or less is left
  | 'overdue'
  | 'onHold' // the clock stands still, with a reason and a next date
  | 'done'

/** A due block: word, number, unit. Numbers are whole, hours below a day. */
export interface Due {
  readonly standing: DueStanding
  /** How much is left, over, or was used; absent where no clock runs. */
  readonly amount?: number
  readonly unit?: 'hours' | 'days'
  readonly at?: string
  /** Due before this day in Shanghai is over. */
  readonly today: boolean
}

/** How a matter stands at an instant. `now` is the device's best guess of server time. */
export function dueStanding(clock: Clock, now: string, table: DueTable = DUE): Due {
  const start = clock.reopenedAt ?? clock.receivedAt
  if (clock.closedAt !== undefined) {
    if (clock.receivedAt === undefined) return { standing: 'done', today: false }
    return {
      standing: 'done',
      ...amount(Date.parse(clock.closedAt) - Date.parse(clock.receivedAt)),
      at: clock.closedAt,
      today: false,
    }
  }
  const at = dueAt(clock, table)
  if (at === undefined || start === undefined) return { standing: 'notReceived', today: false }
  const left = Date.parse(at) - Date.parse(now)
  const today = left >= 0 && Date.parse(at) <= Date.parse(endOfDay(dayOf(now)))
  const held = clock.holds?.some((hold) => hold.from <= now && now < hold.to)
  if (held) return { standing: 'onHold', ...amount(left), at, today: false }
  if (left < 0) return { standing: 'overdue', ...amount(-left), at, today: false }
  const whole = Date.parse(at) - Date.parse(start)
  return { standing: left <= whole / 4 ? 'soon' : 'inTime', ...amount(left), at, today }
}

/** Never nought: what is nearly over still says 1 hour. */
function amount(milliseconds: number): { amount: number; unit: 'hours' | 'days' } {
  const time = Math.max(0, milliseconds)
  return time < DAY
    ? { amount: Math.max(1, Math.floor(time / HOUR)), unit: 'hours' }
    : { amount: Math.floor(time / DAY), unit: 'days' }
}
