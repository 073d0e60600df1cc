import type { Item } from '#domain/whichBin/list.ts'
import type { Language } from '#ui/words.ts'

/** A thing's name without what stands in brackets. */
export function shortLabel(item: Item, language: Language): string {
  return item.label[language].replace(/（.*?）/g, '')
}
