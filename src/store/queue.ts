import type { ChangeId } from '#domain/ids.ts'
import type { Key, Read, Write } from './disk.ts'
import type { KeptChange, OutboxRow, SentRow } from './outbox.ts'

/** One place of the queue. The i-th (from 0) has `n` = acked + 1 + i: numbers follow from order, so a new stream renumbers by itself. */
export interface Queued {
  readonly key: Key
  readonly change: KeptChange
  /** Set on a row of the sent log that is sent again (W7). */
  readonly first?: string
}

/** What is to be sent, in order: rows sent again, then the outbox. */
export async function queueIn(tx: Read, resending: boolean): Promise<readonly Queued[]> {
  const again: Queued[] = []
  if (resending) {
    for (const { key, value } of await tx.range<SentRow>('sent')) {
      if (value.again) again.push({ key, change: value.change, first: value.first })
    }
  }
  const outbox = await tx.range<OutboxRow>('outbox')
  return [...again, ...outbox.map(({ key, value }) => ({ key, change: value.change }))]
}

export interface Acknowledgement {
  readonly id: ChangeId
  readonly first: string
}

/**
 * Puts acknowledged rows away: an outbox row goes to the sent log, a row sent again back into it with its first stamp.
 * Answers the ids that left the outbox.
 */
export async function acknowledge(
  tx: Write,
  rows: readonly (Queued & { readonly answer: Acknowledgement })[],
  serverTime: string,
): Promise<ReadonlySet<ChangeId>> {
  const left = new Set<ChangeId>()
  for (const row of rows) {
    if (row.first !== undefined) {
      const sent = await tx.get<SentRow>('sent', row.key)
      if (sent)
        tx.put('sent', row.key, {
          change: sent.change,
          ackedAt: sent.ackedAt,
          first: sent.first,
        } satisfies SentRow)
      continue
    }
    tx.delete('outbox', row.key)
    void tx.append('sent', {
      change: row.change,
      ackedAt: serverTime,
      first: row.answer.first,
    } satisfies SentRow)
    left.add(row.change.id)
  }
  return left
}

/** The whole sent log stands before the queue again, in its old order. Answers whether there is any. */
export async function sendAgain(tx: Write): Promise<boolean> {
  const rows = await tx.range<SentRow>('sent')
  for (const { key, value } of rows)
    if (!value.again) tx.put('sent', key, { ...value, again: true } satisfies SentRow)
  return rows.length > 0
}

const KEPT_DAYS = 35

/** The sent log heals a restored server; it shrinks only by server time. */
export async function shrinkSent(tx: Write, serverTime: string): Promise<void> {
  const horizon = Date.parse(serverTime) - KEPT_DAYS * 86_400_000
  for (const { key, value } of await tx.range<SentRow>('sent', { limit: 50 })) {
    if (Date.parse(value.ackedAt) >= horizon) return
    tx.delete('sent', key)
  }
}
