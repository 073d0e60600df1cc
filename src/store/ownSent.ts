import { type Outcome, took } from '#domain/change.ts'
import type { ChangeId, RecordId } from '#domain/ids.ts'
import type { Recorded } from '#domain/record.ts'
import { basesIn } from './bases.ts'
import type { BookStep } from './book.ts'
import type { Read, Write } from './disk.ts'
import type { OutboxRow } from './outbox.ts'
import type { Queued } from './queue.ts'
import { isPersonal } from './vault.ts'

/*
 * What was sent from here by a round that could not put away what became of it: behind a locked vault, or by the worker, which never
 * has its key. Without these rows what somebody wrote would leave their screen with the acknowledgement, and come back with the next
 * round of whoever has the key: in a stairwell not for hours. They lie as in the outbox, sealed to the server and to their author,
 * and go when the records come.
 */

type OwnSent = Pick<OutboxRow, 'change' | 'own' | 'at'>

const KEY = 'ownSent'

/** In the order in which they were sent. */
export async function ownSentIn(tx: Read): Promise<readonly OwnSent[]> {
  return (await tx.get<readonly OwnSent[]>('meta', KEY)) ?? []
}

/** Before they leave the outbox. `own`: what became of their records. */
export async function keepOwnSent(
  tx: Write,
  rows: readonly (Queued & { readonly answer: { readonly id: ChangeId; readonly outcome: Outcome } })[],
  own: readonly ({ readonly record: Recorded } | { readonly forget: RecordId })[],
): Promise<void> {
  const closed = new Set(
    own.flatMap((one) => ('record' in one && isPersonal(one.record.kind) ? [one.record.id] : [])),
  )
  const kept: OwnSent[] = []
  for (const { key, change, first, answer } of rows) {
    if (first !== undefined || !closed.has(change.record) || !took(answer.outcome)) continue
    const row = await tx.get<OutboxRow>('outbox', key)
    if (row?.own !== undefined)
      kept.push({ change, own: row.own, ...(row.at !== undefined && { at: row.at }) })
  }
  if (kept.length > 0) tx.put('meta', KEY, [...(await ownSentIn(tx)), ...kept])
}

/**
 * Takes them away where the records have come or are to be forgotten, and `all` where what has not come will not.
 *
 * @returns the step, with what lies here of the records that went from the rows without coming
 */
export async function dropOwnSent(tx: Write, step: BookStep, all: boolean): Promise<BookStep> {
  const rows = await ownSentIn(tx)
  const { records = [], forget = [] } = step
  const come = new Set([...records.map(({ id }) => id), ...forget])
  const left = all ? [] : rows.filter(({ change }) => !come.has(change.record))
  if (left.length === rows.length) return step
  if (left.length > 0) tx.put('meta', KEY, left)
  else forgetOwnSent(tx)

  const others = new Set(rows.map(({ change }) => change.record).filter((id) => all && !come.has(id)))
  if (others.size === 0) return step
  const bases = await basesIn(tx)
  const [here, gone] = [
    [...others].flatMap((id) => bases.get(id) ?? []),
    [...others].filter((id) => !bases.has(id)),
  ]
  return { ...step, records: [...records, ...here], forget: [...forget, ...gone] }
}

/** Its author's ways to all of it go with them. */
export function forgetOwnSent(tx: Write): void {
  tx.delete('meta', KEY)
}
