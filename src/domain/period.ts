import { addDays } from './workingDays.ts'

/** What a report is about: one day, a week from Monday on, or a month of the calendar. */
export const PERIODS = ['day', 'week', 'month'] as const
export type PeriodKind = (typeof PERIODS)[number]

/** Days in Shanghai, `YYYY-MM-DD`, both included. */
export interface Period {
  readonly kind: PeriodKind
  readonly from: string
  readonly to: string
}

/** The day, week or month that a day lies in. */
export function periodOf(kind: PeriodKind, day: string): Period {
  if (kind === 'day') return { kind, from: day, to: day }
  if (kind === 'week') {
    const from = addDays(day, -columnOf(day))
    return { kind, from, to: addDays(from, 6) }
  }
  const from = `${day.slice(0, 7)}-01`
  return { kind, from, to: addDays(firstOfNext(from), -1) }
}

/** The one after it, or before it. */
export function stepped({ kind, from, to }: Period, by: 1 | -1): Period {
  return periodOf(kind, by === 1 ? addDays(to, 1) : addDays(from, -1))
}

/** All days of a period in order. */
export function daysOf({ from, to }: Pick<Period, 'from' | 'to'>): readonly string[] {
  const days: string[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  return days
}

/** 11月第4周: a week belongs to the month of its Monday, and counts the Mondays of that month. */
export function weekInMonth(monday: string): {
  readonly year: number
  readonly month: number
  readonly week: number
} {
  const [year = 0, month = 1, day = 1] = monday.split('-').map(Number)
  return { year, month, week: Math.ceil(day / 7) }
}

/** 0 is Monday, as a calendar on the wall has it. */
export function columnOf(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
}

function firstOfNext(first: string): string {
  return `${addDays(first, 31).slice(0, 7)}-01`
}
