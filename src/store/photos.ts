import type { Disk } from './disk.ts'
import { aboutAll, aboutKey, type KeptPhoto, removePhoto } from './photoRows.ts'

/** As many as one request may ask about. */
const ASKED = 100

/** All photos of this device, without their bytes. */
export function keptPhotos(disk: Disk): Promise<readonly KeptPhoto[]> {
  return disk.read(['photos'], aboutAll)
}

/** What became of these photos as far as this device had them in its keeping. */
export async function photoStates(
  disk: Disk,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, KeptPhoto['state']>> {
  const kept = (await keptPhotos(disk)).filter(({ hash }) => hashes.includes(hash))
  return new Map(kept.map(({ hash, state }) => [hash, state]))
}

/** The photos to upload and to ask the server about, oldest first. */
export async function waitingPhotos(disk: Disk): Promise<readonly string[]> {
  const waiting = (await keptPhotos(disk)).filter(({ state }) => state === 'waiting')
  return waiting
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .slice(0, ASKED)
    .map(({ hash }) => hash)
}

/** The server's `photos`: it has these. */
export function photosReceived(disk: Disk, hashes: readonly string[]): Promise<void> {
  return change(disk, hashes, (photo) =>
    photo.state === 'waiting' ? { ...photo, state: 'received' } : photo,
  )
}

/** The server will never take these. They stay here, to be seen where they are named. */
export function photosRefused(disk: Disk, hashes: readonly string[]): Promise<void> {
  return change(disk, hashes, (photo) => (photo.state === 'waiting' ? { ...photo, state: 'refused' } : photo))
}

/** Refused ones of which nobody has been told yet. */
export async function refusedPhotos(disk: Disk): Promise<readonly string[]> {
  const refused = (await keptPhotos(disk)).filter(({ state, told }) => state === 'refused' && !told)
  return refused.map(({ hash }) => hash)
}

export function photosTold(disk: Disk, hashes: readonly string[]): Promise<void> {
  return change(disk, hashes, (photo) => ({ ...photo, told: true }))
}

/**
 * Lets go of photos that are safe elsewhere: the server has them, and a record that it confirmed names them (W14). One
 * alone is not enough: a photo of an unsent record could still be forgotten there, a named one may never have arrived.
 */
export function releasePhotos(disk: Disk, isNamedByConfirmed: (hash: string) => boolean): Promise<void> {
  return disk.write(['photos'], async (tx) => {
    for (const { hash, state } of await aboutAll(tx)) {
      if (state === 'received' && isNamedByConfirmed(hash)) await removePhoto(tx, hash)
    }
  })
}

/** Taken out of a form before it was saved, or of a record that this device must forget. */
export function dropPhotos(disk: Disk, hashes: readonly string[]): Promise<void> {
  return disk.write(['photos'], async (tx) => {
    for (const hash of hashes) await removePhoto(tx, hash)
  })
}

function change(disk: Disk, hashes: readonly string[], into: (photo: KeptPhoto) => KeptPhoto): Promise<void> {
  return disk.write(['photos'], async (tx) => {
    for (const hash of hashes) {
      const photo = await tx.get<KeptPhoto>('photos', aboutKey(hash))
      if (photo) tx.put('photos', aboutKey(hash), into(photo))
    }
  })
}
