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
