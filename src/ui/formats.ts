import { addDays, dayOf } from '#domain/workingDays.ts'

/** What a language gives for days; the rest of a date is digits. */
export interface DateWords {
  readonly today: string
  readonly yesterday: string
  readonly tomorrow: string
  readonly weekdays: readonly string[]
  readonly months: readonly string[]
  monthDay(month: number, day: number): string
  year(year: number, rest: string): string
  inMinutes(minutes: number): string
  inHours(hours: number): string
}

export interface Formats {
  /** 18,400 */
  number(value: number): string
  /** − 3,860 with a true minus and a thin gap; + only where `signed`. */
  money(value: number, signed?: boolean): string
  /** Part of a whole, whole percent, rounded: 83%. */
  percent(part: number, whole: number): string
  /** 11月24日 周二; with the year only if it is another one than `now`'s. */
  date(dayOrInstant: string, now?: string): string
  /** 今天, 昨天, 明天, else the date. */
  day(dayOrInstant: string, now: string): string
  /** 18:00, Shanghai. */
  time(instant: string): string
  /** 今天 16:20 */
  moment(instant: string, now: string): string
  /** 25 分后, 3 小时后 */
  until(instant: string, now: string): string
  weekday(dayOrInstant: string): string
  /** 甲、乙、丙 */
  list(items: readonly string[]): string
}

/** A year that is not this one: on paper a day is told with its year, for somebody finds it again in another. */
export const ANOTHER_YEAR = '1970-01-01'

const SHANGHAI_MS = 8 * 3_600_000
const MINUTE_MS = 60_000

export function formatsIn(language: 'zh' | 'en', words: DateWords): Formats {
  const number = (value: number) => (value < 0 ? '−' : '') + grouped(Math.abs(value))
  const weekday = (when: string) => words.weekdays[new Date(`${asDay(when)}T00:00:00Z`).getUTCDay()] ?? ''
  const date = (when: string, now?: string) => {
    const [year = 0, month = 1, day = 1] = asDay(when).split('-').map(Number)
    const rest = words.monthDay(month, day)
    const withYear =
      now !== undefined && asDay(now).slice(0, 4) !== String(year) ? words.year(year, rest) : rest
    return language === 'zh' ? `${withYear} ${weekday(when)}` : `${weekday(when)} ${withYear}`
  }
  const day = (when: string, now: string) => {
    const then = asDay(when)
    const today = asDay(now)
    if (then === today) return words.today
    if (then === addDays(today, -1)) return words.yesterday
    if (then === addDays(today, 1)) return words.tomorrow
    return date(when, now)
  }
  const time = (instant: string) => new Date(Date.parse(instant) + SHANGHAI_MS).toISOString().slice(11, 16)
  return {
    number,
    money: (value, signed) => {
      const sign = value < 0 ? '−\u2009' : signed ? '+\u2009' : ''
      return sign + grouped(Math.abs(value))
    },
    percent: (part, whole) => (whole === 0 ? '' : `${Math.round((part / whole) * 100)}%`),
    date,
    day,
    time,
    weekday,
    list: (items) => items.join(language === 'zh' ? '、' : ', '),
    moment: (instant, now) => `${day(instant, now)} ${time(instant)}`,
    until: (instant, now) => {
      const minutes = Math.max(0, Math.round((Date.parse(instant) - Date.parse(now)) / MINUTE_MS))
      return minutes < 90 ? words.inMinutes(minutes) : words.inHours(Math.round(minutes / 60))
    },
  }
}

/** 18,400.25. By hand: `Intl` loads its tables for it, which is a tenth of a cold start. */
function grouped(value: number): string {
  const [whole = '', part] = String(Math.round(value * 100) / 100).split('.')
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (part === undefined ? '' : `.${part}`)
}

function asDay(when: string): string {
  return when.length === 10 ? when : dayOf(when)
}
