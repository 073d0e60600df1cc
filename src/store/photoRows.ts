import type { PersonId } from '#domain/ids.ts'
import type { Key, Range, Read, Write } from './disk.ts'
import type { KeptBody } from './outbox.ts'

/** A photo at rest on this device, without its bytes. */
export interface KeptPhoto {
  /** 2: its bytes lie closed, under a key of their own. Absent in rows of before, whose bytes lie open. */
  readonly v?: 2
  /** SHA-256 of its open bytes in hex: its name here, in records and on the server. */
  readonly hash: string
  /** Bytes as they lie here. */
  readonly size: number
  /** `received`: the server said that it has it. `refused`: it will never take it, so it is not sent again. */
  readonly state: 'waiting' | 'received' | 'refused'
  /** The person has been told that it was refused. */
  readonly told?: true
  /** When it was taken into the store: the device's claim, ISO instant. */
  readonly at: string
  /** Of one that was taken here: its key, sealed to the server. It travels with the bytes. */
  readonly seal?: KeptBody
  /**
   * Of one that was brought from the server: its key, base64, for whoever may read what lies here. Where the disk has a vault it
   * lies closed in there, and is not told while that is locked.
   */
  readonly key?: string
}

/** The way of somebody who took a photo back to its key, sealed to them; one row a person. */
export interface OwnKey {
  readonly own: string
}

/** Some browsers keep large values in files of their own, which may vanish apart from their row; so bytes lie in small rows. */
export const CHUNK = 64 * 1024

export const ALL_PHOTOS: Range = { from: 'about/', to: 'about/\uffff' }
export const OWN_KEYS: Range = { from: 'own/', to: 'own/\uffff' }

/** What the key of a photo is bound to when it is sealed, and its bytes when they are closed. */
export function nameOf(hash: string): string {
  return `photo/${hash}`
}

export function aboutKey(hash: string): Key {
  return `about/${hash}`
}

export function chunkKey(hash: string, n: number): Key {
  return `bytes/${hash}/${String(n).padStart(4, '0')}`
}

export function chunksOf(hash: string): Range {
  return { from: `bytes/${hash}/`, to: `bytes/${hash}/\uffff` }
}

export function ownKey(hash: string, person: PersonId): Key {
  return `own/${hash}/${person}`
}

export function ownKeysOf(hash: string): Range {
  return { from: `own/${hash}/`, to: `own/${hash}/\uffff` }
}

/** Whose way it is, and to which photo. */
export function readOwnKey(key: Key): { readonly hash: string; readonly person: PersonId } {
  const [, hash = '', ...person] = String(key).split('/')
  return { hash, person: person.join('/') as PersonId }
}

/** What is said of all of them. */
export async function aboutAll(tx: Read): Promise<readonly KeptPhoto[]> {
  return (await tx.range<KeptPhoto>('photos', ALL_PHOTOS)).map(({ value }) => value)
}

/** Everything of a photo goes. */
export async function removePhoto(tx: Write, hash: string): Promise<void> {
  const photo = await tx.get<KeptPhoto>('photos', aboutKey(hash))
  if (!photo) return
  tx.delete('photos', aboutKey(hash))
  for (let n = 0; n * CHUNK < photo.size; n += 1) tx.delete('photos', chunkKey(hash, n))
  for (const { key } of await tx.range('photos', ownKeysOf(hash))) tx.delete('photos', key)
}
