import { useWords } from '#ui/words.ts'

/** 12月27日, of `YYYY-MM-DD`: in the middle of a sentence nobody says which day of the week it is. */
export function useMonthDay(): (day: string) => string {
  const { monthDay } = useWords().common.dates
  return (day) => monthDay(Number(day.slice(5, 7)), Number(day.slice(8, 10)))
}
