import type { Words } from '#ui/words.ts'

/** 采集到送达 2 小时 10 分, of whole minutes: the two largest units, the rest is noise. */
export function travelledWords(minutes: number, words: Words['voices']): string {
  const hours = Math.floor(minutes / 60)
  const time =
    hours >= 24
      ? words.days(Math.floor(hours / 24), hours % 24)
      : hours > 0
        ? words.hours(hours, minutes % 60)
        : words.minutes(minutes)
  return words.travelled(time)
}
