import type { HeldWhy } from '#domain/change.ts'
import type { DeviceId, PersonId } from '#domain/ids.ts'

/**
 * POST /api/rescue, for the office: the text of a rescue file (`domain/rescueFile.ts`) → what became of it. Bringing it
 * again, or the device's own sync, doubles nothing.
 */
export interface RescueReply {
  readonly device: DeviceId
  /** The people on that device. */
  readonly people: readonly PersonId[]
  /** When it was written: the device's claim; empty where the file does not say. */
  readonly writtenAt: string
  /** Now in the records. */
  readonly taken: number
  /** Known before: by the device's own sync, or by an earlier file. */
  readonly here: number
  /** Kept for a decision, with the reason; each of them is a held record. */
  readonly held: readonly { readonly why: HeldWhy; readonly count: number }[]
  /** Of those the file was written with: not in it any more. */
  readonly missing: number
}
