import type { Freshness } from '#domain/settings.ts'

/** What is known of a door, as far as one asks how sure it is. */
export interface DoorFacts {
  /** Whole days since somebody looked the roster over with the people; absent: nobody ever did. */
  readonly confirmedDays?: number
  /** Whether anybody was ever reached behind it. */
  readonly reached: boolean
  /** Somebody moved in or out behind it since it was confirmed. */
  readonly movedHere: boolean
  /** The same next door on its floor. */
  readonly movedNextDoor: boolean
  /** Notes left there that nobody has answered. */
  readonly notes: number
}

/** Why a door is doubtful, each said to the person in words. */
export type DoubtReason =
  | { readonly why: 'age'; readonly days: number }
  | { readonly why: 'neverConfirmed' | 'neverReached' | 'movedHere' | 'movedNextDoor' }
  | { readonly why: 'notes'; readonly count: number }

export interface Doubt {
  /** 0 is sure. A month without a look is one; compared with other doors only, never shown. */
  readonly weight: number
  readonly reasons: readonly DoubtReason[]
}

/** As doubtful as a year without a look. */
const NEVER = 12
/** More notes say no more. */
const NOTES_COUNTED = 2

/**
 * How doubtful what is known of a door is, and why. It only ever grows with each thing that speaks against it; a door that
 * was confirmed within the days of a lit window, with nothing since, is sure.
 */
export function doubtOf(facts: DoorFacts, { lit }: Freshness): Doubt {
  const { confirmedDays: days, reached, movedHere, movedNextDoor, notes } = facts
  const reasons: DoubtReason[] = []
  let weight = 0
  if (days === undefined) {
    weight += NEVER
    if (reached) reasons.push({ why: 'neverConfirmed' })
  } else if (days > lit) {
    weight += Math.min(NEVER, Math.floor(days / lit))
    reasons.push({ why: 'age', days })
  }
  const say = (holds: boolean, why: 'neverReached' | 'movedHere' | 'movedNextDoor', by: number) => {
    if (!holds) return
    weight += by
    reasons.push({ why })
  }
  say(!reached, 'neverReached', 6)
  say(movedHere, 'movedHere', 6)
  say(movedNextDoor, 'movedNextDoor', 2)
  if (notes > 0) {
    weight += 3 * Math.min(NOTES_COUNTED, notes)
    reasons.push({ why: 'notes', count: notes })
  }
  return { weight, reasons }
}
