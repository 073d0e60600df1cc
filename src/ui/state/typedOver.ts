/**
 * What was kept of a form, with what was typed before it came back, field by field: neither is lost and nothing stands twice. Words in
 * one and the same field follow the kept ones, as they would had these stood there already; of all else the newer one holds.
 */
export function typedOver<T>(kept: T, typed: T, empty: T): T {
  return over(kept, typed, empty) as T
}

function over(kept: unknown, typed: unknown, empty: unknown): unknown {
  if (isSame(typed, empty) || isSame(typed, kept)) return kept
  if (isSame(kept, empty)) return typed
  if (typeof kept === 'string' && typeof typed === 'string') return wordsOver(kept, typed, empty)
  if (Array.isArray(kept) && Array.isArray(typed)) {
    const begun = Array.isArray(empty) ? empty : []
    // Where something was taken out of what stood there, the rest is what is meant.
    if (!begun.every((one) => has(typed, one))) return typed
    return [...(kept as unknown[]), ...typed.filter((one) => !has(kept, one) && !has(begun, one))]
  }
  if (isFields(kept) && isFields(typed)) {
    const begun = isFields(empty) ? empty : {}
    const names = new Set([...Object.keys(kept), ...Object.keys(typed)])
    return Object.fromEntries([...names].map((name) => [name, over(kept[name], typed[name], begun[name])]))
  }
  return typed
}

/** Numbers, days, clock times and choices have neither Chinese signs nor blanks in them: two of them are not one. */
const WORDS = /[^\x21-\x7e]/

function wordsOver(kept: string, typed: string, empty: unknown): string {
  const begun = typeof empty === 'string' ? empty : ''
  return WORDS.test(kept) && typed.startsWith(begun) ? kept + typed.slice(begun.length) : typed
}

function has(all: readonly unknown[], one: unknown): boolean {
  return all.some((other) => isSame(one, other))
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other)
}

function isFields(one: unknown): one is Readonly<Record<string, unknown>> {
  return typeof one === 'object' && one !== null && !Array.isArray(one)
}
