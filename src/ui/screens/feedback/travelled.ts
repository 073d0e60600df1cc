import { useWords } from '#ui/words.ts'

/** 说到收：2 小时 10 分, of whole minutes: the two largest units, the rest is noise. */
export function useTravelled(): (minutes: number) => string {
  const { voices, heardWhen } = useWords()
  return (minutes) => {
    const hours = Math.floor(minutes / 60)
    const time =
      hours >= 24
        ? voices.days(Math.floor(hours / 24), hours % 24)
        : hours > 0
          ? voices.hours(hours, minutes % 60)
          : voices.minutes(minutes)
    return heardWhen.toReceipt(time)
  }
}
