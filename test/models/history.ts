import { fold } from '#domain/catalogue.ts'
import type { Change, Outcome, Stamp } from '#domain/change.ts'
import type { ChangeId, Epoch, PersonId, RecordId } from '#domain/ids.ts'
import type { Recorded } from '#domain/record.ts'

export const PEOPLE = ['wang', 'tang', 'chen'] as const

/** Nothing handed to the product may be written to: a write throws. */
export function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const inner of Object.values(value)) frozen(inner)
  }
  return value
}

/** The `nth` change of a history: its id and claimed time follow from its place. */
export function did(nth: number, name: string, args: unknown, by: string, record = 'r1', v = 1): Change {
  return frozen({
    id: `c${nth}` as ChangeId,
    record: record as RecordId,
    name,
    v,
    actor: by as PersonId,
    at: instant(nth),
    args,
  })
}

/** What the server adds to the change that arrives as the `nth`. */
export function stamped(nth: number, epoch = 'epoch-1'): Stamp {
  return { epoch: epoch as Epoch, seq: nth, receivedAt: instant(nth) }
}

export function instant(nth: number): string {
  return new Date(Date.UTC(2026, 2, 4, 7) + nth * 60_000).toISOString()
}

/** The record after a history, as the product folds it, with the outcome of each change. */
export interface Folding {
  record: Recorded | undefined
  readonly outcomes: Outcome[]
}

export function folding(): Folding {
  return { record: undefined, outcomes: [] }
}

/** Folds one change more, as the server does: in order of arrival, with a stamp. */
export function next(folded: Folding, change: Change, stamp: Stamp | undefined): Outcome {
  const { record, outcome } = fold(folded.record, change, stamp)
  folded.record = frozen(record)
  folded.outcomes.push(outcome)
  return outcome
}

/** The record's own fields, without those that every record has and the marks of the server. */
export function fieldsOf(record: Recorded | undefined): Record<string, unknown> {
  const { id, kind, v, place, author, at, receivedAt, no, won, ...own } = record ?? ({} as Recorded)
  void [id, kind, v, author, at, receivedAt, no, won]
  return { place, ...own }
}

/** Equality of JSON, written apart from the product's own. */
export function text(value: unknown): string {
  return (
    JSON.stringify(value, (_, inner: unknown) =>
      typeof inner === 'object' && inner !== null && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
        : inner,
    ) ?? 'nothing'
  )
}
