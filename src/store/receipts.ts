import type { HeldWhy, Outcome } from '#domain/change.ts'
import type { ChangeId, PersonId, RecordId } from '#domain/ids.ts'
import type { Disk, Write } from './disk.ts'
import type { KeptChange } from './outbox.ts'

/**
 * What a device keeps of an own change that reached the office and was not taken: that it is there, and why. The words
 * themselves lie with the office in a held record; its author may have lost the right to read even that, and is told all
 * the same.
 */
export interface Receipt {
  readonly change: ChangeId
  readonly record: RecordId
  readonly author: PersonId
  /** `kind.verb` of the change. */
  readonly name: string
  readonly why: HeldWhy
  /** Server time of the answer. */
  readonly at: string
}

/** In the transaction that takes the answers: one for each act, under its first change, with the reason of the one that was not taken. */
export function putReceipts(
  tx: Write,
  answers: readonly { readonly change: KeptChange; readonly outcome: Outcome }[],
  at: string,
): void {
  const acts = new Map<string, Receipt>()
  for (const { change, outcome } of answers) {
    if (outcome.is !== 'held') continue
    const { id, record, actor: author, name, act = id } = change
    const first = acts.get(act) ?? { change: id, record, author, name, why: outcome.why, at }
    acts.set(act, first.why === 'actHeld' ? { ...first, why: outcome.why } : first)
  }
  for (const receipt of acts.values()) tx.put('meta', key(receipt.change), receipt)
}

/** The oldest first. */
export async function receipts(disk: Disk): Promise<readonly Receipt[]> {
  const range = { from: key(''), to: key('\uffff') }
  const rows = await disk.read(['meta'], (tx) => tx.range<Receipt>('meta', range))
  return rows.map(({ value }) => value).sort((a, b) => (a.at < b.at ? -1 : 1))
}

/** The person has read it. */
export function dropReceipt(disk: Disk, change: string): Promise<void> {
  return disk.write(['meta'], async (tx) => tx.delete('meta', key(change)))
}

function key(change: string): string {
  return `receipt/${change}`
}
