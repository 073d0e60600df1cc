import { readingsOf } from '#domain/nameSounds.ts'
import { contactId } from '#domain/doors/resident.ts'
import { type HomesIndex, homesIndex, type Sounds } from '#queries/homesIndex.ts'
import type { Reader } from '#queries/reader.ts'
import { findHomes } from '#queries/search.ts'
import { manyHomes } from '#test/support/manyHomes.ts'

/** What `doors.mjs` runs inside the browser: search over invented people, and the least that a list can do. */

const sounding = new Map<string, ReturnType<Sounds>>()
const sounds: Sounds = (name) => {
  const there = sounding.get(name) ?? readingsOf(name)
  sounding.set(name, there)
  return there
}

let reader: Reader
let index: HomesIndex
let prepared: readonly string[] = []

/** So many people in as many homes. Answers how long the index took in all, and its longest portion, in milliseconds. */
export function prepare(seed: number, people: number): { all: number; portion: number } {
  const many = manyHomes(seed, people, people)
  reader = many.reader()
  const phones = new Map(many.contacts.map((one) => [one.id, one.phone]))
  const doors = new Map(many.dwellings.map((one) => [one.id, one.key]))
  prepared = many.residents.map((one) => {
    const [reading = []] = sounds(one.name)
    const initials = reading.map((syllable) => syllable[0]).join('')
    return `${doors.get(one.place)} ${one.name} ${reading.join('')} ${initials} ${phones.get(contactId(one.id)) ?? ''}`
  })
  sounding.clear()
  const building = homesIndex(reader, sounds)
  let [all, portion] = [0, 0]
  for (;;) {
    const began = performance.now()
    const step = building.next()
    const took = performance.now() - began
    all += took
    portion = Math.max(portion, took)
    if (!step.done) continue
    index = step.value
    return { all, portion }
  }
}

/** Milliseconds of each letter of each word, typed one after the other. */
export function product(words: readonly string[]): readonly number[] {
  return timed(words, (text) => findHomes(reader, index, text))
}

/** The same letters over strings that were put together before: who has it, the first fifty. */
export function floor(words: readonly string[]): readonly number[] {
  return timed(words, (text) => prepared.filter((one) => one.includes(text)).slice(0, 50))
}

function timed(words: readonly string[], find: (text: string) => unknown): readonly number[] {
  return words.flatMap((word) =>
    Array.from(word, (_, at) => {
      const text = Array.from(word)
        .slice(0, at + 1)
        .join('')
      const began = performance.now()
      find(text)
      return performance.now() - began
    }),
  )
}
