import { cacheShelf } from '#device/copyShelf.ts'
import { takePhoto } from '#device/photo.ts'
import { readJpeg } from '#domain/jpeg.ts'
import { dexieDisk } from '#store/dexieDisk.ts'
import { keepPhoto, photoBytes } from '#store/photos.ts'
import { diskContract } from '#test/contracts/disk.ts'

/** What `abilities.spec.ts` calls inside a real browser. */
const abilities = { cacheShelf, dexieDisk, diskContract, keepPhoto, photoBytes, readJpeg, takePhoto }

declare global {
  interface Window {
    readonly abilities: typeof abilities
  }
}
Object.assign(window, { abilities })
