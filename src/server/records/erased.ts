import type { RecordId } from '#domain/ids.ts'
import type { Scope } from '#domain/rights.ts'
import { isTombstone, TOMBSTONE, TOMBSTONE_STANDS } from '#domain/tombstone.ts'
import type { Desk } from './desk.ts'
import type { Sight } from './scope.ts'

/**
 * Of records that are told as to be forgotten: those that went because somebody was erased. Said only where this sight would show
 * the record today if it were still there. Of whoever left its reach first, nobody hears here what became of them: an answer would
 * tell it to whoever once noted an id down.
 */
export async function erasedOf(
  desk: Desk,
  sight: Sight,
  gone: Iterable<RecordId>,
): Promise<readonly RecordId[]> {
  const erased: RecordId[] = []
  for (const id of gone) {
    const record = await desk.get(id)
    if (!isTombstone(record)) continue
    const was = record.was ?? (await scopeThen(desk, id))
    if (was && sight.saw(was)) erased.push(id)
  }
  return erased
}

/** Of one that stands since before it said so itself. */
async function scopeThen(desk: Desk, id: RecordId): Promise<Scope | undefined> {
  return (await desk.tx.rowsOf(id)).find(({ name }) => name === TOMBSTONE_STANDS)?.before
}

/** The same of all that was erased after this row: a walk from zero tells of what is there only. The desk is flushed. */
export async function erasedSince(desk: Desk, sight: Sight, after: number): Promise<readonly RecordId[]> {
  const standing = await desk.tx.recordsOf(TOMBSTONE, after)
  return erasedOf(
    desk,
    sight,
    standing.map(({ id }) => id),
  )
}
