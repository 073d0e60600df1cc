import type { Consented } from './consented.ts'
import type { Outline } from '#domain/record.ts'

/**
 * What a micro-grid volunteer may know of why somebody is looked after: that they live alone. Every other reason is the
 * office's alone (`reasons.ts`) and has no place in this record, because who reads one field of it reads all of it.
 */
export const CARE_TAGS = ['livesAlone', 'emptyNest'] as const
export type CareTag = (typeof CARE_TAGS)[number]

/** What helps, never what ails. */
export const NEEDS = [
  'speakUp',
  'stairs',
  'shopping',
  'hospitalEscort',
  'medicine',
  'meal',
  'phoneHelp',
  'lightBulb',
  'callFirst',
] as const
export type Need = (typeof NEEDS)[number]

/** What a resident agreed to have known about them. A part of the resident, with fewer readers. */
export interface Care extends Consented {
  readonly kind: 'care'
  readonly tags: readonly CareTag[]
  readonly needs: readonly Need[]
}

/** Whether there is something to look after. */
export function needsCare(record: Care): boolean {
  return record.consent !== undefined && (record.tags.length > 0 || record.needs.length > 0)
}

/** Who may read it; what may happen to it is in `careVerbs.ts`. */
export const careOutline: Outline<Care> = {
  kind: 'care',
  scopeOf: (record) => ({ place: record.place, group: 'care', people: [] }),
}
