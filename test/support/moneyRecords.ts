import { fold } from '#domain/catalogue.ts'
import type { Change, Outcome, Stamp } from '#domain/change.ts'
import type { ChangeId, Epoch, PersonId, RecordId } from '#domain/ids.ts'
import type { Recorded } from '#domain/record.ts'

let n = 0

/** One thing said of a record, under an id of its own. */
export function said(name: string, args: unknown, actor = 'steward', record = 'record'): Change {
  n += 1
  return {
    id: `change-${n}` as ChangeId,
    record: record as RecordId,
    name,
    v: 1,
    actor: actor as PersonId,
    at: `2026-03-05T08:${String(n % 60).padStart(2, '0')}:00.000Z`,
    args,
  }
}

let seq = 0
const stamp = (): Stamp => ({
  epoch: 'e1' as Epoch,
  seq: (seq += 1),
  receivedAt: '2026-03-05T09:00:00.000Z',
})

/** What a server makes of changes in this order, and what it answered to each. */
export function after<R extends Recorded>(
  ...changes: readonly Change[]
): { readonly record: R; readonly outcomes: readonly Outcome[] } {
  let record: Recorded | undefined
  const outcomes: Outcome[] = []
  for (const change of changes) {
    const folded = fold(record, change, stamp())
    record = folded.record
    outcomes.push(folded.outcome)
  }
  return { record: record as R, outcomes }
}
