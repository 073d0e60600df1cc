import { fold } from '#domain/catalogue.ts'
import type { Change, Outcome, Stamp } from '#domain/change.ts'
import type { ChangeId, Epoch, PersonId, RecordId } from '#domain/ids.ts'
import type { Recorded } from '#domain/record.ts'

/** A server in miniature: the order of arrival, a stamp for each change, numbers for remarks and orders. */
export interface Ledger {
  /** Folds changes as they arrive and answers the outcome of the last. */
  receive(...changes: readonly Change[]): Outcome
  /** The next changes arrive at this instant. */
  at(instant: string): void
  get<R extends Recorded>(id: string): R
  records(): readonly Recorded[]
}

export function aLedger(start = '2024-03-04T12:00:00.000Z'): Ledger {
  const records = new Map<string, Recorded>()
  let clock = start
  let seq = 0
  let no = 0
  return {
    receive(...changes) {
      let outcome: Outcome = { is: 'already' }
      for (const change of changes) {
        const numbered = change.name === 'feedback.write' || change.name === 'order.open'
        const stamp: Stamp = {
          epoch: 'e1' as Epoch,
          seq: (seq += 1),
          receivedAt: clock,
          ...(numbered && !records.has(change.record) && { no: (no += 1) }),
        }
        const folded = fold(records.get(change.record), change, stamp)
        outcome = folded.outcome
        if (folded.record) records.set(change.record, folded.record)
      }
      return outcome
    },
    at: (instant) => {
      clock = instant
    },
    get: <R extends Recorded>(id: string) => {
      const record = records.get(id)
      if (!record) throw new Error(`no record ${id}`)
      return record as R
    },
    records: () => [...records.values()],
  }
}

let ids = 0

export function did(
  record: string,
  name: string,
  args: unknown,
  by = 'zhou',
  at = '2024-03-04T11:20:00.000Z',
): Change {
  return {
    id: `c${(ids += 1)}` as ChangeId,
    record: record as RecordId,
    name,
    v: 1,
    actor: by as PersonId,
    at,
    args,
  }
}

/** 904 says at the door that the lamp is dark. */
export function said(record = 'f1', rest: Record<string, unknown> = {}, by = 'zhou'): Change {
  return did(
    record,
    'feedback.write',
    {
      place: 'floor-9',
      text: '楼道灯不亮，晚上看不见',
      category: 'lighting',
      urgency: 'u3',
      channel: 'door_visit',
      affected: 1,
      heardAt: '2024-03-04T11:20:00.000Z',
      photos: [],
      name: 'none',
      ...rest,
    },
    by,
  )
}

export function ordered(record = 'o1', rest: Record<string, unknown> = {}, by = 'zhou'): Change {
  return did(
    record,
    'order.open',
    {
      from: ['f1'],
      place: 'floor-9',
      text: '楼道灯不亮，晚上看不见',
      category: 'lighting',
      urgency: 'u3',
      track: 'fix_now',
      firstReceiver: 'zhou',
      before: [],
      ...rest,
    },
    by,
  )
}
