/** A NUL, or half of a surrogate pair: no database of ours keeps it as text, and no two of them do the same with it. */
const UNWRITABLE = /[\0\p{Cs}]/gu

/** The text with a sign that is seen (�) where it could not be kept as it came. */
export function asWritten(text: string): string {
  return text.replace(UNWRITABLE, '\ufffd')
}
