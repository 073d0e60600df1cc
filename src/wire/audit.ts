import type { DeviceId, PersonId } from '#domain/ids.ts'
import type { DeviceKind } from '#domain/rights.ts'
import type { Traced } from '#domain/traced.ts'

/** One line: who did what, when, on which device, to what. Ids only, no words. */
export interface TrailRow {
  /** 1, 2, 3… in the compound. */
  readonly n: number
  /** Server time, ISO instant. */
  readonly at: string
  /** Empty where nobody is known: a name that nobody here has. */
  readonly actor: PersonId | ''
  readonly device?: DeviceId
  /** What kind of device it is, where it is known here. */
  readonly deviceKind?: DeviceKind
  readonly what: Traced
  /** The person, invitation, device, record or number that it was done to. */
  readonly object?: string
}

/** GET /api/audit?before=<n> → newest first, below `before`. */
export interface TrailReply {
  readonly rows: readonly TrailRow[]
  /** There are older ones. */
  readonly more: boolean
}

/** GET /api/audit/check → whether every line stands as it was written, worked out now. */
export type TrailCheck =
  | { readonly is: 'whole'; readonly rows: number; readonly at: string }
  | {
      readonly is: 'broken'
      /** The first line that is not as it was. */
      readonly n: number
      readonly why: 'changed' | 'missing' | 'cutOff'
      readonly at: string
    }

/** When somebody came in, and where: a part of GET /api/me. */
export interface EntryRow {
  /** Server time, ISO instant. */
  readonly at: string
  readonly device?: DeviceId
  readonly deviceKind?: DeviceKind
}
