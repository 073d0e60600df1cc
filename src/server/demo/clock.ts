import { addDays } from '#domain/workingDays.ts'

/** Tells instants of the scripted week: day 0 is its Monday, negative days lie before it; clock times are Shanghai's. */
export type At = (day: number, time: string) => string

export function clockOfWeek(monday: string): At {
  return (day, time) => new Date(Date.parse(`${addDays(monday, day)}T${time}:00+08:00`)).toISOString()
}

/** So many seconds after an instant. */
export function later(instant: string, seconds: number): string {
  return new Date(Date.parse(instant) + Math.round(seconds * 1000)).toISOString()
}

/**
 * Monday of the last week that is over on a day (`YYYY-MM-DD`, Shanghai): a demonstration always ended last Sunday, so
 * nothing in it lies in the future.
 */
export function lastWeek(today: string): string {
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay()
  return addDays(today, -7 - ((weekday + 6) % 7))
}

/** Chance that is the same at every start: the week is one script, not many. */
export function sameChance(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

export function shuffled<T>(list: readonly T[], chance: () => number): readonly T[] {
  const out = [...list]
  for (let at = out.length - 1; at > 0; at -= 1) {
    const other = Math.floor(chance() * (at + 1))
    ;[out[at], out[other]] = [out[other]!, out[at]!]
  }
  return out
}
