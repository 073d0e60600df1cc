import { FIT, type Placed, textFit } from './textFit.ts'

/** What one letter alone finds. */
export interface Letter {
  /** Homes it is found in. */
  readonly homes: number
  /** By how well it fits (`FIT`): the first person of each of the first `LETTER_HOMES` homes. */
  readonly byFit: readonly (readonly number[])[]
}

/** As many homes as one list shows at most. */
export const LETTER_HOMES = 50

/** The same while it is put together. */
export interface Letters {
  homes: number
  last: number
  readonly byFit: number[][]
  /** The last home in each list, so that each stands there once. */
  readonly lasts: number[]
}

/** People come in the order of the homes, so the first of a home is the one that is shown. */
export function noteLetter(
  letters: Map<string, Letters>,
  text: Placed,
  at: number,
  home: number,
  who: number,
): void {
  const letter = text.text[at] ?? ''
  let of = letters.get(letter)
  if (!of) {
    of = { homes: 0, last: -1, byFit: Array.from({ length: FIT.none }, () => []), lasts: [] }
    letters.set(letter, of)
  }
  if (of.last !== home) {
    of.last = home
    of.homes += 1
  }
  const fit = textFit(text, 1, at)
  const list = of.byFit[fit]!
  if (of.lasts[fit] === home || list.length === LETTER_HOMES) return
  of.lasts[fit] = home
  list.push(who)
}
