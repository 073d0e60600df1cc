import type { Name } from './list.ts'

/** A name made ready once, so that a key press only compares: thousands of them lie between two letters. */
export interface Ready {
  readonly text: string
  /** Pinyin in one word, and from each later syllable on. */
  readonly whole: string
  readonly later: readonly string[]
  readonly initials: string
  readonly length: number
}

export function ready({ text, pinyin }: Name): Ready {
  return {
    text,
    whole: pinyin.join(''),
    later: pinyin.slice(1).map((_, at) => pinyin.slice(at + 1).join('')),
    initials: pinyin.map((syllable) => syllable.charAt(0)).join(''),
    // Keeps the bands apart, however long a name is.
    length: Math.min(text.length, 9),
  }
}

export const NO_MATCH = 100
/** Up to here what was typed is the beginning of a name; beyond, it is somewhere in it, or names it among other words. */
export const BEGINS = 29

/** Lower is nearer: the thing itself, its beginning, a part of it, the same in pinyin, and last a longer query that names it. */
export function nearness(name: Ready, wanted: string, latin: boolean): number {
  const { text, whole, initials, length } = name
  if (text === wanted) return 0
  if (text.startsWith(wanted)) return 10 + length
  if (latin) {
    if (whole !== '') {
      if (whole === wanted) return 1
      if (wanted.length > 1 && initials === wanted) return 2
      if (whole.startsWith(wanted)) return 12 + length
      if (wanted.length > 1 && initials.startsWith(wanted)) return 14 + length
      if (wanted.length > 2 && name.later.some((from) => from.startsWith(wanted))) return 40 + length
    }
    if (wanted.length > 2 && text.includes(wanted)) return 50 + length
    return text.length > 3 && wanted.includes(text) ? 60 - length : NO_MATCH
  }
  if (text.includes(wanted)) return 30 + length
  return text.length > 1 && wanted.includes(text) ? 60 - length : NO_MATCH
}
