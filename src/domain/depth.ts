/** What is nested deeper than this cannot even be kept as a value; no store of ours makes it. */
export const HOPELESS = 64

/** Deepest nesting of a JSON value: 0 for a plain one. Stops counting above `limit`; a loop, since the value is anybody's. */
export function depth(value: unknown, limit: number): number {
  let level: unknown[] = [value]
  for (let deep = 0; ; deep += 1) {
    const inner = level.filter((one) => typeof one === 'object' && one !== null)
    if (inner.length === 0) return deep
    if (deep > limit) return deep
    level = inner.flatMap((one) => Object.values(one))
  }
}

/**
 * Whether a JSON text nests its values deeper than `most`. Asked before it is parsed: some megabytes of brackets become
 * half a gigabyte of lists.
 */
export function isDeeper(json: string, most: number): boolean {
  let depth = 0
  let inString = false
  for (let at = 0; at < json.length; at += 1) {
    const sign = json[at]
    if (inString) {
      if (sign === '\\') at += 1
      else if (sign === '"') inString = false
    } else if (sign === '"') inString = true
    else if (sign === '[' || sign === '{') {
      depth += 1
      if (depth > most) return true
    } else if (sign === ']' || sign === '}') depth -= 1
  }
  return false
}
