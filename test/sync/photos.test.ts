import { expect, test } from 'vitest'
import { memoryDisk } from '#store/memoryDisk.ts'
import { photoBytes } from '#store/photoBytes.ts'
import { photosTold, refusedPhotos, waitingPhotos } from '#store/photos.ts'
import { photosOn, taken } from '#test/support/aPhotoShelf.ts'
import { sendPhotos } from '#sync/photos.ts'

async function aDiskWith(...hashes: string[]) {
  const disk = memoryDisk()
  for (const [minute, hash] of hashes.entries()) {
    await taken(disk, { hash, bytes: Uint8Array.of(1, 2, 3), at: `2026-03-02T08:0${minute}:00.000Z` })
  }
  return disk
}

test('W14 a photo that the server will never take is tried once, told once, and stays to be seen', async () => {
  const disk = await aDiskWith('bad', 'good')
  const tried: string[] = []
  const upload = async (hash: string) => {
    tried.push(hash)
    return hash === 'bad' ? ('refused' as const) : ('later' as const)
  }
  await sendPhotos({ disk, upload })
  await sendPhotos({ disk, upload })
  expect(tried).toEqual(['bad', 'good', 'good'])
  expect(await waitingPhotos(disk)).toEqual(['good'])
  expect(await refusedPhotos(disk)).toEqual(['bad'])
  await photosTold(disk, ['bad'])
  expect(await refusedPhotos(disk)).toEqual([])
  expect(await photoBytes(photosOn(disk), 'bad')).toBeDefined()
})

test('W14 one photo that has to wait keeps no other back; a line that is gone ends the round; both ask for another try soon', async () => {
  const disk = await aDiskWith('a', 'b')
  const tried: string[] = []
  const answering = (end: 'later' | 'noLink') => async (hash: string) => {
    tried.push(`${hash} ${end}`)
    return end
  }
  expect(await sendPhotos({ disk, upload: answering('later') })).toBe('noLink')
  expect(await sendPhotos({ disk, upload: answering('noLink') })).toBe('noLink')
  expect(await sendPhotos({ disk: await aDiskWith('c'), upload: async () => 'there' })).toBe('done')
  expect(tried).toEqual(['a later', 'b later', 'a noLink'])
})
