/** Where a rule is written: for a thing of the list, for a word, or for one still to be named. */
export function ruleAddress(of: { readonly item?: number; readonly word?: string }): string {
  const asked = new URLSearchParams()
  if (of.item !== undefined) asked.set('item', String(of.item))
  if (of.word !== undefined) asked.set('word', of.word)
  return `/bins/keep/which-bin/rule${asked.size === 0 ? '' : `?${asked.toString()}`}`
}
