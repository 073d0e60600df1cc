import type { Change, HeldWhy } from './change.ts'
import { derivedId, type ChangeId, type DeviceId, type PersonId, type RecordId } from './ids.ts'
import type { Outline, Recorded } from './record.ts'

export type HeldStatus =
  | 'open'
  | 'released' // it was folded after all
  | 'givenUp'
  | 'corrected' // another change says it better

/** A change that was not folded but kept, whole, until a person decides. Its author and the office read it. */
export interface Held extends Recorded {
  readonly kind: 'held'
  readonly change: HeldChange
  /** Its kind is personal: a shared tablet does not hold it. */
  readonly personal: boolean
  readonly device: DeviceId
  readonly why: HeldWhy
  /** `{at, args}` as it was opened; what came, as it came, when it could not be read. */
  readonly body: unknown
  readonly status: HeldStatus
  readonly decided?: { readonly by: PersonId; readonly at: string; readonly reason?: string }
  /** The change that was sent in its place. */
  readonly instead?: ChangeId
}

export type HeldChange = Omit<Change, 'at' | 'args'>

/** A change is kept once, however often it is sent. */
export function heldId(change: ChangeId): RecordId {
  return derivedId('held', change)
}

/** Who may read it; what may happen to it is in `heldVerbs.ts`. */
export const heldOutline: Outline<Held> = {
  kind: 'held',
  scopeOf: (record) => ({
    place: record.place,
    group: record.personal ? 'heldPersonal' : 'held',
    people: [record.author],
  }),
}
