import { whichBin } from '#domain/whichBin.ts'
import type { Item } from '#domain/whichBin/list.ts'

/** As many as one looks through. */
const FEW = 4

/** The few things of the list that a word may be about. */
export function listed(word: string): readonly Item[] {
  const answer = whichBin(word)
  if (answer?.is === 'ask') return answer.choices
  return answer?.is === 'found' ? [answer.item, ...answer.near].slice(0, FEW) : []
}
