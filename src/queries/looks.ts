import type { PersonId } from '#domain/ids.ts'
import type { Look } from '#domain/look.ts'
import { whereOf } from '#domain/places.ts'
import { dayOf } from '#domain/workingDays.ts'
import type { View } from '#store/view.ts'
import { nameOf } from './feedback.ts'
import type { Reader } from './reader.ts'

export interface LookTold {
  readonly look: Look
  readonly who: string
  readonly where: string
}

export interface LooksOfDay {
  /** `YYYY-MM-DD` in Shanghai. */
  readonly day: string
  readonly looks: readonly LookTold[]
}

/** 谁看过名册, newest first, day by day: of everybody for the office, of oneself for whoever looked. Nobody is counted up. */
export function looksByDay(view: View, reader: Reader, most = Infinity): readonly LooksOfDay[] {
  const looks = [...reader.all<Look>('look')].sort((a, b) =>
    a.at < b.at ? 1 : a.at > b.at ? -1 : a.id < b.id ? -1 : 1,
  )
  const days = new Map<string, LookTold[]>()
  for (const look of looks.slice(0, most)) {
    const told = toldOf(view, reader, look)
    const day = dayOf(look.at)
    const there = days.get(day)
    if (there) there.push(told)
    else days.set(day, [told])
  }
  return [...days].map(([day, rows]) => ({ day, looks: rows }))
}

/** What some people opened, printed or took away since an instant, newest first. */
export function looksOf(
  view: View,
  reader: Reader,
  people: readonly PersonId[],
  since: string,
): readonly LookTold[] {
  return reader
    .all<Look>('look')
    .filter(({ author, at }) => people.includes(author) && at >= since)
    .sort((a, b) => (a.at < b.at ? 1 : -1))
    .map((look) => toldOf(view, reader, look))
}

function toldOf(view: View, reader: Reader, look: Look): LookTold {
  return { look, who: nameOf(view, look.author), where: whereOf(look.place, reader.tree) }
}
