import { closePhoto, newPhotoKey, openPhoto } from '#device/photoCipher.ts'
import type { PersonId, TenantId } from '#domain/ids.ts'
import type { Disk } from '#store/disk.ts'
import type { Seals } from '#store/outbox.ts'
import { keepPhoto, type Photo, type PhotosOn } from '#store/photoBytes.ts'
import { plainSeals } from './plainSeals.ts'

/** Whoever takes the photos of a test that is about something else. */
export const ZHOU = 'zhou' as PersonId

/** Where a device keeps photos: with the product's own cipher, and keys that are sealed to nobody. */
export function photosOn(disk: Disk, seals: Seals = plainSeals): PhotosOn {
  return { disk, seals, tenant: 'tenant' as TenantId, cipher: { newPhotoKey, closePhoto, openPhoto } }
}

/** Somebody takes a photo. */
export function taken(disk: Disk, photo: Photo): ReturnType<typeof keepPhoto> {
  return keepPhoto(photosOn(disk), photo, ZHOU)
}
