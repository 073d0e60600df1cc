/**
 * The Kth of N parts of a list: every Nth item, so that each part has some of everything. Throws where it is not 1/N to N/N.
 *
 * @template Item
 * @param {readonly Item[]} items
 * @param {string} part 'K/N'
 * @returns {Item[]}
 */
export function partOf(items, part) {
  const [, k, n] = (/^(\d+)\/(\d+)$/.exec(part) ?? []).map(Number)
  if (!k || !n || k > n) throw new Error(`--part ${part}: it is K/N, from 1/N to N/N`)
  return items.filter((_, nth) => nth % n === k - 1)
}
