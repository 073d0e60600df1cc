import type { Disk } from '#store/disk.ts'
import { photoBytes, photosRefused, waitingPhotos } from '#store/photos.ts'

export interface PhotoEnds {
  readonly disk: Disk
  /** From the byte the server has; never throws. */
  upload(hash: string, bytes: Uint8Array<ArrayBuffer>): Promise<'there' | 'later' | 'noLink' | 'refused'>
}

/**
 * Sends the photos that wait, oldest first, apart from the changes that name them (W14). Whether one arrived is believed
 * only when a reply of the server says so. What the server will never take is marked and not tried again.
 */
export async function sendPhotos({ disk, upload }: PhotoEnds): Promise<void> {
  for (const hash of await waitingPhotos(disk)) {
    const bytes = await photoBytes(disk, hash)
    if (!bytes) continue
    const end = await upload(hash, bytes)
    if (end === 'refused') await photosRefused(disk, [hash])
    if (end === 'noLink') break
  }
}
