import { addDays, dayOf } from '#domain/workingDays.ts'

/** How people say when they heard something. */
export const HEARD_WORDS = ['now', 'morning', 'yesterday'] as const
export type HeardWord = (typeof HEARD_WORDS)[number]

/** A morning and a day have no minute: the middle of what they may mean errs least. Clock times in Shanghai. */
const MEANT: Readonly<Record<Exclude<HeardWord, 'now'>, string>> = { morning: '09:00', yesterday: '12:00' }

/** ISO instant of what was said in such words at `now`; nothing is heard later than now. */
export function heardAs(word: HeardWord, now: string): string {
  if (word === 'now') return now
  const today = dayOf(now)
  return heardOn(word === 'yesterday' ? addDays(today, -1) : today, MEANT[word], now) ?? now
}

/** Begun half an hour ago is still just now. */
const JUST_NOW = 30 * 60_000

/** The word for an instant as it is said at `now`; undefined where none of them means it. */
export function heardWordFor(heardAt: string, now: string): HeardWord | undefined {
  if (Math.abs(Date.parse(now) - Date.parse(heardAt)) < JUST_NOW) return 'now'
  return HEARD_WORDS.find((word) => word !== 'now' && heardAs(word, now) === heardAt)
}

/** ISO instant of a day (`YYYY-MM-DD`) and a clock time (`HH:MM`) in Shanghai; undefined for what is none, or is still to come. */
export function heardOn(day: string, clock: string, now: string): string | undefined {
  const at = Date.parse(`${day}T${clock}:00+08:00`)
  return Number.isNaN(at) || at > Date.parse(now) ? undefined : new Date(at).toISOString()
}

/** Whole minutes from the word to its receipt: nobody's fault, and no part of the clock. Undefined where it took none. */
export function travelledFor(said: {
  readonly heardAt: string
  readonly receivedAt?: string
}): number | undefined {
  if (said.receivedAt === undefined) return undefined
  const minutes = Math.floor((Date.parse(said.receivedAt) - Date.parse(said.heardAt)) / 60_000)
  return minutes > 0 ? minutes : undefined
}
