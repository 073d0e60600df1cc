/** One thing a person can be found by. `other`: said as a family name is not said. */
export interface Text {
  readonly text: string
  readonly is: 'name' | 'pinyin' | 'initials'
  readonly other: boolean
}

/** A text, and where somebody may begin to type it. */
export interface Placed extends Text {
  readonly places: readonly number[]
}

/** How well something fits; less is better. A door before a name, a name before its sound, a phone last. */
export const FIT = {
  door: 0,
  doorBegins: 1,
  name: 2,
  nameBegins: 3,
  nameHas: 4,
  pinyin: 5,
  pinyinBegins: 7,
  pinyinHas: 9,
  initials: 11,
  initialsBegin: 13,
  initialsHave: 15,
  /** Added where a family name is said as it is not said. */
  other: 1,
  tail: 17,
  none: 18,
} as const

const FITS = {
  name: [FIT.name, FIT.nameBegins, FIT.nameHas],
  pinyin: [FIT.pinyin, FIT.pinyinBegins, FIT.pinyinHas],
  initials: [FIT.initials, FIT.initialsBegin, FIT.initialsHave],
} as const

/** How a text fits where so many characters that were typed stand in it at `at`. */
export function textFit({ text, is, other }: Text, typed: number, at: number): number {
  const [whole, begins, has] = FITS[is]
  return (at > 0 ? has : text.length === typed ? whole : begins) + (other ? FIT.other : 0)
}
