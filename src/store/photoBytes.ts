import type { PersonId, TenantId } from '#domain/ids.ts'
import { ok, type Result, refused } from '#domain/result.ts'
import { type Disk, DiskTrouble, type Read, type Row, type Trouble, type Write } from './disk.ts'
import type { KeptBody, Seals } from './outbox.ts'
import {
  aboutKey,
  CHUNK,
  chunkKey,
  chunksOf,
  type KeptPhoto,
  nameOf,
  type OwnKey,
  ownKey,
  ownKeysOf,
  readOwnKey,
  removePhoto,
} from './photoRows.ts'

/** Closes bytes under a key of their own. Handed in, and never called inside a transaction. */
export interface PhotoCipher {
  /** Base64. */
  newPhotoKey(): string
  /** @param name is bound to the bytes */
  closePhoto(key: string, name: string, bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>>
  /** Undefined where key or name is another, and for what is damaged. */
  openPhoto(
    key: string,
    name: string,
    closed: Uint8Array<ArrayBuffer>,
  ): Promise<Uint8Array<ArrayBuffer> | undefined>
}

export interface PhotosOn {
  readonly disk: Disk
  readonly seals: Seals
  readonly tenant: TenantId
  readonly cipher: PhotoCipher
}

export interface Photo {
  /** SHA-256 of the bytes, hex. */
  readonly hash: string
  readonly bytes: Uint8Array
  /** ISO instant. */
  readonly at: string
}

type Kept = Result<KeptPhoto, `disk.${Trouble}`>

/** What goes to the server: bytes as they lie, and with closed ones the way to open them that only the server has. */
export interface PhotoParcel {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly seal?: KeptBody
}

/**
 * Keeps what somebody took or said. Its bytes are closed under a key of their own, and the key is sealed to the server and to its
 * author, who need not be in: a locked tablet takes photos, a thief has none, and where every key of this device is lost it
 * arrives all the same. When there is no room it is refused in words and the text of the form goes on without it: its bytes and
 * its rows are one transaction, so nothing half is left to take the room of text.
 */
export async function keepPhoto(on: PhotosOn, photo: Photo, author: PersonId): Promise<Kept> {
  const { hash } = photo
  const { about, authors } = await on.disk.read(['photos'], async (tx) => ({
    about: await tx.get<KeptPhoto>('photos', aboutKey(hash)),
    authors: (await tx.range('photos', ownKeysOf(hash))).map(({ key }) => readOwnKey(key).person),
  }))
  // Whoever else took the very same one cannot open the other's: it is closed anew, for both.
  const isMine = about && (about.v !== 2 || !about.seal || authors.includes(author))
  if (isMine) return ok(about)
  return closedFor(on, photo, new Set([...authors, author]))
}

/**
 * Keeps what was brought from the server, for whoever may read what this device holds: its key goes where such things lie. It
 * takes the place of what somebody here sealed to themselves alone.
 */
export async function keepBrought(on: PhotosOn, { hash, bytes, at }: Photo): Promise<Kept> {
  const key = on.cipher.newPhotoKey()
  const closed = await on.cipher.closePhoto(key, nameOf(hash), bytes)
  return put(on.disk, closed, { v: 2, hash, size: closed.length, state: 'received', at, key })
}

/** The bytes of a photo; undefined when it is not here, not whole, or not to be opened by whoever is here now. */
export async function photoBytes(on: PhotosOn, hash: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const { lying, about, own } = await on.disk.read(['photos'], async (tx) => ({
    lying: await bytesIn(tx, hash),
    about: await tx.get<KeptPhoto>('photos', aboutKey(hash)),
    own: await tx.range<OwnKey>('photos', ownKeysOf(hash)),
  }))
  if (!lying || about?.v !== 2) return lying
  const key = about.key ?? (await keyOfAuthor(on.seals, own))
  return key === undefined ? undefined : on.cipher.openPhoto(key, nameOf(hash), lying)
}

/** Undefined when it is not here, or not whole. Nobody has to be in. */
export function photoParcel(disk: Disk, hash: string): Promise<PhotoParcel | undefined> {
  return disk.read(['photos'], async (tx) => {
    const about = await tx.get<KeptPhoto>('photos', aboutKey(hash))
    const bytes = await bytesIn(tx, hash)
    return bytes && { bytes, ...(about?.seal && { seal: about.seal }) }
  })
}

/**
 * Closes photos of before, whose bytes lie open. Whose they are no row says: one that waits is sealed to everybody of this device,
 * one that everybody keeps goes where such things lie, once that is open.
 *
 * @param stays whether everybody's device keeps it
 */
export async function closeOpenPhotos(
  on: PhotosOn,
  people: ReadonlySet<PersonId>,
  stays: (hash: string) => boolean,
): Promise<void> {
  const { open, locked } = await on.disk.read(['photos'], async (tx) => ({
    open: (await tx.range<KeptPhoto>('photos', { from: 'about/', to: 'about/\uffff' })).filter(
      ({ value }) => value.v !== 2,
    ),
    locked: tx.locked ?? false,
  }))
  for (const { value: about } of open) {
    const bytes = await on.disk.read(['photos'], (tx) => bytesIn(tx, about.hash))
    const isShared = about.state === 'received' && stays(about.hash)
    if (!bytes || (isShared && locked)) continue
    const photo = { ...about, bytes }
    const done = await (isShared ? keepBrought(on, photo) : closedFor(on, photo, people, true))
    if (!done.ok) return
  }
}

async function closedFor(
  { disk, seals, tenant, cipher }: PhotosOn,
  { hash, bytes, at }: Photo,
  people: ReadonlySet<PersonId>,
  isMoved = false,
): Promise<Kept> {
  const key = cipher.newPhotoKey()
  const name = nameOf(hash)
  const inside = { at, args: { key } }
  const [closed, seal, own] = await Promise.all([
    cipher.closePhoto(key, name, bytes),
    seals.toServer(tenant, name, inside),
    Promise.all(
      [...people].map(async (person) => ({ person, own: await seals.toAuthor(person, name, inside) })),
    ),
  ])
  return put(disk, closed, { v: 2, hash, size: closed.length, state: 'waiting', at, seal }, own, isMoved)
}

/**
 * In the place of what lay there under the name; how far that was stays.
 *
 * @param isMoved it is not put where it was thrown away meanwhile
 */
async function put(
  disk: Disk,
  closed: Uint8Array<ArrayBuffer>,
  about: KeptPhoto,
  own: readonly { readonly person: PersonId; readonly own: string }[] = [],
  isMoved = false,
): Promise<Kept> {
  const { hash } = about
  try {
    return await disk.write(['photos'], async (tx) => {
      const before = await tx.get<KeptPhoto>('photos', aboutKey(hash))
      if (isMoved && !before) return ok(about)
      const kept = about.seal && before ? { ...about, ...stateOf(before) } : about
      await removePhoto(tx, hash)
      putBytes(tx, hash, closed)
      tx.put('photos', aboutKey(hash), kept)
      for (const one of own) tx.put('photos', ownKey(hash, one.person), { own: one.own } satisfies OwnKey)
      return ok(kept)
    })
  } catch (error) {
    if (error instanceof DiskTrouble) return refused(`disk.${error.trouble}`)
    throw error
  }
}

function stateOf({ state, told, at }: KeptPhoto): Pick<KeptPhoto, 'state' | 'told' | 'at'> {
  return { state, at, ...(told && { told }) }
}

function putBytes(tx: Write, hash: string, bytes: Uint8Array<ArrayBuffer>): void {
  for (let from = 0, n = 0; from < bytes.length; from += CHUNK, n += 1) {
    // A copy of exactly these bytes: a view would take its whole buffer along.
    tx.put('photos', chunkKey(hash, n), bytes.slice(from, from + CHUNK).buffer)
  }
}

async function bytesIn(tx: Read, hash: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const about = await tx.get<KeptPhoto>('photos', aboutKey(hash))
  if (!about) return undefined
  const bytes = new Uint8Array(about.size)
  let at = 0
  for (const { value } of await tx.range<ArrayBuffer>('photos', chunksOf(hash))) {
    if (at + value.byteLength > about.size) return undefined
    bytes.set(new Uint8Array(value), at)
    at += value.byteLength
  }
  return at === about.size ? bytes : undefined
}

/** Through whoever is here now, where they took it. */
async function keyOfAuthor(seals: Seals, rows: readonly Row<OwnKey>[]): Promise<string | undefined> {
  for (const { key, value } of rows) {
    const { hash, person } = readOwnKey(key)
    const inside = await seals.byAuthor(person, nameOf(hash), value.own)
    const found = (inside?.args as { readonly key?: unknown } | undefined)?.key
    if (typeof found === 'string') return found
  }
  return undefined
}
