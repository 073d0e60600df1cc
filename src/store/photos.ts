import { ok, type Result, refused } from '#domain/result.ts'
import { type Disk, DiskTrouble, type Key, type Read, type Trouble, type Write } from './disk.ts'

/** A photo at rest on this device, without its bytes. */
export interface KeptPhoto {
  /** SHA-256 of its bytes in hex: its name here, in records and on the server. */
  readonly hash: string
  /** Bytes. */
  readonly size: number
  /** `received`: the server said that it has it. `refused`: it will never take it, so it is not sent again. */
  readonly state: 'waiting' | 'received' | 'refused'
  /** The person has been told that it was refused. */
  readonly told?: true
  /** When it was taken into the store: the device's claim, ISO instant. */
  readonly at: string
}

/** Some browsers keep large values in files of their own, which may vanish apart from their row; so bytes lie in small rows. */
const CHUNK = 64 * 1024
/** As many as one request may ask about. */
const ASKED = 100

/**
 * Keeps a photo. When there is no room it is refused in words and the text of the form goes on without it: its bytes and
 * its row are one transaction, so nothing half is left to take the room of text.
 */
export async function keepPhoto(
  disk: Disk,
  photo: { readonly hash: string; readonly bytes: Uint8Array; readonly at: string },
  state: 'waiting' | 'received' = 'waiting',
): Promise<Result<KeptPhoto, `disk.${Trouble}`>> {
  const kept: KeptPhoto = { hash: photo.hash, size: photo.bytes.length, state, at: photo.at }
  try {
    return await disk.write(['photos'], async (tx) => {
      const before = await tx.get<KeptPhoto>('photos', aboutKey(photo.hash))
      if (before) return ok(before)
      for (let from = 0, n = 0; from < photo.bytes.length; from += CHUNK, n += 1) {
        // A copy of exactly these bytes: a view would take its whole buffer along.
        tx.put('photos', chunkKey(photo.hash, n), photo.bytes.slice(from, from + CHUNK).buffer)
      }
      tx.put('photos', aboutKey(photo.hash), kept)
      return ok(kept)
    })
  } catch (error) {
    if (error instanceof DiskTrouble) return refused(`disk.${error.trouble}`)
    throw error
  }
}

/** The bytes of a photo; undefined when it is not here, or not whole. */
export async function photoBytes(disk: Disk, hash: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const [about, chunks] = await disk.read(['photos'], async (tx) => [
    await tx.get<KeptPhoto>('photos', aboutKey(hash)),
    await tx.range<ArrayBuffer>('photos', chunksOf(hash)),
  ])
  if (!about) return undefined
  const bytes = new Uint8Array(about.size)
  let at = 0
  for (const { value } of chunks) {
    if (at + value.byteLength > about.size) return undefined
    bytes.set(new Uint8Array(value), at)
    at += value.byteLength
  }
  return at === about.size ? bytes : undefined
}

/** All photos of this device, without their bytes. */
export function keptPhotos(disk: Disk): Promise<readonly KeptPhoto[]> {
  return disk.read(['photos'], allIn)
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
    for (const { hash, state } of await allIn(tx)) {
      if (state === 'received' && isNamedByConfirmed(hash)) await remove(tx, hash)
    }
  })
}

/** Taken out of a form before it was saved, or of a record that this device must forget. */
export function dropPhotos(disk: Disk, hashes: readonly string[]): Promise<void> {
  return disk.write(['photos'], async (tx) => {
    for (const hash of hashes) await remove(tx, hash)
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

async function allIn(tx: Read): Promise<readonly KeptPhoto[]> {
  const rows = await tx.range<KeptPhoto>('photos', { from: aboutKey(''), to: aboutKey('\uffff') })
  return rows.map(({ value }) => value)
}

async function remove(tx: Write, hash: string): Promise<void> {
  const photo = await tx.get<KeptPhoto>('photos', aboutKey(hash))
  if (!photo) return
  tx.delete('photos', aboutKey(hash))
  for (let n = 0; n * CHUNK < photo.size; n += 1) tx.delete('photos', chunkKey(hash, n))
}

function aboutKey(hash: string): Key {
  return `about/${hash}`
}

function chunkKey(hash: string, n: number): Key {
  return `bytes/${hash}/${String(n).padStart(4, '0')}`
}

function chunksOf(hash: string) {
  return { from: `bytes/${hash}/`, to: `bytes/${hash}/\uffff` }
}
