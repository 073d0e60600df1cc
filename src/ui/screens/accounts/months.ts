import { useLocation } from 'preact-iso'
import { monthAfter, monthOfYear } from '#domain/money/accountWords.ts'
import { is } from 'valibot'
import { useApp } from '#ui/state/app.ts'
import { useWords } from '#ui/words.ts'

/** The month that is asked for in the address; without one, this month. */
export function useMonth(): string {
  const { query } = useLocation()
  const { today } = useApp()
  const asked = query['month']
  return is(monthOfYear, asked) ? asked : today().slice(0, 7)
}

/** 2026年3月 */
export function useMonthName(): (month: string) => string {
  const { accounts } = useWords()
  return (month) => accounts.month(month.slice(0, 4), String(Number(month.slice(5))))
}

/** What a line may be booked in: a year back and a month ahead, and where it is now; newest first. */
export function monthsAround(now: string, chosen: string): readonly string[] {
  const usual = Array.from({ length: 14 }, (_, nth) => monthAfter(now, 1 - nth))
  return [...new Set([...usual, chosen])].sort().reverse()
}
