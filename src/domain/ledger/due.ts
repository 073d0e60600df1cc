import { addDays, dayOf, endOfDay, unknownYear, workingDayAfter } from '#domain/workingDays.ts'

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
  /** When somebody is on duty, clock times in Shanghai: hours begin and end then, but for u1 and u2. */
  readonly duty?: { readonly from: string; readonly to: string }
  /** Days off and days worked that the official table does not have. */
  readonly ownDays?: { readonly off: readonly string[]; readonly worked: readonly string[] }
}

export const DUE: DueTable = {
  track: { fix_now: { hours: 24 }, act_soon: { workingDays: 3 }, visible_plan: { days: 7 } },
  urgency: { u1: { hours: 2 }, u2: { hours: 24 } },
  reopened: { hours: 24 },
}

const HOUR = 3_600_000
const DAY = 24 * HOUR
const SHANGHAI = 8 * HOUR

/** ISO instant at which a term that starts at an instant is over. */
export function termEnd(start: string, term: Term, table: Pick<DueTable, 'duty' | 'ownDays'> = {}): string {
  if ('hours' in term) {
    const begun = onDuty(start, table.duty)
    return onDuty(new Date(Date.parse(begun) + term.hours * HOUR).toISOString(), table.duty)
  }
  const day = dayOf(start)
  return endOfDay(
    'workingDays' in term ? workingDayAfter(day, term.workingDays, table.ownDays) : addDays(day, term.days),
  )
}

/** The instant itself where somebody is on duty, else when the next duty begins. A duty over midnight is none: all hours count. */
function onDuty(instant: string, duty: DueTable['duty']): string {
  if (!duty || duty.from >= duty.to) return instant
  const at = new Date(Date.parse(instant) + SHANGHAI).toISOString().slice(11, 16)
  if (duty.from <= at && at <= duty.to) return instant
  const day = at < duty.from ? dayOf(instant) : addDays(dayOf(instant), 1)
  return new Date(Date.parse(`${day}T${duty.from}:00Z`) - SHANGHAI).toISOString()
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
  /** Somebody outside has it in hand, since then, and what they promised. */
  readonly outside?: { readonly since: string; readonly workingDays?: number | undefined } | undefined
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
  // What burns is not put off to the morning.
  const burns = clock.urgency === 'u1' || clock.urgency === 'u2'
  const { duty, ...always } = table
  const ends = terms.map((term) =>
    Date.parse(termEnd(start, term, burns || !duty ? always : { ...always, duty })),
  )
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
  | 'outside' // somebody outside has it in hand: what they promised is shown, our clock is handed over
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
  /** Of what is outside: longer than they promised. */
  readonly late?: true
  /** A year whose holidays are not known yet: the working days in it are counted by weekends only. */
  readonly uncounted?: string
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
  if (clock.outside) return outsideStanding(clock.outside, now, table)
  const at = dueAt(clock, table)
  if (at === undefined || start === undefined) return { standing: 'notReceived', today: false }
  return { ...running(clock, { at, start, now }), ...uncounted(clock, start, at, table) }
}

/** How it stands while a clock runs. */
function running(clock: Clock, { at, start, now }: Readonly<Record<'at' | 'start' | 'now', string>>): Due {
  const left = Date.parse(at) - Date.parse(now)
  const today = left >= 0 && Date.parse(at) <= Date.parse(endOfDay(dayOf(now)))
  const held = clock.holds?.some((hold) => hold.from <= now && now < hold.to)
  if (held) return { standing: 'onHold', ...amount(left), at, today: false }
  if (left < 0) return { standing: 'overdue', ...amount(-left), at, today: false }
  const whole = Date.parse(at) - Date.parse(start)
  return { standing: left <= whole / 4 ? 'soon' : 'inTime', ...amount(left), at, today }
}

function uncounted(clock: Clock, start: string, at: string, table: DueTable): Pick<Due, 'uncounted'> {
  const term = clock.reopenedAt === undefined ? table.track[clock.track] : table.reopened
  const year = 'workingDays' in term ? unknownYear(dayOf(start), lastDay(at)) : undefined
  return year === undefined ? {} : { uncounted: year }
}

function outsideStanding(outside: NonNullable<Clock['outside']>, now: string, table: DueTable): Due {
  if (outside.workingDays === undefined) return { standing: 'outside', today: false }
  const at = termEnd(outside.since, { workingDays: outside.workingDays }, table)
  const left = Date.parse(at) - Date.parse(now)
  const year = unknownYear(dayOf(outside.since), lastDay(at))
  return {
    standing: 'outside',
    ...amount(Math.abs(left)),
    at,
    today: false,
    ...(left < 0 && { late: true }),
    ...(year !== undefined && { uncounted: year }),
  }
}

/** The day that ends at a midnight, else the day of the instant. */
function lastDay(at: string): string {
  return dayOf(new Date(Date.parse(at) - 1).toISOString())
}

/** Never nought: what is nearly over still says 1 hour. */
function amount(milliseconds: number): { amount: number; unit: 'hours' | 'days' } {
  const time = Math.max(0, milliseconds)
  return time < DAY
    ? { amount: Math.max(1, Math.floor(time / HOUR)), unit: 'hours' }
    : { amount: Math.floor(time / DAY), unit: 'days' }
}
