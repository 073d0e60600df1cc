/** A NUL, or half of a surrogate pair: no database of ours keeps it as text, and no two of them do the same with it. */
const UNWRITABLE = /[\0\p{Cs}]/gu

/** The text with a sign that is seen (�) where it could not be kept as it came. */
export function asWritten(text: string): string {
  return text.replace(UNWRITABLE, '\ufffd')
}

/** Signs that nobody sees: controls, marks of direction and of width, halves of a pair. Gaps and line ends are none. */
const UNSEEN = /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Cs}]/gu

/** The text without signs that nobody sees; characters that few people know stay. */
export function cleaned(text: string): string {
  return text.replace(UNSEEN, '')
}

/** A word as it is compared: full-width forms, case, spaces and signs do not matter. */
export function normal(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}
