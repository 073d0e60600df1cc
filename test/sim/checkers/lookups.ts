import type { PersonId } from '#domain/ids.ts'
import type { Lookup } from '#domain/lookup.ts'
import type { Recorded } from '#domain/record.ts'
import type { WasteRule } from '#domain/bins/wasteRule.ts'
import { missedWords } from '#queries/lookups.ts'
import type { Finding, History } from '../history.ts'

/**
 * What the office is told of missing words is how many people miss each: nobody counts twice, however a word is written, and
 * a word with an answer or one that was dealt with is not asked for any more.
 */
export function lookups({ end }: History): readonly Finding[] {
  return [...end.servers.values()].flatMap(({ records }) => {
    const all = <R extends Recorded>(kind: string) => records.filter((one) => one.kind === kind) as R[]
    const told = missedWords({ all } as unknown as Parameters<typeof missedWords>[0])
    const is = new Map(told.map(({ word, people }) => [plain(word), people]))
    const should = expected(all<Lookup>('lookup'), all<WasteRule>('wasteRule'))
    const findings: Finding[] = []
    if (is.size !== told.length) findings.push({ is: 'miscounted', what: 'one missing word is told twice' })
    for (const word of new Set([...is.keys(), ...should.keys()])) {
      const [told_, people] = [is.get(word) ?? 0, should.get(word)?.size ?? 0]
      if (told_ !== people)
        findings.push({ is: 'miscounted', what: `${word} is missed by ${people}, told are ${told_}` })
    }
    return findings
  })
}

function expected(asked: readonly Lookup[], rules: readonly WasteRule[]) {
  const people = new Map<string, Set<PersonId>>()
  for (const { word, author, settled, voided } of asked) {
    const answered = rules.some(
      (rule) => rule.item === undefined && saysSomething(rule) && plain(rule.label) === plain(word),
    )
    if (settled || voided || answered) continue
    people.set(plain(word), (people.get(plain(word)) ?? new Set()).add(author))
  }
  return people
}

function saysSomething(rule: WasteRule): boolean {
  return rule.waste !== undefined || (rule as { means?: number }).means !== undefined
}

/** This world's own idea of one word: its Chinese signs. */
export function plain(word: string): string {
  return word.match(/[\u4e00-\u9fff]/g)?.join('') ?? word
}
