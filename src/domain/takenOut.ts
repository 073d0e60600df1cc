/** In the text itself: there its author sees that something was taken out. */
const TAKEN_OUT = '〔已删〕'

/** The shortest that is looked for: one sign alone stands in everybody's sentences. */
const SIGNS = 2
const DIGITS = 7
const NUMBER = /^\s*\+?\d[\d\- ]*$/

/** By which somebody is known in what others write. */
export interface KnownBy {
  readonly names: readonly string[]
  readonly phones: readonly string[]
}

/** A form's content with names and numbers taken out of its texts; the very same where none was in it. */
export function takenOut(value: unknown, known: KnownBy): unknown {
  // Longest first: a short name inside a longer one must not spoil it.
  const names = known.names.filter((one) => one.length >= SIGNS).sort((a, b) => b.length - a.length)
  const phones = new Set(known.phones.map(digitsOf).filter((one) => one.length >= DIGITS))
  const look = (one: unknown): unknown => {
    if (typeof one === 'string') return cut(one, names, phones)
    if (typeof one !== 'object' || one === null) return one
    const all = Object.entries(one).map(([key, inside]) => [key, look(inside)] as const)
    if (all.every(([key, now]) => now === (one as Record<string, unknown>)[key])) return one
    return Array.isArray(one) ? all.map(([, now]) => now) : Object.fromEntries(all)
  }
  return look(value)
}

function cut(text: string, names: readonly string[], phones: ReadonlySet<string>): string {
  // A field that holds nothing else is as if nobody had filled it in.
  if (names.includes(text.trim()) || (NUMBER.test(text) && phones.has(digitsOf(text)))) return ''
  let left = text
  for (const name of names) left = left.replaceAll(name, TAKEN_OUT)
  for (const [run] of left.matchAll(/\+?\d[\d\- ]{5,}\d/g))
    if (phones.has(digitsOf(run))) left = left.replaceAll(run, TAKEN_OUT)
  return left
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '').replace(/^86(?=1\d{10}$)/, '')
}
