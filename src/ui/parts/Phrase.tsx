import './phrase.css'

const words =
  typeof Intl.Segmenter === 'function' ? new Intl.Segmenter('zh', { granularity: 'word' }) : undefined
/** After these a line would end too early: an opening bracket, a number before its unit. */
const HOLDS = /[\p{Ps}\p{Pi}\d]$/u
const OPENS = /^[\p{Ps}\p{Pi}]/u

/** Where a line of Chinese may break: the pieces of a text, each a word with the stops behind it. Together they are the text. */
export function piecesOf(text: string): readonly string[] {
  if (!words) return [text]
  const pieces: string[] = []
  for (const { segment, isWordLike } of words.segment(text)) {
    const last = pieces.at(-1)
    const begins = (isWordLike || OPENS.test(segment)) && !(last !== undefined && HOLDS.test(last))
    if (last === undefined || begins) pieces.push(segment)
    else pieces[pieces.length - 1] = last + segment
  }
  return pieces
}

/**
 * What somebody said, in lines that break between words. Chinese has no spaces: left alone, a browser breaks inside words,
 * and kept from that, anywhere, also before a ？. Where words cannot be told apart it breaks as the browser does.
 */
export function Phrase({ text }: { text: string }) {
  if (!words) return <>{text}</>
  return (
    <span class="phrase">
      {piecesOf(text).flatMap((piece, index) => (index === 0 ? [piece] : [<wbr key={index} />, piece]))}
    </span>
  )
}
