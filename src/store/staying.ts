import { KINDS } from '#domain/kinds.ts'
import type { Recorded } from '#domain/record.ts'
import type { Book } from './book.ts'
import type { Disk } from './disk.ts'
import { keepBrought, type PhotosOn } from './photoBytes.ts'
import { aboutAll } from './photoRows.ts'

/** The photos of confirmed records that this device may let go of once the server has them. */
export function releasable(book: Book): ReadonlySet<string> {
  const staying = new Set(namedIn(book, true))
  return new Set(namedIn(book, false).filter((hash) => !staying.has(hash)))
}

/** Whether everybody's device keeps it. */
export function stays(book: Book): (hash: string) => boolean {
  const staying = new Set(namedIn(book, true))
  return (hash) => staying.has(hash)
}

/**
 * What is named by records of which everybody keeps the bytes, and is not here yet, or only for the one who brought it. Behind a
 * locked vault nothing is missed: it could not be put away.
 */
export async function missing(disk: Disk, book: Book): Promise<readonly string[]> {
  const staying = new Set(namedIn(book, true))
  if (staying.size === 0) return []
  const { photos, locked } = await disk.read(['photos'], async (tx) => ({
    photos: await aboutAll(tx),
    locked: tx.locked,
  }))
  if (locked) return []
  const here = new Set(
    photos.filter(({ seal, state }) => !seal || state !== 'received').map(({ hash }) => hash),
  )
  return [...staying].filter((hash) => !here.has(hash))
}

/**
 * Brings what is missing from the server, one after another; what cannot be had now is asked for at the next time. `fetch`
 * answers undefined then.
 */
export async function bringMissing(
  on: PhotosOn & { readonly book: Book; now(): string },
  fetch: (hash: string) => Promise<Uint8Array | undefined>,
): Promise<void> {
  for (const hash of await missing(on.disk, on.book)) {
    const bytes = await fetch(hash)
    if (bytes && !(await keepBrought(on, { hash, bytes, at: on.now() })).ok) return
  }
}

function namedIn(book: Book, stay: boolean): readonly string[] {
  return [...book.bases()].flatMap((record: Recorded) => {
    const kind = KINDS.get(record.kind)
    const stays = kind?.photosStay ?? false
    const named = kind?.photosOf?.(record) ?? []
    if (typeof stays === 'boolean') return stays === stay ? named : []
    const staying = stays(record)
    return named.filter((hash) => staying.includes(hash) === stay)
  })
}
