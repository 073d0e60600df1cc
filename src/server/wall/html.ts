/** Markup that was made here. Everything else that is put into a page is text, whoever wrote it. */
export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

type Part = Html | string | number | false | undefined | readonly Part[]

/** A piece of a page. What stands between is escaped unless it was made by this very function. */
export function made(pieces: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(pieces.reduce((all, piece, index) => all + written(parts[index - 1]) + piece))
}

/** Of our own, as it stands: a style sheet, a drawing. Never what somebody wrote. */
export function ours(text: string): Html {
  return new Html(text)
}

function written(part: Part): string {
  if (part === undefined || part === false) return ''
  if (part instanceof Html) return part.text
  if (typeof part === 'string' || typeof part === 'number') return escaped(`${part}`)
  return part.map((one) => written(one)).join('')
}

const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign)
}
