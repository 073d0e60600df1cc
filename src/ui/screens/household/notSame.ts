import type { PersonId } from '#domain/ids.ts'
import { type Alike, alikeKey } from '#queries/sameResident.ts'
import { keep, kept } from '#ui/state/kept.ts'

const NAME = 'not-the-same'
const MOST = 200

/** Pairs of records that this person said are two people. It stays on this device; what another person said is forgotten. */
export function notSame(me: PersonId): ReadonlySet<string> {
  const there = read(kept(NAME))
  return new Set(there?.person === me ? there.pairs : [])
}

export function noteNotSame(me: PersonId, { first, second }: Alike): void {
  const pairs = [...new Set([...notSame(me), alikeKey(first, second)])].slice(-MOST)
  keep(NAME, JSON.stringify({ person: me, pairs }))
}

/** Anybody may have written there: what is no such list is none. */
function read(text: string | undefined): { person: string; pairs: readonly string[] } | undefined {
  if (text === undefined) return undefined
  try {
    const { person, pairs } = JSON.parse(text) as { person?: unknown; pairs?: unknown }
    if (typeof person !== 'string' || !Array.isArray(pairs)) return undefined
    return { person, pairs: pairs.filter((one) => typeof one === 'string') }
  } catch {
    return undefined
  }
}
