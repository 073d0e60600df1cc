import type { RecordId } from '#domain/ids.ts'

/** A name or number that stands in a draft, and the records that bore it here when that was looked at. */
export interface NamedThere {
  readonly is: 'name' | 'phone'
  readonly text: string
  readonly of: readonly RecordId[]
  /** Of them the residents whose own name it is. */
  readonly residents: readonly RecordId[]
}

/** What several drafts say of one name is said of it once, by all who bear it. */
export function together(named: readonly NamedThere[]): readonly NamedThere[] {
  const found = new Map<string, NamedThere>()
  for (const one of named) {
    const { of = [], residents = [] } = found.get(`${one.is} ${one.text}`) ?? {}
    const all = { of: [...of, ...one.of], residents: [...residents, ...one.residents] }
    found.set(`${one.is} ${one.text}`, { ...one, ...all })
  }
  return [...found.values()]
}
