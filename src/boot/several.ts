import { onConnection } from '#device/connection.ts'
import { newId } from '#device/ids.ts'
import { openOffice } from '#device/office.ts'
import { pointTo } from '#device/openCompound.ts'
import { everyVisible } from '#device/timers.ts'
import { uploadPhoto } from '#device/upload.ts'
import type { StreamId, TenantId } from '#domain/ids.ts'
import { refused } from '#domain/result.ts'
import { COMPOUNDS_MOST } from '#domain/severalCompounds.ts'
import { dexieDisk } from '#store/dexieDisk.ts'
import { type Disk, DiskTrouble } from '#store/disk.ts'
import { enrol, type Enrolled, enrolment } from '#store/enrolment.ts'
import { besides, diskNameOf } from '#store/idbNames.ts'
import { waitingPhotos } from '#store/photos.ts'
import { unsentRows } from '#store/unsent.ts'
import { vaultDisk } from '#store/vaultDisk.ts'
import { sendPhotos } from '#sync/photos.ts'
import type { HeldCompound, Several } from '#ui/several.ts'
import { PHOTOS_PATH } from '#wire/office.ts'
import { CLOSED } from '#wire/photos.ts'
import { asBeside } from './beside.ts'
import { sendFrom } from './elsewhere.ts'
import { signedOn } from './signed.ts'

/** The other disks of this browser are asked after so often while a page is looked at. */
const EVERY = 10 * 60_000

/**
 * The other compounds that somebody's own phone holds. Nothing of one lies on the disk of another: each has its people, its PIN and its
 * session, and what is not sent of one is sent whichever is looked at.
 */
export function several(enrolled: Enrolled, open: TenantId | undefined): Several {
  const others = async () => [undefined, ...((await besides()) ?? [])].filter((beside) => beside !== open)
  const held = async () => {
    const found = await Promise.all((await others()).map(looked))
    return found.filter((one) => one !== undefined)
  }
  return {
    held,
    goTo(beside) {
      pointTo(beside)
      // The page of the one that is left is not one to come back to.
      location.replace('/')
    },
    async enter(tenant, name, passphrase) {
      if ((await held()).length + 1 >= COMPOUNDS_MOST) return refused('compoundsMany')
      const disk = asBeside(vaultDisk(dexieDisk(diskNameOf(tenant)), {}), tenant)
      try {
        const form = { name, passphrase, deviceKind: 'own', compound: tenant } as const
        const told = await openOffice(signedOn(disk).fetch).login(form)
        if (!told.ok) return told
        if ('choose' in told.value) return refused('loginWrong')
        const { officePass: _, ...entered } = told.value
        return await enrol(disk, { ...entered, demo: enrolled.demo }, newId() as StreamId)
      } finally {
        disk.close()
      }
    },
  }
}

/** One that somebody was let into: where the first one is gone, it is not as if nothing were here. */
export async function anyHeld(): Promise<TenantId | undefined> {
  for (const beside of (await besides()) ?? []) if (await looked(beside)) return beside
  return undefined
}

/** What a disk says of itself, and how much of it is on this phone only. */
async function looked(beside: TenantId | undefined): Promise<HeldCompound | undefined> {
  const disk = dexieDisk(diskNameOf(beside))
  try {
    const enrolled = await enrolment(disk)
    if (!enrolled) return undefined
    const { tenant, compoundName: name } = enrolled
    const [rows, photos] = await Promise.all([unsentRows(disk), waitingPhotos(disk)])
    // As the strip counts: what somebody did, not its steps.
    const acts = new Set(rows.map(({ record }) => record)).size
    return { beside, tenant, name, unsent: acts + photos.length }
  } catch (error) {
    // A further disk is named after its compound.
    if (error instanceof DiskTrouble)
      return { beside, ...(beside !== undefined && { tenant: beside }), unsent: undefined }
    throw error
  } finally {
    disk.close()
  }
}

/** Sends from the disks that this page does not show, now and whenever there may be a way again. */
export function sendFromOthers(open: TenantId | undefined): void {
  const send = async () => {
    for (const beside of [undefined, ...((await besides()) ?? [])])
      // A disk that does not open now is tried again, and said where one goes over to it.
      if (beside !== open) await sendFrom(beside, sendPhotosOf).catch(() => undefined)
  }
  onConnection((seems) => seems && void send())
  everyVisible(EVERY, () => void send())
  void send()
}

async function sendPhotosOf(disk: Disk): Promise<void> {
  const to = { endpoint: PHOTOS_PATH, closed: CLOSED }
  const { headers } = signedOn(disk)
  await sendPhotos({ disk, upload: (hash, parcel) => uploadPhoto(to, hash, parcel, headers) })
}
