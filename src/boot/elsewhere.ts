import '#domain/catalogue.ts'
import { newId } from '#device/ids.ts'
import { post } from '#device/post.ts'
import { inTurn } from '#device/turns.ts'
import type { TenantId } from '#domain/ids.ts'
import { openBook } from '#store/book.ts'
import { dexieDisk } from '#store/dexieDisk.ts'
import type { Disk } from '#store/disk.ts'
import { enrolment } from '#store/enrolment.ts'
import { diskNameOf } from '#store/idbNames.ts'
import { photosReceived, waitingPhotos } from '#store/photos.ts'
import { vaultDisk } from '#store/vaultDisk.ts'
import { type RoundEnd, round } from '#sync/run.ts'
import { openStatus } from '#sync/status.ts'
import { SYNC_PATH } from '#wire/office.ts'
import { asBeside, turnsOf } from './beside.ts'
import { signedOn } from './signed.ts'

/**
 * One round from a disk that this page or worker does not show. Whoever has no key of a vault only sends. Pages that show it hear of
 * the rows that moved. Answers nothing where nobody is enrolled.
 *
 * @param photos sends those that wait, where the caller can; a second round hears that they arrived
 */
export function sendFrom(
  beside: TenantId | undefined,
  photos?: (disk: Disk) => Promise<void>,
): Promise<RoundEnd | undefined> {
  return inTurn(turnsOf(beside), async () => {
    const disk = asBeside(vaultDisk(dexieDisk(diskNameOf(beside)), {}), beside)
    try {
      const enrolled = await enrolment(disk)
      if (!enrolled) return undefined
      const ends = {
        disk,
        book: openBook(),
        status: openStatus(),
        device: enrolled.deviceKind,
        newId,
        post: (body: string) => post(SYNC_PATH, body, signedOn(disk).fetch),
        photosAsked: () => waitingPhotos(disk),
        photosHere: (hashes: readonly string[]) => photosReceived(disk, hashes),
      }
      const end = await round(ends)
      if (end !== 'done' || !photos || (await waitingPhotos(disk)).length === 0) return end
      await photos(disk)
      return await round(ends)
    } finally {
      disk.close()
    }
  })
}
