import { type Change, kindOf } from '#domain/change.ts'
import type { RecordId } from '#domain/ids.ts'
import { KINDS } from '#domain/kinds.ts'
import type { Recorded } from '#domain/record.ts'
import { basesIn } from './bases.ts'
import type { Book } from './book.ts'
import type { Disk, Row, Table } from './disk.ts'
import { opened, type OutboxRow, type Seals } from './outbox.ts'
import { ownSentIn } from './ownSent.ts'

type Named = Pick<Change, 'name'>

/** Whatever another tab writes moves one of them. */
const FOLLOWED: readonly Table[] = ['outbox', 'meta']

/** The two truths of the disk, as they were at one moment, and what waits to be one of them again. */
interface Truths {
  readonly bases: ReadonlyMap<RecordId, Recorded>
  readonly rows: readonly Row<OutboxRow>[]
  readonly sent: readonly OutboxRow[]
}

function truthsOf(disk: Disk): Promise<Truths> {
  return disk.read(['meta', 'pages', 'singles', 'outbox'], async (tx) => {
    const [bases, rows, sent] = await Promise.all([basesIn(tx), tx.range<OutboxRow>('outbox'), ownSentIn(tx)])
    return { bases, rows, sent }
  })
}

/**
 * Begins to read before anybody knows for whom: a start does not wait for the disk twice. Ask for the answer once, when
 * the changes of other tabs are followed; if one came before that, it is read anew.
 */
export function readAhead(disk: Disk): () => Promise<Truths> {
  let moved = false
  const ends = FOLLOWED.map((table) => disk.watch(table, () => (moved = true)))
  const truths = truthsOf(disk)
  truths.catch(() => undefined)
  return () => {
    for (const end of ends) end()
    return moved ? truthsOf(disk) : truths
  }
}

/** Tells when another tab wrote what the book is made of. */
export function followTabs(disk: Disk, moved: () => void): void {
  for (const table of FOLLOWED) disk.watch(table, moved)
}

/**
 * Reads the two truths of the disk, bases and outbox, into the book. Also after another tab wrote: what this tab saves or
 * takes while the rows are read and opened is newer than they are, so then they are read again.
 *
 * @param bringKinds brings the kinds of these changes into force, which a start does without; waited for where one of them is to be
 * shown
 * @param first the first reading, where one was begun ahead
 */
export async function loadBook(
  disk: Disk,
  seals: Seals,
  book: Book,
  bringKinds: (changes: readonly Named[]) => Promise<unknown>,
  first = () => truthsOf(disk),
): Promise<void> {
  let read = first
  for (;;) {
    const { edition } = book.editions.getState()
    const { bases, rows, sent } = await read()
    read = () => truthsOf(disk)
    const waiting = rows.map(({ value }) => value)
    const written = [...sent, ...waiting].map(({ change }) => change)
    const [taken, pending] = await Promise.all([
      allOpened(seals, sent),
      allOpened(seals, waiting),
      areKnown(written) || bringKinds(written),
    ])
    if (book.editions.getState().edition !== edition) continue
    book.load(bases.values(), pending, taken)
    return
  }
}

/** Those that can be opened now. */
async function allOpened(seals: Seals, rows: readonly OutboxRow[]): Promise<readonly Change[]> {
  const changes = await Promise.all(rows.map((row) => opened(seals, row)))
  return changes.filter((change): change is Change => change !== undefined)
}

/** Whether the kinds of these changes are in force already. */
export function areKnown(changes: readonly Named[]): boolean {
  return changes.every(({ name }) => KINDS.has(kindOf(name)))
}
