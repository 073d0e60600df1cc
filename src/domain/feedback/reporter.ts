import { derivedId, type PersonId, type RecordId } from '#domain/ids.ts'
import type { Outline, Recorded } from '#domain/record.ts'

/** Who said it: a part of the remark with readers of its own. A 称呼, never a legal name. */
export interface Reporter extends Recorded {
  readonly kind: 'reporter'
  readonly feedback: RecordId
  readonly displayName: string
  readonly phone?: string
  /** They agreed that the property may know. Nobody is asked to: the default is no. */
  readonly agreed: boolean
  /** Whose hands the matter is in, while it is open and they agreed. */
  readonly sharedWith?: PersonId
}

/** A remark has one reporter, whoever writes it down. */
export function reporterId(feedback: RecordId): RecordId {
  return derivedId('reporter', feedback)
}

/** Who may read it; what may happen to it is in `reporterVerbs.ts`. */
export const reporterOutline: Outline<Reporter> = {
  kind: 'reporter',
  scopeOf: (record) => ({
    place: record.place,
    group: 'reporter',
    people: [...new Set([record.author, ...(record.agreed && record.sharedWith ? [record.sharedWith] : [])])],
  }),
}
