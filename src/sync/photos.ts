import type { Disk } from '#store/disk.ts'
import { photoParcel, type PhotoParcel } from '#store/photoBytes.ts'
import { photosRefused, waitingPhotos } from '#store/photos.ts'

export interface PhotoEnds {
  readonly disk: Disk
  /** From the byte the server has; never throws. */
  upload(hash: string, parcel: PhotoParcel): Promise<'there' | 'later' | 'noLink' | 'refused'>
}

/** `noLink`: some still wait, and another try is worth while soon. */
export type PhotosEnd = 'done' | 'noLink'

/**
 * Sends the photos that wait, oldest first, apart from the changes that name them (W14). Whether one arrived is believed
 * only when a reply of the server says so. What the server will never take is marked and not tried again.
 */
export async function sendPhotos({ disk, upload }: PhotoEnds): Promise<PhotosEnd> {
  let all: PhotosEnd = 'done'
  for (const hash of await waitingPhotos(disk)) {
    const parcel = await photoParcel(disk, hash)
    if (!parcel) continue
    const end = await upload(hash, parcel)
    if (end === 'refused') await photosRefused(disk, [hash])
    if (end === 'noLink' || end === 'later') all = 'noLink'
    if (end === 'noLink') break
  }
  return all
}
