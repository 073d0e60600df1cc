/**
 * The State Council's yearly arrangement of holidays and make-up working days (调休), as published.
 * 2024: 国办发明电〔2023〕7号; 2025: 〔2024〕12号; 2026: 〔2025〕7号. A year that is not in the table has weekends only;
 * `isPublished` tells it, so that a screen can say so instead of promising a wrong day.
 */
interface Year {
  /** First and last day off, both included, `MM-DD`. */
  readonly off: readonly (readonly [from: string, to: string])[]
  /** Saturdays and Sundays that are worked. */
  readonly worked: readonly string[]
}

const YEARS: Readonly<Record<string, Year>> = {
  2024: {
    off: [
      ['01-01', '01-01'],
      ['02-10', '02-17'],
      ['04-04', '04-06'],
      ['05-01', '05-05'],
      ['06-10', '06-10'],
      ['09-15', '09-17'],
      ['10-01', '10-07'],
    ],
    worked: ['02-04', '02-18', '04-07', '04-28', '05-11', '09-14', '09-29', '10-12'],
  },
  2025: {
    off: [
      ['01-01', '01-01'],
      ['01-28', '02-04'],
      ['04-04', '04-06'],
      ['05-01', '05-05'],
      ['05-31', '06-02'],
      ['10-01', '10-08'],
    ],
    worked: ['01-26', '02-08', '04-27', '09-28', '10-11'],
  },
  2026: {
    off: [
      ['01-01', '01-03'],
      ['02-15', '02-23'],
      ['04-04', '04-06'],
      ['05-01', '05-05'],
      ['06-19', '06-21'],
      ['09-25', '09-27'],
      ['10-01', '10-07'],
    ],
    worked: ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'],
  },
}

const DAY = 86_400_000
/** Days are those of Asia/Shanghai, which has had no summer time since 1991. */
const SHANGHAI = 8 * 3_600_000

/** The day in Shanghai of an ISO instant, `YYYY-MM-DD`. */
export function dayOf(instant: string): string {
  return new Date(Date.parse(instant) + SHANGHAI).toISOString().slice(0, 10)
}

/** ISO instant of the midnight with which a day in Shanghai ends. */
export function endOfDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + DAY - SHANGHAI).toISOString()
}

export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY).toISOString().slice(0, 10)
}

/** Whether the official arrangement of a day's year is in the table. */
export function isPublished(day: string): boolean {
  return Object.hasOwn(YEARS, day.slice(0, 4))
}

/** Days that a compound takes otherwise than the table; its word comes first. */
interface Own {
  readonly off: readonly string[]
  readonly worked: readonly string[]
}

export function isWorkingDay(day: string, own?: Own): boolean {
  if (own?.worked.includes(day)) return true
  if (own?.off.includes(day)) return false
  const year = YEARS[day.slice(0, 4)]
  const date = day.slice(5)
  if (year?.worked.includes(date)) return true
  if (year?.off.some(([from, to]) => from <= date && date <= to)) return false
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6
}

/** The `count`th working day after a day; the day itself does not count. */
export function workingDayAfter(day: string, count: number, own?: Own): string {
  let at = day
  for (let left = count; left > 0;) {
    at = addDays(at, 1)
    if (isWorkingDay(at, own)) left -= 1
  }
  return at
}

/**
 * The year between two days (both `YYYY-MM-DD`, from < to) whose official arrangement is not in the table. Days that a compound
 * says itself make no year known: one day off of its own is not the year's holidays.
 */
export function unknownYear(from: string, to: string): string | undefined {
  return [from, to].find((day) => !isPublished(day))?.slice(0, 4)
}
