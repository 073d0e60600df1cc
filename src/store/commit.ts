import { fold } from '#domain/kinds.ts'
import { type Change, type Outcome, took } from '#domain/change.ts'
import type { ActId, ChangeId, PersonId, RecordId, TenantId } from '#domain/ids.ts'
import { ok, type Result, refused } from '#domain/result.ts'
import type { Book } from './book.ts'
import { type Disk, DiskTrouble, type Trouble, type Write } from './disk.ts'
import { type OutboxRow, type Seals, sealed } from './outbox.ts'

/** What a command asks for: a change without the parts that every change gets the same way. */
export interface Intent {
  /** Where another change of the act has to name this one; else a new one is made. */
  readonly id?: ChangeId
  readonly record: RecordId
  readonly name: string
  readonly v: number
  readonly args: unknown
}

export type CommitRefusal =
  | 'nothingToDo' // the fold says: this is so already
  | 'notPossible' // the fold would hold it: wrong state, not the actor's
  | 'tooLarge' // more than the wire takes (W13)
  | 'notChecked' // whoever asks has shown no PIN that anything here could check
  | 'notReady' // what may happen to such a record is not on this device yet
  | `disk.${Trouble}`

export interface Committer {
  readonly disk: Disk
  readonly book: Book
  readonly seals: Seals
  readonly tenant: TenantId
  newId(): string
  /** ISO instant: the device's claim. */
  now(): string
}

/** W13, as the store keeps it: an act's changes travel in one batch, a change in one piece. */
const ACT_CHANGES = 20
const CHANGE_BYTES = 46 * 1024

/**
 * Makes an act durable: decide on the book, seal, one strict transaction that appends the outbox rows, then fold onto
 * the book. Only when this resolves with `ok` may a screen say "saved".
 *
 * @param spent takes the draft that the act was written in out of the disk, in the same transaction: after a crash the words
 * are in a form or in the outbox, never in both
 */
export async function commit(
  to: Committer,
  actor: PersonId,
  intents: readonly Intent[],
  spent?: (tx: Write) => void,
): Promise<Result<readonly Change[], CommitRefusal>> {
  const act = intents.length > 1 ? (to.newId() as ActId) : undefined
  const at = to.now()
  const changes = intents.map((intent): Change => ({
    ...intent,
    id: intent.id ?? (to.newId() as ChangeId),
    actor,
    at,
    ...(act && { act }),
  }))

  const refusal = tooLarge(changes) ? 'tooLarge' : refusalOf(outcomesOf(to.book, changes))
  if (refusal) return refused(refusal)

  const rows: OutboxRow[] = []
  for (const change of changes) rows.push(await sealed(to.seals, to.tenant, change))
  try {
    await to.disk.write(spent ? ['outbox', 'drafts'] : ['outbox'], async (tx) => {
      for (const row of rows) void tx.append('outbox', row)
      spent?.(tx)
    })
  } catch (error) {
    if (error instanceof DiskTrouble) return refused(`disk.${error.trouble}`)
    throw error
  }
  to.book.add(changes)
  return ok(changes)
}

/** The outcomes the device foresees; later changes of an act see the earlier ones. */
function outcomesOf(book: Book, changes: readonly Change[]): readonly Outcome[] {
  const ahead = new Map<RecordId, ReturnType<typeof fold>['record']>()
  return changes.map((change) => {
    const before = ahead.has(change.record) ? ahead.get(change.record) : book.get(change.record)
    const folded = fold(before, change)
    ahead.set(change.record, folded.record)
    return folded.outcome
  })
}

function refusalOf(outcomes: readonly Outcome[]): CommitRefusal | undefined {
  if (outcomes.some((outcome) => outcome.is === 'held' || outcome.is === 'erased')) return 'notPossible'
  // A change of a record that is not here is sent all the same: it waits on the server for its record (W3).
  return outcomes.some((outcome) => took(outcome) || outcome.is === 'waits') ? undefined : 'nothingToDo'
}

function tooLarge(changes: readonly Change[]): boolean {
  return (
    changes.length > ACT_CHANGES ||
    changes.some((change) => new TextEncoder().encode(JSON.stringify(change)).length > CHANGE_BYTES)
  )
}
