import { cacheShelf } from '#device/copyShelf.ts'
import { takePhoto } from '#device/photo.ts'
import { readJpeg } from '#domain/jpeg.ts'
import { dexieDisk } from '#store/dexieDisk.ts'
import { photoBytes } from '#store/photoBytes.ts'
import { diskContract } from '#test/contracts/disk.ts'
import { photosOn, taken } from '#test/support/aPhotoShelf.ts'

/** What `abilities.spec.ts` calls inside a real browser. */
const abilities = { cacheShelf, dexieDisk, diskContract, photoBytes, photosOn, readJpeg, taken, takePhoto }

declare global {
  interface Window {
    readonly abilities: typeof abilities
  }
}
Object.assign(window, { abilities })
