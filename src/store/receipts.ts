import type { HeldWhy, Outcome } from '#domain/change.ts'
import type { ChangeId, PersonId, RecordId } from '#domain/ids.ts'
import type { Disk, Write } from './disk.ts'
import type { KeptChange } from './outbox.ts'

/**
 * What a device keeps of an own change that its author can no longer look up: that it is there, and why. It was not taken and
 * lies with the office in a held record, which its author may have lost the right to read; or it was taken, with a mark,
 * from somebody whose appointment had ended; or it was about somebody who is erased, and says no more than that.
 */
export interface Receipt {
  readonly change: ChangeId
  readonly record: RecordId
  readonly author: PersonId
  /** `kind.verb` of the change. */
  readonly name: string
  readonly why: HeldWhy | 'lapsed' | 'erased'
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
    const why = whyTold(outcome)
    if (why === undefined) continue
    const { id, record, actor: author, name, act = id } = change
    const first = acts.get(act) ?? { change: id, record, author, name, why, at }
    acts.set(act, first.why === 'actHeld' ? { ...first, why } : first)
  }
  for (const receipt of acts.values()) tx.put('meta', key(receipt.change), receipt)
}

/** Why an author has to be told of an outcome; undefined where their screens say it all. */
export function whyTold(outcome: Outcome): Receipt['why'] | undefined {
  if (outcome.is === 'held') return outcome.why
  if (outcome.is === 'erased') return 'erased'
  return outcome.is === 'applied' && outcome.lapsed ? 'lapsed' : undefined
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
