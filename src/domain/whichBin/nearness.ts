import type { Name } from './list.ts'
import { isLatin } from './spelling.ts'

/** A name made ready once, so that a key press only compares: thousands of them lie between two letters. */
export interface Ready {
  readonly text: string
  /** Whether letters or digits stand in it, and whether other signs do. */
  readonly letters: boolean
  readonly signs: boolean
  /** Pinyin in one word, and from each later syllable on. */
  readonly whole: string
  readonly later: readonly string[]
  readonly initials: string
  readonly length: number
}

export function ready({ text, pinyin }: Name): Ready {
  return {
    text,
    ...writtenWith(text),
    whole: pinyin.join(''),
    later: pinyin.slice(1).map((_, at) => pinyin.slice(at + 1).join('')),
    initials: pinyin.map((syllable) => syllable.charAt(0)).join(''),
    // Keeps the bands apart, however long a name is.
    length: Math.min(text.length, 9),
  }
}

export interface Wanted {
  readonly text: string
  readonly letters: boolean
  readonly signs: boolean
}

export function wantedAs(text: string): Wanted {
  return { text, ...writtenWith(text) }
}

function writtenWith(text: string) {
  return { letters: /[a-z0-9]/.test(text), signs: !isLatin(text) }
}

export const NO_MATCH = 100
/** Up to here what was typed is the beginning of a name; beyond, it is somewhere in it, or names it among other words. */
export const BEGINS = 29

/** Lower is nearer: the thing itself, its beginning, a part of it, the same in pinyin, and last a longer query that names it. */
export function nearness(name: Ready, wanted: Wanted): number {
  // Chinese is no part of an English name. Most names end here, for one kind of query or the other.
  if (!wanted.letters && !name.signs) return NO_MATCH
  const written = wanted.signs || name.letters ? asWritten(name, wanted) : NO_MATCH
  return wanted.signs || written < BEGINS ? written : Math.min(written, asSpoken(name, wanted.text))
}

function asWritten({ text, length, signs }: Ready, wanted: Wanted): number {
  if (text.startsWith(wanted.text)) return text.length === wanted.text.length ? 0 : 10 + length
  if (wanted.signs) {
    if (text.includes(wanted.text)) return 30 + length
    return text.length > 1 && (signs || text.length > 3) && wanted.text.includes(text)
      ? 60 - length
      : NO_MATCH
  }
  if (wanted.text.length > 2 && text.includes(wanted.text)) return 50 + length
  return text.length > 3 && wanted.text.includes(text) ? 60 - length : NO_MATCH
}

function asSpoken({ whole, initials, later, length }: Ready, wanted: string): number {
  if (whole === '') return NO_MATCH
  if (whole.startsWith(wanted)) return whole.length === wanted.length ? 1 : 12 + length
  if (wanted.length > 1 && initials.startsWith(wanted))
    return initials.length === wanted.length ? 2 : 14 + length
  if (wanted.length < 3) return NO_MATCH
  for (const from of later) if (from.startsWith(wanted)) return 40 + length
  return NO_MATCH
}
