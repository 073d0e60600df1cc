import { careId, contactId } from './doors/resident.ts'
import type { RecordId } from './ids.ts'
import { reasonsId } from './reasons.ts'
import type { Recorded } from './record.ts'
import type { Scope } from './rights.ts'

/** Why somebody is forgotten. No words of anybody's own: they would name whom they are about. */
export const ERASE_REASONS = [
  'asked', // they asked for it themselves
  'family', // their family did, or whoever speaks for them
  'noPurpose', // there is nothing any more for which it was written down
  'mistake', // they never lived here, or it should not have been written down
  'movedOut', // they left long ago: the deadline has passed
] as const
export type EraseReason = (typeof ERASE_REASONS)[number]

/** Whom to erase, why, and which remarks are theirs beside those that a name or a phone tells. */
export interface AskedToErase {
  readonly resident: RecordId
  readonly why: EraseReason
  readonly remarks: readonly RecordId[]
}

/** Something by which they would be known in other people's words: how many signs it has, and a keyed digest of it. */
export interface Known {
  readonly is: 'word' | 'phone'
  readonly length: number
  readonly digest: string
}

export const TOMBSTONE = 'tombstone'
/** Name of the row by which one comes to stand. */
export const TOMBSTONE_STANDS = `${TOMBSTONE}.stand`

/**
 * What stands where something of a person was that is erased: that there was something, and nothing of it. It lives on the server
 * only, is read by nobody, and whatever comes for its id ends as `erased` (W15). The one that stands at a home says by digests
 * what to leave out of words that come late.
 */
export interface Tombstone extends Recorded {
  readonly kind: typeof TOMBSTONE
  readonly known?: readonly Known[]
  /** Who could read what stood here: they are told that it was erased. On those of before the row says it by which they stand. */
  readonly was?: Scope
}

export function isTombstone(record: Recorded | undefined): record is Tombstone {
  return record?.kind === TOMBSTONE
}

/** Everything that is a resident's own, also what nobody has written yet: what comes late must not begin it anew. */
export function ownOf(resident: RecordId): readonly RecordId[] {
  return [resident, contactId(resident), careId(resident), reasonsId(resident)]
}
