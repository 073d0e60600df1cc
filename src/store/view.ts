import type { RecordId } from '#domain/ids.ts'
import type { Recorded } from '#domain/record.ts'

/** Where what is shown of a record stands. */
export type Standing =
  | 'kept' // the server confirmed it
  | 'waiting' // own changes are on this device only

/**
 * What this device shows: every record as the server confirmed it with the own pending changes folded in.
 * Queries are pure functions over it. It lives in memory; reading never waits.
 */
export interface View {
  get<R extends Recorded>(id: RecordId): R | undefined
  /** All records of a kind, in no promised order; do not keep the array. */
  all<R extends Recorded>(kind: string): readonly R[]
  standing(id: RecordId): Standing
}
