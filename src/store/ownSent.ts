import { type Outcome, took } from '#domain/change.ts'
import type { ChangeId, RecordId } from '#domain/ids.ts'
import type { Recorded } from '#domain/record.ts'
import type { BookStep } from './book.ts'
import type { Read, Write } from './disk.ts'
import type { OutboxRow } from './outbox.ts'
import type { Queued } from './queue.ts'

/*
 * What was sent from here by a round that could not put away what became of it: behind a locked vault, or by the worker, which never
 * has its key. Without these rows what somebody wrote would leave their screen with the acknowledgement, and come back with the next
 * round of whoever has the key: in a stairwell not for hours. They lie as in the outbox, sealed to the server and to their author,
 * and go when the records come.
 */

/** As a row of the outbox whose author can read it. */
interface OwnSent extends Pick<OutboxRow, 'change' | 'at'> {
  readonly own: string
}

const KEY = 'ownSent'
/** More lie only where nobody has opened the vault with a network for weeks; what is older is read again when somebody does. */
const MOST = 200

type Answered = Queued & { readonly answer: { readonly id: ChangeId; readonly outcome: Outcome } }
type OwnState = { readonly record: Recorded } | { readonly forget: RecordId }

/** In the order in which they were sent. */
export async function ownSentIn(tx: Read): Promise<readonly OwnSent[]> {
  return (await tx.get<readonly OwnSent[]>('meta', KEY)) ?? []
}

/**
 * Before they leave the outbox, of a locked disk. `own`: what became of their records, of those that their author may read.
 *
 * @returns which are kept
 */
export async function keepOwnSent(
  tx: Write,
  rows: readonly Answered[],
  own: readonly OwnState[],
): Promise<ReadonlySet<ChangeId>> {
  const readable = new Set(own.flatMap((one) => ('record' in one ? [one.record.id] : [])))
  const kept: OwnSent[] = []
  for (const { key, change, first, answer } of rows) {
    if (first !== undefined || !readable.has(change.record) || !took(answer.outcome)) continue
    const row = await tx.get<OutboxRow>('outbox', key)
    if (row?.own !== undefined)
      kept.push({ change, own: row.own, ...(row.at !== undefined && { at: row.at }) })
  }
  if (kept.length > 0) tx.put('meta', KEY, [...(await ownSentIn(tx)), ...kept].slice(-MOST))
  return new Set(kept.map(({ change }) => change.id))
}

/**
 * Takes away those whose record is to be forgotten, on an open disk those whose record has come, and `others` all but the `kept` ones.
 *
 * @returns the step, with the records of which nothing is known beside any more
 */
export async function dropOwnSent(
  tx: Write,
  step: BookStep,
  kept: ReadonlySet<ChangeId>,
  others: boolean,
): Promise<BookStep> {
  const rows = await ownSentIn(tx)
  const { records = [], forget = [] } = step
  const gone = new Set(tx.locked ? forget : [...records.map(({ id }) => id), ...forget])
  const left = rows.filter(({ change }) => !gone.has(change.record) && (!others || kept.has(change.id)))
  if (left.length === rows.length) return { ...step, kept }
  if (left.length > 0) tx.put('meta', KEY, left)
  else forgetOwnSent(tx)
  const stays = new Set(left.map(({ change }) => change.record))
  const known = rows.map(({ change }) => change.record).filter((id) => !stays.has(id))
  return { ...step, kept, known }
}

/** Under another key of their author's: what was sealed so before is sealed so now. */
export async function resealOwnSent(
  tx: Write,
  again: readonly { readonly was: string; readonly own: string }[],
): Promise<void> {
  const next = new Map(again.map(({ was, own }) => [was, own]))
  const rows = await ownSentIn(tx)
  if (rows.some(({ own }) => next.has(own)))
    tx.put(
      'meta',
      KEY,
      rows.map((row) => ({ ...row, own: next.get(row.own) ?? row.own })),
    )
}

/** Their authors' ways to all of it go with them. */
export function forgetOwnSent(tx: Write): void {
  tx.delete('meta', KEY)
}
