import type { Mark, Outcome } from '#domain/change.ts'
import type { ActId, ChangeId, DeviceId, Epoch, PersonId, RecordId, StreamId, TenantId } from '#domain/ids.ts'
import type { Recorded } from '#domain/record.ts'
import type { Scope } from '#domain/rights.ts'

/**
 * The server's log: every accepted change of a tenant, in the order the server gave it, and the records they add up to.
 * Siblings (memory, SQLite, PostgreSQL) pass one contract suite. Rows and records are plain JSON values.
 *
 * Guarantees. A transaction is all or nothing and durable when `transact` resolves (W4). Transactions of one tenant run
 * one after the other, of whichever process; inside one, everything read is one snapshot (W1). `raise` is part of its
 * transaction, so order of `seq` is order of commit (W5). While the database cannot be asked, everything throws
 * `DatabaseAway`.
 */
export interface Log {
  /** This life of the log, empty before the first; a restored log starts another. Never called inside a transaction: there it is `tx.epoch`. */
  epoch(): Promise<Epoch>
  /**
   * Starts the first life, or another one: then from now on every spoken number is at least `NUMBER_JUMP` above the last one
   * given, and above `heard`: the highest one that is known to have been given in a life that this log has forgotten. Waits
   * for the transactions under way, and holds up others meanwhile.
   *
   * @param instead only in the place of this life: of several that find out the same, one begins another
   * @returns the life that counts from now on
   */
  setEpoch(epoch: Epoch, heard?: number, instead?: Epoch): Promise<Epoch>
  /** No record of any kind or tenant has a higher spoken number. */
  highestNumber(): Promise<number>
  tenants(): Promise<readonly TenantId[]>
  transact<T>(tenant: TenantId, body: (tx: LogTx) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** Numbers that people may have heard before a restore are never given again. */
export const NUMBER_JUMP = 1000

/** A change's first life: where it stood, when it came, and the spoken number it brought. */
export interface First extends Mark {
  readonly receivedAt: string
  readonly no?: number
}

export interface LogRow {
  readonly seq: number
  readonly epoch: Epoch
  readonly change: ChangeId
  readonly record: RecordId
  readonly name: string
  readonly v: number
  readonly actor: PersonId
  readonly act?: ActId
  readonly device: DeviceId
  readonly receivedAt: string
  /** `{at, args}` as opened; the envelope's raw bytes when it could not be read. Only `rewrite` says it anew. */
  readonly body: unknown
  readonly outcome: Outcome
  /** The spoken number it gave to its record. */
  readonly no?: number
  /**
   * Where its effect stands in history when that is not this row: it was applied before a restore and sent again (W7), and
   * this stays through every later restore; or it waited and was folded later.
   */
  readonly first?: First
  /** The record's scope before this row; absent where there was no record. */
  readonly before?: Scope
}

export interface StoredRecord {
  readonly record: Recorded
  readonly seq: number
  /** As it is kept, in bytes of JSON. */
  readonly size: number
}

export interface LogTx {
  epoch(): Promise<Epoch>
  /** The last `seq` given; 0 in a new tenant. */
  head(): Promise<number>
  /** The next `seq`. */
  raise(): Promise<number>
  /** The next spoken number of a kind of record in this tenant (from 1). */
  number(kind: string): Promise<number>
  /** How far a stream is accepted; 0 for a stream never seen. */
  acked(stream: StreamId): Promise<number>
  /** Notes that the stream's `n` is this change and raises `acked` to `n`. */
  receipt(stream: StreamId, n: number, change: ChangeId): Promise<void>
  /** The change at a place of a stream. */
  at(stream: StreamId, n: number): Promise<ChangeId | undefined>
  /** Places of a stream in (after, upTo], in order. */
  receipts(stream: StreamId, after: number, upTo: number): Promise<readonly { n: number; change: ChangeId }[]>
  /** The row of a change, whoever sent it and under whatever `n`. */
  row(change: ChangeId): Promise<LogRow | undefined>
  /** A change has one row for ever; a second one is a defect and fails the transaction (W2). */
  append(row: LogRow): Promise<void>
  /** Only from `waits` to something else (W3); `first`, where it was folded. */
  settle(change: ChangeId, outcome: Outcome, first?: First): Promise<void>
  /**
   * Other words in a row that is there: the one way in which history is written anew, and only ever to take out of it what names
   * somebody who is to be forgotten. Its place, its change and whatever else is not said here stay.
   */
  rewrite(change: ChangeId, to: Pick<LogRow, 'body' | 'outcome'>): Promise<void>
  /** All rows of a record, in order. */
  rowsOf(record: RecordId): Promise<readonly LogRow[]>
  /** Log rows in (after, upTo], in order. */
  rows(after: number, upTo: number): Promise<readonly LogRow[]>
  /** Rows of a record's changes that still wait, in order. */
  waiting(record: RecordId): Promise<readonly LogRow[]>
  record(id: RecordId): Promise<StoredRecord | undefined>
  put(record: Recorded, scope: Scope, seq: number): Promise<void>
  /** Records with `seq` > after, in order of `seq`, at most `limit`. */
  recordsAfter(after: number, limit: number): Promise<readonly StoredRecord[]>
  /** Records of a kind, with `seq` > after, in no order. */
  recordsOf(kind: string, after?: number): Promise<readonly Recorded[]>
  /** Records whose scope names this very place, in no order. */
  recordsAt(place: RecordId): Promise<readonly Recorded[]>
  /** Notes that a subtree went in or out below these places. */
  moved(places: readonly RecordId[], seq: number): Promise<void>
  /** The `seq` of the last move below each of the places that ever saw one (W6). */
  moves(places: readonly RecordId[]): Promise<ReadonlyMap<RecordId, number>>
}
