import type { PersonId } from '#domain/ids.ts'
import { type Look, type LookedAt, PAPERS } from '#domain/look.ts'
import { addDays, dayOf } from '#domain/workingDays.ts'

/** How many numbers one person sees in full in a day. Calling is never stopped. */
export const NUMBERS_A_DAY = 30

/** More people than this in a day is told to the office, whatever is usual. */
const PEOPLE_A_DAY = 100
/** So many times what is usual for the person is told too, */
const TIMES_USUAL = 3
/** but not of somebody who saw a handful: three times two is nothing. */
const HANDFUL = 20
/** What is usual is the median of the days on which they looked at anybody, in the last month; fewer days say nothing. */
const MONTH = 30
const DAYS_LEAST = 3

const NOT_COUNTED: readonly LookedAt[] = ['export', ...PAPERS]

/** Somebody saw many people's names in one day. A question to ask them, and no more than that. */
export interface BulkReading {
  readonly person: PersonId
  /** `YYYY-MM-DD` in Shanghai. */
  readonly day: string
  readonly people: number
  /** Per day; absent where too little is known. */
  readonly usual?: number
}

/** Of one day. What was taken away as a table is told by itself, and papers and texts to send name no residents: neither is counted here. */
export function bulkReadings(looks: readonly Look[], day: string): readonly BulkReading[] {
  const first = addDays(day, -MONTH)
  const byPerson = new Map<PersonId, Map<string, number>>()
  for (const look of looks) {
    const on = dayOf(look.at)
    if (NOT_COUNTED.includes(look.what) || on < first || on > day) continue
    const days = byPerson.get(look.author) ?? new Map<string, number>()
    byPerson.set(look.author, days)
    days.set(on, (days.get(on) ?? 0) + (look.count ?? 1))
  }
  return [...byPerson].flatMap(([person, days]): readonly BulkReading[] => {
    const people = days.get(day) ?? 0
    const before = [...days].flatMap(([on, count]) => (on < day ? [count] : []))
    const usual = before.length >= DAYS_LEAST ? median(before) : undefined
    const isMany = people > PEOPLE_A_DAY
    const isUnusual = usual !== undefined && people > TIMES_USUAL * usual && people > HANDFUL
    return isMany || isUnusual ? [{ person, day, people, ...(usual !== undefined && { usual }) }] : []
  })
}

/** How many numbers somebody saw or called on a day. */
export function numbersOn(looks: readonly Look[], person: PersonId, day: string): number {
  return looks.filter((one) => one.author === person && one.what === 'phone' && dayOf(one.at) === day).length
}

function median(counts: readonly number[]): number {
  const sorted = [...counts].sort((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1
    ? (sorted[half] as number)
    : ((sorted[half - 1] as number) + (sorted[half] as number)) / 2
}
