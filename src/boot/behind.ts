import type { StoreApi } from 'zustand/vanilla'
import '#domain/catalogue.ts'
import { clock } from '#device/clock.ts'
import { onConnection, onVisible } from '#device/connection.ts'
import { handOver } from '#device/export.ts'
import { newId } from '#device/ids.ts'
import { onNews } from '#device/news.ts'
import { toOtherTabs } from '#device/otherTabs.ts'
import { ourScript } from '#device/ourScript.ts'
import { roomLeft } from '#device/persistence.ts'
import { hashOf, takePhoto } from '#device/photo.ts'
import { closePhoto, newPhotoKey, openPhoto } from '#device/photoCipher.ts'
import { fetchPhoto, type PhotoFound, post } from '#device/post.ts'
import { everyVisible, pause } from '#device/timers.ts'
import { askForBackgroundSync, inTurn, OUTBOX_SYNC } from '#device/turns.ts'
import { updates } from '#device/update.ts'
import { uploadPhoto } from '#device/upload.ts'
import type { PersonId } from '#domain/ids.ts'
import type { Recorded } from '#domain/record.ts'
import { ok } from '#domain/result.ts'
import { COMPOUND_QUERY } from '#domain/severalCompounds.ts'
import { soundType } from '#domain/sound.ts'
import type { KnownBy } from '#domain/takenOut.ts'
import type { Book } from '#store/book.ts'
import { type Disk, DiskTrouble } from '#store/disk.ts'
import type { Drafts } from '#store/drafts.ts'
import type { Enrolled } from '#store/enrolment.ts'
import { dropNames, dropOwedNames, namedIn } from '#store/forgottenNames.ts'
import { locks } from '#store/locks.ts'
import { dropOrphans } from '#store/orphans.ts'
import { closeOpenPhotos, keepPhoto, photoBytes, type PhotoParcel, type PhotosOn } from '#store/photoBytes.ts'
import {
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
import { bringMissing, releasable, stays } from '#store/staying.ts'
import { sealOpenBodies } from '#store/sealOpen.ts'
import { unsentRows } from '#store/unsent.ts'
import { nudged } from '#sync/nudge.ts'
import { type PhotosEnd, sendPhotos } from '#sync/photos.ts'
import { round } from '#sync/run.ts'
import type { StatusStore } from '#sync/status.ts'
import type { App, DeviceState, Filed, PhotosStand } from '#ui/state/app.ts'
import { NEWS_EVENT, NEWS_PATH, PHOTOS_PATH, SYNC_PATH } from '#wire/office.ts'
import { ARRIVED_PATH, type ArrivedReply, CLOSED } from '#wire/photos.ts'
import { besideOf, turnsOf } from './beside.ts'
import { signedOn } from './signed.ts'

// What goes on behind the screens. It is fetched when the first screen stands, so that a start does not wait for it.
const SOON = 5_000
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** Follows versions and room. Answers what the person may do about a version. */
export function lookAround(device: StoreApi<DeviceState>): { takeUpdate(): void } {
  const versions = updates({
    worker: ourScript('/sw.js'),
    changed: (update) => device.setState({ update }),
    reload: () => location.reload(),
  })
  let looking = 0
  const look = async () => {
    looking += 1
    try {
      device.setState({ readyOffline: await versions.readyForOffline(), room: await roomLeft() })
    } finally {
      looking -= 1
    }
  }
  navigator.serviceWorker.addEventListener('controllerchange', () => void look())
  // A network that goes away in the first minute, or a slow worker, must not leave a device without its files for long.
  everyVisible(SOON, () => looking > 0 || device.getState().readyOffline || void look())
  everyVisible(MINUTE, () => void look())
  onVisible(() => void versions.check())
  void look()
  return { takeUpdate: versions.take }
}

type ShelfAt = Omit<PhotosOn, 'cipher'>

/** Where this device keeps photos and sounds. */
function photosOn({ disk, seals, tenant }: ShelfAt): PhotosOn {
  return { disk, seals, tenant, cipher: { newPhotoKey, closePhoto, openPhoto } }
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
  const shelf = photosOn({ disk, seals, tenant: enrolled.tenant })
  /** Those for whom something can be sealed here. */
  const withKeys = async () => {
    const people = await locks(disk).people()
    return people.size > 0 ? people : new Set([enrolled.person])
  }
  let bodiesAreSealed = false
  /** Of an app of before. Where it cannot be done now, as on a full disk, what there is is sent all the same. */
  const closeWhatLayOpen = async () => {
    try {
      if (!bodiesAreSealed && (await sealOpenBodies(shelf))) await copy.again()
      bodiesAreSealed = true
      await closeOpenPhotos(shelf, await withKeys(), stays(book))
    } catch {
      // The next turn tries again.
    }
  }
  /** In what is half written, so that whoever is erased later can be taken out of it also behind a lock. */
  const lookForNames = async () => {
    const { locked, complete } = status.getState()
    if (locked || !complete) return
    try {
      await dropOwedNames({ disk, drafts }, enrolled.person)
      await drafts.note(enrolled.person, (content) => namedIn(book, content))
    } catch (error) {
      // The next turn tries again.
      if (!(error instanceof DiskTrouble)) throw error
    }
  }
  const signed = signedOn(disk)
  const beside = besideOf(disk)
  // A form that stands open in another tab.
  const tellErased = toOtherTabs(`erased ${beside ?? ''}`, (said) => drafts.hear(JSON.parse(said) as KnownBy))
  drafts.onTakenOut((known, heard) => heard || tellErased(JSON.stringify(known)))
  const ends = {
    disk,
    book,
    status,
    device: enrolled.deviceKind,
    newId,
    post: (body: string) => post(SYNC_PATH, body, signed.fetch),
    photosAsked: () => waitingPhotos(disk),
    photosHere: (hashes: readonly string[]) => photosReceived(disk, hashes),
    forgets: (gone: readonly Recorded[]) => dropNames({ book, drafts }, enrolled.person, gone),
  }
  const { nudge } = nudged(
    () =>
      inTurn(turnsOf(beside), async () => {
        await closeWhatLayOpen()
        const first = await round(ends)
        await lookForNames()
        if (first !== 'done') return first
        await copy.prune()
        const waiting = (await waitingPhotos(disk)).length > 0
        let sent: PhotosEnd = 'done'
        if (waiting) {
          const to = { endpoint: PHOTOS_PATH, closed: CLOSED }
          const upload = (hash: string, parcel: PhotoParcel) => uploadPhoto(to, hash, parcel, signed.headers)
          sent = await sendPhotos({ disk, upload })
          await tellRefused()
          await round(ends)
        }
        await tellPhotos()
        const gone = releasable(book)
        const { wiped } = status.getState()
        await releasePhotos(disk, (hash) => wiped === true || gone.has(hash))
        await bringMissing({ ...shelf, book, now: clock.now }, async (hash) => {
          const found = await fetchPhoto(`${PHOTOS_PATH}/${hash}`, signed.fetch)
          return found.is === 'here' ? new Uint8Array(await found.bytes.arrayBuffer()) : undefined
        })
        // A photo that broke off is tried again after a pause, and not in a minute.
        return sent
      }),
    pause,
    Math.random,
  )
  const mayBeBack = () => nudge('mayBeBack')
  onConnection((seems) => seems && mayBeBack())
  onVisible(mayBeBack)
  everyVisible(MINUTE, () => nudge())
  const news = beside === undefined ? NEWS_PATH : `${NEWS_PATH}?${COMPOUND_QUERY}=${beside}`
  onNews(news, NEWS_EVENT, mayBeBack)
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

export async function takeAndKeep(
  at: ShelfAt,
  author: PersonId,
  picture: Blob,
): ReturnType<App['takePhoto']> {
  const taken = await takePhoto(picture)
  if (!taken.ok) return taken
  const kept = await keepPhoto(photosOn(at), { ...taken.value, at: clock.now() }, author)
  return kept.ok ? ok({ hash: kept.value.hash }) : kept
}

/** What was recorded lies where photos lie, and goes as they go. */
export async function keepSound(at: ShelfAt, author: PersonId, sound: Blob): ReturnType<App['keepSound']> {
  const bytes = new Uint8Array(await sound.arrayBuffer())
  const kept = await keepPhoto(photosOn(at), { hash: await hashOf(bytes), bytes, at: clock.now() }, author)
  return kept.ok ? ok({ hash: kept.value.hash }) : kept
}

/** From this device, else from the office. */
export async function photoToSee(at: ShelfAt, hash: string): Promise<PhotoFound> {
  const here = await photoBytes(photosOn(at), hash)
  return here
    ? { is: 'here', bytes: new Blob([here], { type: soundType(here) ?? 'image/jpeg' }) }
    : fetchPhoto(`${PHOTOS_PATH}/${hash}`, signedOn(at.disk).fetch)
}

/** How far the photos of a record are: what this device still has to bring it knows itself, the rest the office. */
export async function photosStand(disk: Disk, hashes: readonly string[]): Promise<PhotosStand> {
  const states = await photoStates(disk, hashes)
  const inState = (state: string) => hashes.filter((hash) => states.get(hash) === state).length
  const elsewhere = hashes.filter((hash) => !states.has(hash))
  const found = elsewhere.length === 0 ? [] : await arrivedOf(disk, elsewhere)
  return {
    of: hashes.length,
    waiting: inState('waiting'),
    refused: inState('refused'),
    ...(found && { arrived: inState('received') + found.length }),
  }
}

/** Undefined where nobody answers. */
async function arrivedOf(disk: Disk, hashes: readonly string[]): Promise<readonly string[] | undefined> {
  try {
    const { status, text } = await post(ARRIVED_PATH, JSON.stringify({ hashes }), signedOn(disk).fetch)
    if (status !== 200) return undefined
    const { arrived } = JSON.parse(text) as Partial<ArrivedReply>
    return Array.isArray(arrived) ? hashes.filter((hash) => arrived.includes(hash)) : undefined
  } catch {
    return undefined
  }
}
