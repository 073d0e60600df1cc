/** A page of the web or another kind of text that is sometimes renamed to a table; `{` begins JSON and RTF. */
const OTHER_KINDS = /^\s*(?:<|\{|%PDF|%!PS)/
/** Signs that no table has: they say that the bytes are no text at all. */
// oxlint-disable-next-line no-control-regex -- these very signs are looked for
const NO_TEXT = /[\u0000-\u0006\u000E-\u001A]/

/**
 * The text of a table in UTF-8, in UTF-16 with its mark in front (“Unicode 文本”), or in GB18030, which GBK and GB2312 are
 * part of; undefined where the bytes are no such text.
 */
export function decoded(bytes: Uint8Array): string | undefined {
  const encodings = bytes[0] === 0xff && bytes[1] === 0xfe ? ['utf-16le'] : ['utf-8', 'gb18030']
  for (const encoding of encodings) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
      return NO_TEXT.test(text) || OTHER_KINDS.test(text) ? undefined : text
    } catch {
      // Not in this one.
    }
  }
  return undefined
}
