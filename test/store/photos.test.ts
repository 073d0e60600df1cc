import { describe, expect, test } from 'vitest'
import { DiskTrouble } from '#store/disk.ts'
import { memoryDisk } from '#store/memoryDisk.ts'
import { photoBytes } from '#store/photoBytes.ts'
import { dropPhotos, keptPhotos, photosReceived, releasePhotos, waitingPhotos } from '#store/photos.ts'
import { photosOn, taken } from '#test/support/aPhotoShelf.ts'

const at = (minute: number) => `2026-11-24T08:${String(minute).padStart(2, '0')}:00.000Z`

function aPhoto(hash: string, size = 200_000, minute = 0) {
  return {
    hash,
    bytes: Uint8Array.from({ length: size }, (_, i) => (i * 31 + hash.length) % 251),
    at: at(minute),
  }
}

describe('a photo on the device', () => {
  test.each([1, 65_535, 65_536, 65_537, 300 * 1024])('of %i bytes comes back byte by byte', async (size) => {
    const disk = memoryDisk()
    const photo = aPhoto('a1', size)
    await taken(disk, photo)
    expect(await photoBytes(photosOn(memoryDisk.from(disk.snapshot())), 'a1')).toEqual(photo.bytes)
  })

  test('lies in rows of at most 64 KB, and is hardly larger than itself', async () => {
    const disk = memoryDisk()
    const large = new Uint8Array(1_000_000)
    await taken(disk, { ...aPhoto('a1'), bytes: large.subarray(10, 200_010) })
    const chunks = [...disk.snapshot().rows.photos.values()].filter((value) => value instanceof ArrayBuffer)
    expect(Math.max(...chunks.map((chunk) => chunk.byteLength))).toBe(65_536)
    expect(chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0)).toBe(200_029)
  })

  test('is not mixed up with one whose name begins alike', async () => {
    const disk = memoryDisk()
    await taken(disk, aPhoto('a1'))
    await taken(disk, aPhoto('a12', 90_000))
    expect((await photoBytes(photosOn(disk), 'a1'))?.length).toBe(200_000)
    expect((await photoBytes(photosOn(disk), 'a12'))?.length).toBe(90_000)
  })

  test('taken twice is kept once', async () => {
    const disk = memoryDisk()
    await taken(disk, aPhoto('a1'))
    await photosReceived(disk, ['a1'])
    expect(await taken(disk, aPhoto('a1', 200_000, 5))).toMatchObject({
      ok: true,
      value: { state: 'received' },
    })
    expect(await keptPhotos(disk)).toMatchObject([
      { hash: 'a1', size: 200_029, state: 'received', at: at(0) },
    ])
  })

  test('that is not whole is not given out as if it were', async () => {
    const disk = memoryDisk()
    await taken(disk, aPhoto('a1'))
    await disk.write(['photos'], async (tx) => tx.delete('photos', 'bytes/a1/0001'))
    expect(await photoBytes(photosOn(disk), 'a1')).toBeUndefined()
  })

  test('W14 is asked about until the server has it, oldest first', async () => {
    const disk = memoryDisk()
    await taken(disk, aPhoto('late', 10, 9))
    await taken(disk, aPhoto('early', 10, 1))
    await taken(disk, aPhoto('middle', 10, 5))
    expect(await waitingPhotos(disk)).toEqual(['early', 'middle', 'late'])
    await photosReceived(disk, ['middle', 'unknown'])
    expect(await waitingPhotos(disk)).toEqual(['early', 'late'])
  })

  test('W13 no request asks about more than 100', async () => {
    const disk = memoryDisk()
    for (let i = 0; i < 120; i++) await taken(disk, aPhoto(`p${i}`, 1, i % 60))
    expect(await waitingPhotos(disk)).toHaveLength(100)
  })

  test('W14 is let go only when the server has it and a confirmed record names it', async () => {
    const disk = memoryDisk()
    for (const hash of ['both', 'received', 'named', 'neither']) await taken(disk, aPhoto(hash))
    await photosReceived(disk, ['both', 'received'])
    await releasePhotos(disk, (hash) => hash === 'both' || hash === 'named')
    expect((await keptPhotos(disk)).map(({ hash }) => hash)).toEqual(['named', 'neither', 'received'])
    expect([...disk.snapshot().rows.photos.keys()].filter((key) => String(key).includes('both'))).toEqual([])
  })

  test('is gone with all its bytes when it was taken out of the form', async () => {
    const disk = memoryDisk()
    await taken(disk, aPhoto('a1'))
    await dropPhotos(disk, ['a1', 'unknown'])
    expect(disk.snapshot().rows.photos.size).toBe(0)
  })

  test('is refused in words when there is no room, leaves nothing half, and text is still kept', async () => {
    let bytes = 0
    const disk = memoryDisk({
      before({ table, kind }) {
        if (table === 'photos' && kind === 'put' && (bytes += 65_536) > 150_000) throw new DiskTrouble('full')
      },
    })
    expect(await taken(disk, aPhoto('a1'))).toEqual({ ok: false, refused: 'disk.full' })
    expect(disk.snapshot().rows.photos.size).toBe(0)
    await disk.write(['drafts'], async (tx) => tx.put('drafts', 'a', 'text'))
    expect(disk.snapshot().rows.drafts.size).toBe(1)
  })
})
