import type { StoreApi } from 'zustand/vanilla'
import '#domain/catalogue.ts'
import { clock } from '#device/clock.ts'
import { onConnection, onVisible } from '#device/connection.ts'
import { handOver } from '#device/export.ts'
import { newId } from '#device/ids.ts'
import { onNews } from '#device/news.ts'
import { roomLeft } from '#device/persistence.ts'
import { hashOf, takePhoto } from '#device/photo.ts'
import { fetchPhoto, type PhotoFound, post } from '#device/post.ts'
import { everyVisible, pause } from '#device/timers.ts'
import { askForBackgroundSync, inTurn, OUTBOX_SYNC } from '#device/turns.ts'
import { updates } from '#device/update.ts'
import { uploadPhoto } from '#device/upload.ts'
import { ok } from '#domain/result.ts'
import { soundType } from '#domain/sound.ts'
import type { Book } from '#store/book.ts'
import { type Disk, DiskTrouble } from '#store/disk.ts'
import type { Drafts } from '#store/drafts.ts'
import type { Enrolled } from '#store/enrolment.ts'
import { dropOrphans } from '#store/orphans.ts'
import {
  keepPhoto,
  photoBytes,
  photoStates,
  photosReceived,
  photosTold,
  refusedPhotos,
  releasePhotos,
  waitingPhotos,
} from '#store/photos.ts'
import type { Seals } from '#store/outbox.ts'
import { dropReceipt, receipts } from '#store/receipts.ts'
import { unsentText } from '#store/rescue.ts'
import type { CopyShelf, SecondCopy } from '#store/secondCopy.ts'
import { bringMissing, releasable } from '#store/staying.ts'
import { unsentRows } from '#store/unsent.ts'
import { nudged } from '#sync/nudge.ts'
import { sendPhotos } from '#sync/photos.ts'
import { round } from '#sync/run.ts'
import type { StatusStore } from '#sync/status.ts'
import type { App, DeviceState, Filed, PhotosStand } from '#ui/state/app.ts'
import { NEWS_EVENT, NEWS_PATH, PHOTOS_PATH, SYNC_PATH } from '#wire/office.ts'
import { ARRIVED_PATH, type ArrivedReply } from '#wire/photos.ts'

// What goes on behind the screens. It is fetched when the first screen stands, so that a start does not wait for it.
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** Follows versions and room. Answers what the person may do about a version. */
export function lookAround(device: StoreApi<DeviceState>): { takeUpdate(): void } {
  const versions = updates({
    worker: '/sw.js',
    changed: (update) => device.setState({ update }),
    reload: () => location.reload(),
  })
  const look = async () =>
    device.setState({ readyOffline: await versions.readyForOffline(), room: await roomLeft() })
  navigator.serviceWorker.addEventListener('controllerchange', () => void look())
  everyVisible(MINUTE, () => void look())
  onVisible(() => void versions.check())
  void look()
  return { takeUpdate: versions.take }
}

export interface At {
  readonly disk: Disk
  readonly book: Book
  readonly status: StatusStore
  readonly copy: SecondCopy
  readonly enrolled: Enrolled
  readonly seals: Seals
  readonly drafts: Drafts
}

/** Syncs: now, and whenever something says that it is time. */
export function keepInSync({ disk, book, status, copy, enrolled, seals, drafts }: At) {
  const tellRefused = async () => status.setState({ refusedPhotos: await refusedPhotos(disk) })
  const tidy = () => void dropOrphans({ disk, book, seals, drafts, now: clock.now })
  const tellNotTaken = async () => status.setState({ notTaken: await receipts(disk) })
  const tellPhotos = async () => status.setState({ photos: (await waitingPhotos(disk)).length })
  void tellPhotos()
  void tellRefused()
  void tellNotTaken()
  tidy()
  everyVisible(DAY, tidy)
  const ends = {
    disk,
    book,
    status,
    device: enrolled.deviceKind,
    newId,
    post: (body: string) => post(SYNC_PATH, body),
    photosAsked: () => waitingPhotos(disk),
    photosHere: (hashes: readonly string[]) => photosReceived(disk, hashes),
  }
  const { nudge } = nudged(
    () =>
      inTurn('sync', async () => {
        const first = await round(ends)
        if (first !== 'done') return first
        await copy.prune()
        const waiting = (await waitingPhotos(disk)).length > 0
        if (waiting) {
          await sendPhotos({ disk, upload: (hash, bytes) => uploadPhoto(PHOTOS_PATH, hash, bytes) })
          await tellRefused()
          await round(ends)
        }
        await tellPhotos()
        const gone = releasable(book)
        await releasePhotos(disk, (hash) => gone.has(hash))
        await bringMissing({ disk, book, now: clock.now }, async (hash) => {
          const found = await fetchPhoto(`${PHOTOS_PATH}/${hash}`)
          return found.is === 'here' ? new Uint8Array(await found.bytes.arrayBuffer()) : undefined
        })
        return first
      }),
    pause,
    Math.random,
  )
  onConnection((seems) => seems && nudge())
  onVisible(nudge)
  everyVisible(MINUTE, nudge)
  onNews(NEWS_PATH, NEWS_EVENT, nudge)
  nudge()
  return {
    nudge,
    async photosTold(hashes: readonly string[]) {
      await photosTold(disk, hashes)
      await tellRefused()
    },
    async receiptRead(change: string) {
      await dropReceipt(disk, change)
      await tellNotTaken()
    },
    committed() {
      void tellPhotos()
      nudge()
      void copy.follow()
      void askForBackgroundSync(OUTBOX_SYNC)
    },
  }
}

/**
 * Everything unsent as one file for the office. `disk`: undefined where it does not open; then what the second copy has.
 * Share sheets take text everywhere, and other kinds of files only here and there.
 */
export async function unsentToFile(disk: Disk | undefined, shelf: CopyShelf): Promise<Filed> {
  const content = await unsentText(disk, shelf, clock.now())
  if (content === undefined) return 'nothing'
  const name = `linbian-${clock.today()}.txt`
  return (await handOver({ name, type: 'text/plain', content })) === 'cancelled' ? 'cancelled' : 'done'
}

/** What is on this device only; undefined where the disk does not tell now: the work is safe, the list is not to be had. */
export async function unsentOn(disk: Disk): ReturnType<App['unsent']> {
  try {
    const [rows, photos] = await Promise.all([unsentRows(disk), waitingPhotos(disk)])
    return { rows, photos }
  } catch (error) {
    if (error instanceof DiskTrouble) return undefined
    throw error
  }
}

export async function takeAndKeep(disk: Disk, picture: Blob): ReturnType<App['takePhoto']> {
  const taken = await takePhoto(picture)
  if (!taken.ok) return taken
  const kept = await keepPhoto(disk, { ...taken.value, at: clock.now() })
  return kept.ok ? ok({ hash: kept.value.hash }) : kept
}

/** What was recorded lies where photos lie, and goes as they go. */
export async function keepSound(disk: Disk, sound: Blob): ReturnType<App['keepSound']> {
  const bytes = new Uint8Array(await sound.arrayBuffer())
  const kept = await keepPhoto(disk, { hash: await hashOf(bytes), bytes, at: clock.now() })
  return kept.ok ? ok({ hash: kept.value.hash }) : kept
}

/** From this device, else from the office. */
export async function photoToSee(disk: Disk, hash: string): Promise<PhotoFound> {
  const here = await photoBytes(disk, hash)
  return here
    ? { is: 'here', bytes: new Blob([here], { type: soundType(here) ?? 'image/jpeg' }) }
    : fetchPhoto(`${PHOTOS_PATH}/${hash}`)
}

/** How far the photos of a record are: what this device still has to bring it knows itself, the rest the office. */
export async function photosStand(disk: Disk, hashes: readonly string[]): Promise<PhotosStand> {
  const states = await photoStates(disk, hashes)
  const inState = (state: string) => hashes.filter((hash) => states.get(hash) === state).length
  const elsewhere = hashes.filter((hash) => !states.has(hash))
  const found = elsewhere.length === 0 ? [] : await arrivedOf(elsewhere)
  return {
    of: hashes.length,
    waiting: inState('waiting'),
    refused: inState('refused'),
    ...(found && { arrived: inState('received') + found.length }),
  }
}

/** Undefined where nobody answers. */
async function arrivedOf(hashes: readonly string[]): Promise<readonly string[] | undefined> {
  try {
    const { status, text } = await post(ARRIVED_PATH, JSON.stringify({ hashes }))
    if (status !== 200) return undefined
    const { arrived } = JSON.parse(text) as Partial<ArrivedReply>
    return Array.isArray(arrived) ? hashes.filter((hash) => arrived.includes(hash)) : undefined
  } catch {
    return undefined
  }
}
