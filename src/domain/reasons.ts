import type { Consented } from './doors/consented.ts'
import { derivedId, type RecordId } from './ids.ts'
import type { Outline } from './record.ts'

/** 关爱标签 that are the office's alone: a volunteer needs to know what helps, not why. */
export const REASONS = [
  'leftBehind',
  'disabledSevere',
  'disabled',
  'losesAbility',
  'specialFamily',
  'lowIncome',
  'extremePoverty',
  'aged80',
  'expectant',
  'infant',
  'chronicHelp',
] as const
export type Reason = (typeof REASONS)[number]

/** Why somebody is looked after. A part of the resident, read by the office only; it stands on the resident's consent. */
export interface Reasons extends Consented {
  readonly kind: 'reasons'
  readonly tags: readonly Reason[]
}

/** One for each resident: whoever writes first makes it, the next one adds to it. */
export function reasonsId(of: RecordId): RecordId {
  return derivedId('reasons', of)
}

/** Who may read it; what may happen to it is in `reasonsVerbs.ts`. */
export const reasonsOutline: Outline<Reasons> = {
  kind: 'reasons',
  scopeOf: (record) => ({ place: record.place, group: 'reasons', people: [] }),
}
