/** What may stand between two tags; more is no cell of a table. */
const TEXT_MOST = 1024 * 1024
const PORTION = 512 * 1024

/** One tag, for as long as `onTag` looks at it. Of most nobody asks more than the name: the rest is cut out when asked for. */
export class Tag {
  /** Without what stands before a colon. */
  name = ''
  is: 'open' | 'close' | 'empty' = 'open'
  #portion = ''
  #open = 0
  #end = 0
  #from = 0
  #kept = ''

  /** What stood before the tag, as it is meant. */
  get before(): string {
    return this.#kept + meant(this.#portion.slice(this.#from, this.#open))
  }

  /** An attribute by its name, whatever stands before a colon; what it says, as it is meant. */
  attribute(name: string): string | undefined {
    let pattern = PATTERNS.get(name)
    if (!pattern)
      PATTERNS.set(name, (pattern = new RegExp(`\\s(?:\\w+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)))
    const found = pattern.exec(this.#portion.slice(this.#open, this.#end))
    return found ? meant(found[1] ?? found[2] ?? '') : undefined
  }

  /** Stands at `open` now, and goes as far as before `end`; the text before it begins at `from`, behind what was `kept`. */
  moveTo(portion: string, open: number, end: number, from: number, kept: string): void {
    this.#portion = portion
    this.#open = open
    this.#end = end
    this.#from = from
    this.#kept = kept
    const closes = portion.charCodeAt(open + 1) === SLASH
    this.is = closes ? 'close' : portion.charCodeAt(end - 2) === SLASH ? 'empty' : 'open'
    let start = open + (closes ? 2 : 1)
    let at = start
    for (; at < end - 1; at += 1) {
      const code = portion.charCodeAt(at)
      if (code === COLON) start = at + 1
      else if (code === SLASH || code <= BLANK) break
    }
    this.name = portion.slice(start, at)
  }
}

const SLASH = 0x2f
const COLON = 0x3a
const BLANK = 0x20
const PATTERNS = new Map<string, RegExp>()

/**
 * Goes through XML tag by tag, a portion of the bytes at a time, until `onTag` answers false. It knows no entities but the
 * five of every XML, opens nothing and follows nothing, so that a text can never become longer than it stands there.
 * @throws where it declares entities of its own, or a text between two tags is endless
 */
export function scan(bytes: Uint8Array, onTag: (tag: Tag) => boolean | void): void {
  const decoder = new TextDecoder()
  const tag = new Tag()
  let rest = ''
  let kept = ''
  for (let at = 0; at < bytes.length; at += PORTION) {
    const text = rest + decoder.decode(bytes.subarray(at, at + PORTION), { stream: true })
    let from = 0
    for (;;) {
      const open = text.indexOf('<', from)
      if (open < 0) break
      const special = text.charCodeAt(open + 1) === 0x21
      const end = special ? endOfSpecial(text, open) : text.indexOf('>', open) + 1
      if (end === 0) break
      if (special) kept += meant(text.slice(from, open)) + literal(text.slice(open, end))
      else {
        tag.moveTo(text, open, end, from, kept)
        kept = ''
        if (onTag(tag) === false) return
      }
      from = end
    }
    rest = text.slice(from)
    if (rest.length > TEXT_MOST) throw new Error('a text without an end')
  }
}

const CDATA = '<![CDATA['

/** Behind a comment or a text that is meant as it stands; 0: its end does not stand here yet. */
function endOfSpecial(text: string, open: number): number {
  const sign = text.startsWith(CDATA, open) ? ']]>' : text.startsWith('<!--', open) ? '-->' : '>'
  const at = text.indexOf(sign, open)
  return at < 0 ? 0 : at + sign.length
}

function literal(special: string): string {
  if (special.startsWith('<!D')) throw new Error('declares entities of its own')
  return special.startsWith(CDATA) ? special.slice(CDATA.length, -3) : ''
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function meant(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));/gi,
    (_, decimal, hex, name) => {
      if (name !== undefined) return ENTITIES[String(name).toLowerCase()] ?? ''
      const code = hex === undefined ? Number(decimal) : Number.parseInt(String(hex), 16)
      return code <= 0x10ffff ? String.fromCodePoint(code) : ''
    },
  )
}
