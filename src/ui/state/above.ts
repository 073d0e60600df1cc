import { keep, kept } from './kept.ts'

const NAME = 'above'

/** This browser was let in to see numbers only: it has no compound, and its start shows the way to them. */
export function keepAbove(): void {
  keep(NAME, 'yes')
}

export function isAbove(): boolean {
  return kept(NAME) === 'yes'
}
