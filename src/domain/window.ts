import { check, isoDate, pipe, string } from 'valibot'
import { isWorkingDay } from './workingDays.ts'

/** When somebody stands at the bins: in the morning, in the evening, or besides. */
export const WINDOWS = ['morning', 'evening', 'extra'] as const
export type Window = (typeof WINDOWS)[number]

/** On which days a window is held: every day, working days only, or days off only. */
export const WINDOW_DAYS = ['every', 'working', 'off'] as const
export type WindowDays = (typeof WINDOW_DAYS)[number]

/** A day that is in the calendar, `YYYY-MM-DD`: not every browser reads 02-31 as some other day. */
export const calendarDay = pipe(string(), isoDate(), check(isInCalendar))

/** Days that the compound knows and the table of the State Council does not, or knows otherwise. */
export interface OwnDays {
  readonly off: readonly string[]
  readonly worked: readonly string[]
}

/** Whether a window is held on a day; the compound's own word on a day comes before the table's. */
export function isHeldOn(days: WindowDays, day: string, own?: OwnDays): boolean {
  return days === 'every' || isWorkingDay(day, own) === (days === 'working')
}

/** Total: a check is asked also where the shape before it did not fit. */
function isInCalendar(text: string): boolean {
  const at = new Date(Date.UTC(+text.slice(0, 4), +text.slice(5, 7) - 1, +text.slice(8)))
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}
