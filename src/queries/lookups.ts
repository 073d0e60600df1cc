import type { PersonId } from '#domain/ids.ts'
import type { Lookup } from '#domain/lookup.ts'
import type { WasteRule } from '#domain/bins/wasteRule.ts'
import { normal } from '#domain/text.ts'
import type { Reader } from './reader.ts'

/** A word that people looked for in vain. */
export interface MissedWord {
  readonly word: string
  /** How many people miss it, not how often they looked. */
  readonly people: number
  /** When it was first asked and last, ISO instants. */
  readonly first: string
  readonly last: string
}

/**
 * What the office has to answer, what most people miss first. However a word is written it is one; what the compound has
 * a rule for by now is answered, also where somebody's look-up came later than the rule.
 */
export function missedWords(reader: Reader): readonly MissedWord[] {
  const answered = new Set(
    reader
      .all<WasteRule>('wasteRule')
      .filter((rule) => rule.item === undefined && (rule.waste ?? rule.means) !== undefined)
      .map((rule) => normal(rule.label)),
  )
  const words = new Map<string, MissedWord & { readonly who: ReadonlySet<PersonId> }>()
  for (const { word, author, at, settled } of reader.all<Lookup>('lookup')) {
    const key = normal(word)
    if (settled || answered.has(key)) continue
    const known = words.get(key)
    const who = new Set([...(known?.who ?? []), author])
    words.set(key, {
      word: known && known.first <= at ? known.word : word,
      who,
      people: who.size,
      first: known && known.first <= at ? known.first : at,
      last: known && known.last >= at ? known.last : at,
    })
  }
  return [...words.values()]
    .map(({ word, people, first, last }) => ({ word, people, first, last }))
    .sort((a, b) => b.people - a.people || (a.last < b.last ? 1 : -1))
}
