import { describe, expect, test } from 'vitest'
import type { PersonId } from '#domain/ids.ts'
import { vaultCipher, newVaultRoot } from '#device/vaultCipher.ts'
import { memoryDisk, type MemoryDisk } from '#store/memoryDisk.ts'
import { closeOpenPhotos, keepBrought, keepPhoto, photoBytes, photoParcel } from '#store/photoBytes.ts'
import { keptPhotos, photosReceived } from '#store/photos.ts'
import { dropVault, putMark } from '#store/vault.ts'
import { TABLES } from '#store/disk.ts'
import { vaultDisk, type VaultKey } from '#store/vaultDisk.ts'
import { moveUnder } from '#store/vaultMove.ts'
import { photosOn, ZHOU } from '#test/support/aPhotoShelf.ts'
import { plainSeals } from '#test/support/plainSeals.ts'

const TANG = 'tang' as PersonId
const AT = '2026-11-24T08:00:00.000Z'
const CANARY = '金丝雀'.repeat(40)
const PHOTO = { hash: 'a'.repeat(64), bytes: new TextEncoder().encode(CANARY), at: AT }

/** Everything that lies in the rows of photos, as letters. */
function lying(disk: MemoryDisk): string {
  const text = (value: unknown) =>
    value instanceof ArrayBuffer || value instanceof Uint8Array
      ? Buffer.from(value as Uint8Array).toString('utf8')
      : JSON.stringify(value)
  return [...disk.snapshot().rows.photos].map(([key, value]) => `${key} ${text(value)}`).join('\n')
}

/** A device of which only some people are in. */
function aDevice(...inside: PersonId[]) {
  const disk = memoryDisk()
  const people = new Set(inside)
  const seals = {
    ...plainSeals,
    byAuthor: async (...asked: Parameters<typeof plainSeals.byAuthor>) =>
      people.has(asked[0]) ? plainSeals.byAuthor(...asked) : undefined,
  }
  return { disk, people, on: photosOn(disk, seals) }
}

/** The same with a vault that is open. */
async function aTablet(...inside: PersonId[]) {
  const { disk: below, people, on } = aDevice(...inside)
  const box = vaultCipher(newVaultRoot())
  const key: VaultKey = { box }
  await moveUnder(below, box)
  const disk = vaultDisk(below, key)
  return { below, disk, people, box, key, on: { ...on, disk } }
}

/** As they lay before: open. */
async function before(disk: MemoryDisk, hash: string, state: 'waiting' | 'received') {
  await disk.write(['photos'], async (tx) => {
    tx.put('photos', `bytes/${hash}/0000`, PHOTO.bytes.slice().buffer)
    tx.put('photos', `about/${hash}`, { hash, size: PHOTO.bytes.length, state, at: AT })
  })
}

const text = (bytes: Uint8Array | undefined) => bytes && new TextDecoder().decode(bytes)

describe('what somebody took', () => {
  test('lies closed, opens for its author alone, and travels as it lies with nobody in', async () => {
    const { disk, people, on } = aDevice()
    await keepPhoto(on, PHOTO, ZHOU)
    expect(lying(disk)).not.toContain('金丝雀')
    expect(await photoBytes(on, PHOTO.hash)).toBeUndefined()
    const parcel = await photoParcel(disk, PHOTO.hash)
    expect(parcel?.seal).toMatchObject({ alg: 'P256-A256GCM' })
    expect(text(parcel?.bytes)).not.toContain('金丝雀')
    people.add(TANG)
    expect(await photoBytes(on, PHOTO.hash)).toBeUndefined()
    people.add(ZHOU)
    expect(text(await photoBytes(on, PHOTO.hash))).toBe(CANARY)
  })

  test('by two people opens for each of them', async () => {
    const { people, disk, on } = aDevice(TANG)
    await keepPhoto(on, PHOTO, ZHOU)
    await photosReceived(disk, [PHOTO.hash])
    expect(await keepPhoto(on, PHOTO, TANG)).toMatchObject({ ok: true, value: { state: 'received' } })
    expect(text(await photoBytes(on, PHOTO.hash))).toBe(CANARY)
    people.clear()
    people.add(ZHOU)
    expect(text(await photoBytes(on, PHOTO.hash))).toBe(CANARY)
    expect(await keptPhotos(disk)).toHaveLength(1)
  })

  test('whose key is lost is no photo any more here, and goes to the server all the same', async () => {
    const { disk, on } = aDevice(ZHOU)
    await keepPhoto(on, PHOTO, ZHOU)
    await disk.write(['photos'], async (tx) => tx.delete('photos', `own/${PHOTO.hash}/${ZHOU}`))
    expect(await photoBytes(on, PHOTO.hash)).toBeUndefined()
    expect((await photoParcel(disk, PHOTO.hash))?.seal).toBeDefined()
  })
})

describe('what was brought from the server', () => {
  test('opens for everybody while the vault is open, and lies closed in it', async () => {
    const { below, disk, key, box, on } = await aTablet()
    await keepBrought(on, PHOTO)
    expect(text(await photoBytes(on, PHOTO.hash))).toBe(CANARY)
    expect(lying(below)).not.toContain('金丝雀')
    expect(lying(below)).not.toContain('"key"')
    key.box = undefined
    expect(await photoBytes(on, PHOTO.hash)).toBeUndefined()
    // What is said of it meanwhile costs it nothing.
    await photosReceived(disk, [PHOTO.hash])
    await expect(keepBrought(on, { ...PHOTO, hash: 'b'.repeat(64) })).rejects.toThrow(/locked/)
    key.box = box
    expect(text(await photoBytes(on, PHOTO.hash))).toBe(CANARY)
  })

  test('goes under another key with everything else; what no key opens goes, and so does all with the vault', async () => {
    const { below, key, box, on } = await aTablet()
    await keepBrought(on, PHOTO)
    const next = vaultCipher(newVaultRoot())
    await moveUnder(below, next, box)
    key.box = next
    expect(text(await photoBytes(on, PHOTO.hash))).toBe(CANARY)
    await moveUnder(below, box)
    key.box = box
    expect(await keptPhotos(below)).toEqual([])
    await keepBrought(on, PHOTO)
    await keepPhoto(on, { ...PHOTO, hash: 'b'.repeat(64) }, ZHOU)
    await below.write(TABLES, dropVault)
    expect((await keptPhotos(below)).map(({ hash }) => hash[0])).toEqual(['b'])
  })

  test('lies with its key beside it where there is no vault, and is taken in when one is made', async () => {
    const { disk, on } = aDevice()
    await keepBrought(on, PHOTO)
    expect(text(await photoBytes(on, PHOTO.hash))).toBe(CANARY)
    const box = vaultCipher(newVaultRoot())
    await moveUnder(disk, box)
    expect(lying(disk)).not.toContain('"key"')
    const opened = { ...on, disk: vaultDisk(disk, { box }) }
    expect(text(await photoBytes(opened, PHOTO.hash))).toBe(CANARY)
  })
})

describe('photos of before, whose bytes lie open', () => {
  const [waiting, staying] = ['1'.repeat(64), '2'.repeat(64)] as const
  const stays = (hash: string) => hash === staying

  test('are closed: one that waits for everybody of this device, one that stays when the vault is open', async () => {
    const { below, key, box, people, on } = await aTablet()
    await before(below, waiting, 'waiting')
    await before(below, staying, 'received')
    expect(text(await photoBytes(on, waiting))).toBe(CANARY)
    key.box = undefined
    await closeOpenPhotos(on, new Set([ZHOU, TANG]), stays)
    expect((await photoParcel(below, waiting))?.seal).toBeDefined()
    expect(text(await photoBytes(on, staying))).toBe(CANARY)
    key.box = box
    await closeOpenPhotos(on, new Set([ZHOU, TANG]), stays)
    expect(lying(below)).not.toContain('金丝雀')
    expect(text(await photoBytes(on, staying))).toBe(CANARY)
    for (const person of [ZHOU, TANG]) {
      people.clear()
      people.add(person)
      expect(text(await photoBytes(on, waiting))).toBe(CANARY)
    }
    expect((await keptPhotos(below)).map(({ state }) => state)).toEqual(['waiting', 'received'])
  })

  test('are not closed into a vault that nobody has opened yet', async () => {
    const { disk, on } = aDevice()
    await disk.write(['meta'], async (tx) => putMark(tx, { v: 1 }))
    await before(disk, staying, 'received')
    const locked = { ...on, disk: vaultDisk(disk, {}) }
    await closeOpenPhotos(locked, new Set([ZHOU]), stays)
    expect(await keptPhotos(disk)).toEqual([
      { hash: staying, size: PHOTO.bytes.length, state: 'received', at: AT },
    ])
  })
})
