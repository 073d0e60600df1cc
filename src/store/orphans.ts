import { KINDS } from '#domain/kinds.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Recorded } from '#domain/record.ts'
import type { Book } from './book.ts'
import type { Disk } from './disk.ts'
import type { Drafts } from './drafts.ts'
import { opened, type OutboxRow, type Seals } from './outbox.ts'
import { ownSentIn } from './ownSent.ts'
import type { KeptPhoto } from './photoRows.ts'
import { dropPhotos, keptPhotos } from './photos.ts'

/** A form that was left lying is taken up again within days, or not at all. */
const PATIENCE = 3 * 86_400_000

/** Photos of forms that were given up: nothing names them, and they have lain for more than three days. `now`: ISO instant. */
export function orphansOf(
  photos: readonly KeptPhoto[],
  named: ReadonlySet<string>,
  now: string,
): readonly string[] {
  const before = Date.parse(now) - PATIENCE
  return photos.filter(({ hash, at }) => !named.has(hash) && Date.parse(at) < before).map(({ hash }) => hash)
}

export interface OrphansAt {
  readonly disk: Disk
  readonly book: Book
  readonly seals: Seals
  readonly drafts: Drafts
  now(): string
}

/**
 * Drops the photos of forms that were given up. Where a draft or a pending change cannot be opened, because its author is
 * not the one who is unlocked, or where records lie in a locked vault, nothing is dropped: they may name any of them.
 */
export async function dropOrphans({ disk, book, seals, drafts, now }: OrphansAt): Promise<void> {
  const photos = await keptPhotos(disk)
  if (orphansOf(photos, new Set(), now()).length === 0) return
  const { rows, locked } = await disk.read(['meta', 'outbox'], async (tx) => ({
    rows: [...(await ownSentIn(tx)), ...(await tx.range<OutboxRow>('outbox')).map(({ value }) => value)],
    locked: tx.locked,
  }))
  if (locked) return
  const changes = await Promise.all(rows.map((row) => opened(seals, row)))
  const kept = await drafts.contents()
  if (kept === undefined || changes.includes(undefined)) return
  const named = hashesIn([kept, changes.map((change) => change?.args)])
  for (const record of book.bases()) for (const hash of namedBy(record)) named.add(hash)
  await dropPhotos(disk, orphansOf(photos, named, now()))
}

/**
 * What a device must forget takes its photos along, unless another record names them. One that is still on its way goes
 * when it has arrived: its words are on the server, and nobody else has its picture.
 *
 * @param gone the records as they were before they were forgotten
 */
export async function dropForgotten(disk: Disk, book: Book, gone: readonly Recorded[]): Promise<void> {
  const hashes = new Set(gone.flatMap(namedBy))
  if (hashes.size === 0) return
  for (const record of book.bases()) for (const hash of namedBy(record)) hashes.delete(hash)
  for (const id of book.waiting()) {
    for (const hash of hashesIn(book.pending(id).map(({ args }) => args))) hashes.delete(hash)
  }
  const photos = await keptPhotos(disk)
  const safe = photos.filter(({ hash, state }) => hashes.has(hash) && state !== 'waiting')
  await dropPhotos(
    disk,
    safe.map(({ hash }) => hash),
  )
}

/** The records among these that the book has, to be asked before it forgets them. */
export function basesOf(book: Book, ids: readonly RecordId[]): readonly Recorded[] {
  return ids.map((id) => book.base(id)).filter((record) => record !== undefined)
}

/** A change that was not taken yet may name photos too: they lie in its body. */
function namedBy(record: Recorded): readonly string[] {
  return record.kind === 'held' ? [...hashesIn(record)] : (KINDS.get(record.kind)?.photosOf?.(record) ?? [])
}

const HASH = /^[0-9a-f]{64}$/

/** Photos are named by text that nothing else looks like; where the shape is not known, that finds them. */
function hashesIn(value: unknown): Set<string> {
  const found = new Set<string>()
  const look = (one: unknown): void => {
    if (typeof one === 'string' && HASH.test(one)) found.add(one)
    if (typeof one === 'object' && one !== null) Object.values(one).forEach(look)
  }
  look(value)
  return found
}
