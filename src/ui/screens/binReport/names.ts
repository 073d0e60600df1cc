import { type Period, weekInMonth } from '#domain/period.ts'
import type { Formats } from '#ui/formats.ts'
import type { Words } from '#ui/words.ts'

/** What words, numbers and days are said in. */
export interface Spoken {
  readonly words: Words
  readonly formats: Formats
}

/** 11月24日 周二, 11月第4周, 11月; with the year where it is another one than `now`'s. */
export function periodName(period: Period, { words, formats }: Spoken, now: string): string {
  if (period.kind === 'day') return formats.date(period.from, now)
  const named = nameWithin(period, words)
  return period.from.slice(0, 4) === now.slice(0, 4) ? named : inYear(period, named, words)
}

/** The same for paper and files, which somebody finds again in another year: 2024年3月第1周, 2024年3月4日. */
export function fullPeriodName(period: Period, { words }: Spoken): string {
  if (period.kind !== 'day') return inYear(period, nameWithin(period, words), words)
  const [year = 0, month = 1, day = 1] = period.from.split('-').map(Number)
  const { dates } = words.common
  return dates.year(year, dates.monthDay(month, day))
}

function nameWithin({ kind, from }: Period, { sheets }: Words): string {
  const { month, week } = weekInMonth(from)
  const name = sheets.monthNames[month - 1] ?? ''
  return kind === 'week' ? sheets.week(name, week) : name
}

function inYear({ from }: Period, named: string, { sheets }: Words): string {
  return sheets.inYear(Number(from.slice(0, 4)), named)
}

/** 90.0%: opened bags are few, so the tenth is said. */
export function tenthsOf(perMille: number): string {
  return `${(perMille / 10).toFixed(1)}%`
}
