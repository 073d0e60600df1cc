import type { Change } from '#domain/change.ts'
import { basesIn } from './bases.ts'
import type { Book } from './book.ts'
import type { Disk } from './disk.ts'
import { opened, type OutboxRow, type Seals } from './outbox.ts'

/**
 * Reads the two truths of the disk, bases and outbox, into the book. Also after another tab wrote: what this tab saves or
 * takes while the rows are read and opened is newer than they are, so then they are read again.
 */
export async function loadBook(disk: Disk, seals: Seals, book: Book): Promise<void> {
  for (;;) {
    const { edition } = book.editions.getState()
    const [bases, rows] = await disk.read(['pages', 'singles', 'outbox'], async (tx) => [
      await basesIn(tx),
      await tx.range<OutboxRow>('outbox'),
    ])
    const changes = await Promise.all(rows.map(({ value }) => opened(seals, value)))
    if (book.editions.getState().edition !== edition) continue
    book.load(
      bases.values(),
      changes.filter((change): change is Change => change !== undefined),
    )
    return
  }
}
