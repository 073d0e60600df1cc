import type { PersonId, RecordId } from '#domain/ids.ts'
import { keep, kept } from '#ui/state/kept.ts'

const NAME = 'recent-homes'
const MOST = 5

/** The homes this person opened last, newest first. They stay on this device; what another person opened is forgotten. */
export function recentHomes(me: PersonId): readonly RecordId[] {
  const text = kept(NAME)
  if (text === undefined) return []
  const there = read(text)
  if (there?.person === me) return there.homes
  write({ person: me, homes: [] })
  return []
}

export function keepRecent(me: PersonId, home: RecordId): void {
  const before = recentHomes(me).filter((one) => one !== home)
  write({ person: me, homes: [home, ...before].slice(0, MOST) })
}

interface Recent {
  readonly person: PersonId
  readonly homes: readonly RecordId[]
}

function write(recent: Recent): void {
  keep(NAME, JSON.stringify(recent))
}

/** Anybody may have written there: what is no such list is none. */
function read(text: string): Recent | undefined {
  try {
    const { person, homes } = JSON.parse(text) as { person?: unknown; homes?: unknown }
    if (typeof person !== 'string' || !Array.isArray(homes)) return undefined
    const ids = homes.filter((one) => typeof one === 'string').slice(0, MOST)
    return { person: person as PersonId, homes: ids as RecordId[] }
  } catch {
    return undefined
  }
}
