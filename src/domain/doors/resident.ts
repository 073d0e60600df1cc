import { type RecordId, derivedId } from '#domain/ids.ts'
import type { Rostered } from '#domain/proposals.ts'
import type { Outline } from '#domain/record.ts'

/** A band is enough; nobody needs a birthday. */
export const AGE_BANDS = ['0-5', '6-13', '14-17', '18-59', '60-69', '70-79', '80+'] as const
export type AgeBand = (typeof AGE_BANDS)[number]

/** 与户主关系, the classes of GB/T 4761, and people who share a flat. */
export const RELATIONS = [
  'head',
  'spouse',
  'son',
  'daughter',
  'grandchild',
  'parent',
  'grandparent',
  'sibling',
  'other',
  'unrelated',
] as const
export type Relation = (typeof RELATIONS)[number]

/** 户籍 · 流动 · 寄住. */
export const RESIDENCIES = ['registered', 'migrant', 'staying'] as const
export type Residency = (typeof RESIDENCIES)[number]

export const OWNERS = ['livesHere', 'elsewhere'] as const
export type Owner = (typeof OWNERS)[number]

/** Somebody who lives behind a door. Phone and care are records of their own: they have other readers. */
export interface Resident extends Rostered {
  readonly kind: 'resident'
  /** 姓名 or 称呼, as people call them. */
  readonly name: string
  readonly ageBand?: AgeBand
  readonly relation?: Relation
  readonly residency?: Residency
  /** 业主: an owner who lives here, or whose home it is and who lives elsewhere; an owner elsewhere is nobody of the household. */
  readonly owner?: Owner
  /** Day they moved in, `YYYY-MM-DD`. */
  readonly movedIn?: string
  /** Lower-case search keys (pinyin and its first letters), worked out where the name was written. */
  readonly keys?: readonly string[]
  /** Day they moved out, `YYYY-MM-DD`. */
  readonly movedOut?: string
  /** The other record of the same person. Both stay; undo clears it. */
  readonly mergedInto?: RecordId
}

/** One contact and one care record per resident: whoever writes first makes it, the next one adds to it. */
export function contactId(of: RecordId): RecordId {
  return derivedId('contact', of)
}

export function careId(of: RecordId): RecordId {
  return derivedId('care', of)
}

/** Lives behind the door now, and is not the second record of somebody. */
export function livesHere(record: Resident): boolean {
  return isOfHome(record) && record.mergedInto === undefined
}

/** Lives behind the door now, whichever of their records this is; an owner elsewhere does not. */
export function isOfHome(record: Resident): boolean {
  return isTiedTo(record) && record.owner !== 'elsewhere'
}

/** Has to do with the home now: lives there, or owns it. */
export function isTiedTo(record: Resident): boolean {
  return record.movedOut === undefined && record.voided === undefined
}

/** Who may read it; what may happen to it is in `residentVerbs.ts`. */
export const residentOutline: Outline<Resident> = {
  kind: 'resident',
  scopeOf: (record) => ({ place: record.place, group: 'names', people: [] }),
}
