import { handedKey, handedOver } from '#domain/handedOver.ts'
import type { PersonId } from '#domain/ids.ts'
import { type Member, memberId } from '#domain/member.ts'
import { whereOf } from '#domain/places.ts'
import type { Reader } from './reader.ts'

/** One sentence about a place that came to somebody, or went from them. */
export interface HandedNews {
  /** The same on every device, to remember that it was read. */
  readonly key: string
  readonly is: 'given' | 'got'
  /** 1栋 2单元; empty is the whole compound. */
  readonly where: string
  /** Who has it now, or had it before. */
  readonly other: string
  /** First day of the new one, `YYYY-MM-DD`. */
  readonly day: string
}

/** What the reader is to hear of their own places, the latest first. Of others' they hear nothing. */
export function handedNews(reader: Reader, today: string): readonly HandedNews[] {
  const name = (person: PersonId) => reader.get<Member>(memberId(person))?.name ?? ''
  return handedOver(reader.all<Member>('member'), today)
    .filter(({ from, to }) => from === reader.me || to === reader.me)
    .map((one): HandedNews => {
      const isGiven = one.from === reader.me
      return {
        key: handedKey(one),
        is: isGiven ? 'given' : 'got',
        where: whereOf(one.place, reader.tree),
        other: name(isGiven ? one.to : one.from),
        day: one.day,
      }
    })
    .sort((a, b) => (a.day > b.day ? -1 : a.day < b.day ? 1 : a.key < b.key ? -1 : 1))
}
