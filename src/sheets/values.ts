const DAY_MS = 86_400_000
/** The numbers of formats that every program knows as days; 27 to 36 and 50 to 58 are the Chinese ones. */
const DAYS: readonly (readonly [from: number, to: number])[] = [
  [14, 17],
  [22, 22],
  [27, 31],
  [36, 36],
  [50, 54],
  [57, 58],
]

/** Whether a number with this format is shown as a day: by the format's number, or by its signs. */
export function showsDay(format: number, code: string | undefined): boolean {
  if (code === undefined) return DAYS.some(([from, to]) => from <= format && format <= to)
  const signs = code.replace(/"[^"]*"|\[[^\]]*\]|[\\_*]./g, '')
  return /[yd]/i.test(signs) || /年|月|日/.test(code)
}

/** The day a number stands for, `YYYY-MM-DD`; undefined where it is a time of day or no day of a calendar. */
export function dayOfSerial(serial: number, from1904: boolean): string | undefined {
  const days = Math.floor(serial) + (from1904 ? 1462 : 0)
  if (days < 1 || days > 2_958_465) return undefined
  // The first of these programs believed in a 29 February 1900, and all others kept to it.
  const since = Date.UTC(1899, 11, days < 61 ? 31 : 30)
  return new Date(since + days * DAY_MS).toISOString().slice(0, 10)
}

/** As many digits as the programs show: 101.00000000000001 is 101. */
export function plainNumber(value: number): string {
  return String(Number(value.toPrecision(15)))
}
