import { describe, expect, test } from 'vitest'
import { openBook } from '#store/book.ts'
import { DiskTrouble } from '#store/disk.ts'
import { memoryDisk, type MemoryDiskOptions } from '#store/memoryDisk.ts'
import { keptPhotos } from '#store/photos.ts'
import { photosOn, taken } from '#test/support/aPhotoShelf.ts'
import { bringMissing, missing, releasable } from '#store/staying.ts'

const AT = '2026-11-24T08:00:00.000Z'
const SAID = 'a'.repeat(64)
const SEEN = 'b'.repeat(64)
const common = { v: 1, place: 'compound', author: 'lin', at: AT }

/** A recording, and an incident with a photo; `both` names the recording's bytes there too. */
function aDevice(options?: MemoryDiskOptions, both = false) {
  const book = openBook()
  book.load(
    [
      { ...common, id: 'r', kind: 'recording', card: 'empty_bag', dialect: 'sichuan', sound: SAID },
      {
        ...common,
        id: 'i',
        kind: 'incident',
        type: 'pest',
        action: 'none',
        photos: both ? [SEEN, SAID] : [SEEN],
      },
    ] as never,
    [],
  )
  const asked: string[] = []
  const disk = memoryDisk(options)
  const fetch = async (hash: string) => {
    asked.push(hash)
    return new Uint8Array(3)
  }
  return { book, disk, asked, bring: () => bringMissing({ ...photosOn(disk), book, now: () => AT }, fetch) }
}

describe('what everybody keeps', () => {
  test('is never let go of, whatever else names it; a photo is', () => {
    expect([...releasable(aDevice().book)]).toEqual([SEEN])
    expect([...releasable(aDevice(undefined, true).book)]).toEqual([SEEN])
  })

  test('is brought once, as something that is at the office already', async () => {
    const { disk, book, asked, bring } = aDevice()
    expect(await missing(disk, book)).toEqual([SAID])
    await bring()
    await bring()
    expect(asked).toEqual([SAID])
    expect(await keptPhotos(disk)).toMatchObject([{ hash: SAID, state: 'received' }])
  })

  test('is not asked for by the device that recorded it', async () => {
    const { disk, asked, bring } = aDevice()
    await taken(disk, { hash: SAID, bytes: new Uint8Array(3), at: AT })
    await bring()
    expect(asked).toEqual([])
    expect(await keptPhotos(disk)).toMatchObject([{ state: 'waiting' }])
  })

  test('waits for another time where there is no room, and stops nothing', async () => {
    const { disk, book, bring } = aDevice({
      before({ table, kind }) {
        if (table === 'photos' && kind === 'put') throw new DiskTrouble('full')
      },
    })
    await bring()
    expect(await missing(disk, book)).toEqual([SAID])
  })
})
