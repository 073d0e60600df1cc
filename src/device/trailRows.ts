import type { DeviceId, PersonId } from '#domain/ids.ts'
import type { DeviceKind } from '#domain/rights.ts'
import type { Traced } from '#domain/traced.ts'

/** One line of what was done in the office: ids only, the screen knows the names. */
export interface TrailRow {
  readonly n: number
  /** Server time, ISO instant. */
  readonly at: string
  /** Empty where nobody is known. */
  readonly actor: PersonId | ''
  readonly device?: DeviceId
  readonly deviceKind?: DeviceKind
  readonly what: Traced
  /** The person, device, record or line that it was done to. */
  readonly object?: string
}

export type TrailCheck =
  | { readonly is: 'whole'; readonly rows: number; readonly at: string }
  | { readonly is: 'broken'; readonly n: number; readonly why: 'changed' | 'missing' | 'cutOff' }

/** When somebody came in, and on what kind of device. */
export interface EntryRow {
  readonly at: string
  readonly deviceKind?: DeviceKind
}
