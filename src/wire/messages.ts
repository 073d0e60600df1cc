import {
  array,
  boolean,
  type InferOutput,
  integer,
  literal,
  maxLength,
  maxValue,
  minValue,
  number,
  object,
  optional,
  picklist,
  pipe,
  string,
  unknown,
  union,
} from 'valibot'
import type { Outcome } from '#domain/change.ts'
import { type ChangeId, type Epoch, id, type RecordId } from '#domain/ids.ts'
import type { Recorded } from '#domain/record.ts'
import type { Part } from '#domain/rights.ts'
import { BATCH_CHANGES, COUNT_MOST } from './limits.ts'

export const PROTOCOL = 1

const count = pipe(number(), integer(), minValue(0), maxValue(COUNT_MOST))

/**
 * What stands in a change's envelope instead of its claimed time and arguments: `{at, args}` as JSON in clear, or the
 * same JSON sealed to the server's public key (base64; bound to tenant, change id and algorithm).
 */
export const bodySchema = union([
  object({ open: object({ at: string(), args: unknown() }) }),
  object({ sealed: string(), alg: literal('P256-A256GCM'), key: id }),
])

/** A change on its way. Unknown message fields are ignored (W11). */
export const envelopeSchema = object({
  n: pipe(count, minValue(1)),
  id,
  record: id,
  name: pipe(string(), maxLength(64)),
  v: count,
  actor: id,
  act: optional(id),
  body: bodySchema,
  /** The server-sealed first stamp and outcome, on a change that is sent again to a restored server (W7). */
  first: optional(string()),
})
export type Envelope = InferOutput<typeof envelopeSchema>

/** W1. One request pushes and pulls. `changes` are read one by one, so that a bad one never spoils the batch (W13). */
export const requestSchema = object({
  protocol: literal(PROTOCOL),
  request: id,
  tenant: id,
  device: id,
  stream: id,
  epoch: string(),
  acked: count,
  cursor: string(),
  changes: pipe(array(unknown()), maxLength(BATCH_CHANGES)),
  /** Own changes that are here but not in this request nor sent before it. */
  unsent: count,
  limit: count,
  /** Hashes whose arrival the device asks about (W14). */
  photos: optional(pipe(array(string()), maxLength(100)), []),
  /** The latest version of a record's shape that the device reads (W11). */
  shapes: optional(count, 1),
  /** Everything here that somebody could read is deleted, as a reply asked for. */
  wiped: optional(boolean()),
  /** There is no cursor, and yet records of an earlier walk lie here: who of them was erased meanwhile is to be said (W15). */
  holds: optional(boolean()),
})
export type SyncRequest = InferOutput<typeof requestSchema>

/** The outcome of one own change; `first` is kept in the sent log, opaque. */
export interface Answer {
  readonly n: number
  readonly id: ChangeId
  readonly outcome: Outcome
  readonly first: string
}

/** Present state of a record, or word that it is to be forgotten. */
export type State = { readonly record: Recorded } | { readonly forget: RecordId }

/** W1. Everything in a reply is read in one snapshot. */
export interface SyncReply {
  readonly protocol: typeof PROTOCOL
  /** Echo of the request's id; without it a reply does not count (W10). */
  readonly request: string
  readonly epoch: Epoch
  /** `fork`: the stream belongs to somebody else now (W2). `epoch`: another life of the server; nothing taken, nothing given (W7). */
  readonly turn?: 'fork' | 'epoch'
  /** Hash of the parts this device may read now. */
  readonly scope: string
  readonly parts: readonly Part[]
  readonly acked: number
  readonly outcomes: readonly Answer[]
  readonly own: readonly State[]
  /** Opaque cursors (W6): the page starts at `from` and ends at `to`. */
  readonly from: string
  readonly to: string
  readonly records: readonly Recorded[]
  readonly forget: readonly RecordId[]
  /**
   * Of what is to be forgotten, also by what it says of its scope: what somebody's erasure took away. All else only left the
   * reader's reach. Absent from servers of before, which did not tell the two apart.
   */
  readonly erased?: readonly RecordId[]
  readonly more: boolean
  /** Of the photos asked about: those that are here. */
  readonly photos: readonly string[]
  readonly serverTime: string
  /** Nobody of this device may read anything here any more: it deletes all but what it has not sent, and says so (`wiped`). */
  readonly wipe?: true
  /** Of those whom this device's person has invited: how many wait for a yes now. Absent: nobody. */
  readonly knocks?: number
}

const outcomeSchema = object({ is: picklist(['applied', 'already', 'merged', 'held', 'waits', 'erased']) })
const stateSchema = union([object({ record: object({ id, kind: id }) }), object({ forget: id })])

/** What a device checks before it believes that a reply came from us (W10). Records are checked when they are folded and shown. */
export const replySchema = object({
  protocol: literal(PROTOCOL),
  request: id,
  epoch: string(),
  turn: optional(picklist(['fork', 'epoch'])),
  scope: string(),
  parts: array(unknown()),
  acked: count,
  outcomes: array(object({ n: count, id, outcome: outcomeSchema, first: string() })),
  own: array(stateSchema),
  from: string(),
  to: string(),
  records: array(object({ id, kind: id })),
  forget: array(id),
  erased: optional(array(id)),
  more: boolean(),
  photos: array(string()),
  serverTime: string(),
  wipe: optional(literal(true)),
  knocks: optional(count),
})
