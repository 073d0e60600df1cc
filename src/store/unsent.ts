import type { ChangeId, PersonId, RecordId } from '#domain/ids.ts'
import type { Disk } from './disk.ts'
import type { OutboxRow } from './outbox.ts'

/** What can be said of an unsent change without opening it. */
export interface UnsentRow {
  readonly change: ChangeId
  readonly record: RecordId
  /** `kind.verb` */
  readonly name: string
  readonly actor: PersonId
  /** When it was written: the device's claim, ISO instant; unknown for a row that came back from the second copy. */
  readonly at?: string
}

/** Everything in the outbox, whoever wrote it, in its order. @throws DiskTrouble */
export async function unsentRows(disk: Disk): Promise<readonly UnsentRow[]> {
  const rows = await disk.read(['outbox'], (tx) => tx.range<OutboxRow>('outbox'))
  return rows.map(({ value }) => {
    const { id, record, name, actor, body } = value.change
    const at = value.at ?? ('open' in body ? body.open.at : undefined)
    return { change: id, record, name, actor, ...(at !== undefined && { at }) }
  })
}
