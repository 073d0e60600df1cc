import { createHash } from 'node:crypto'
import { appendFile, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { readJpeg } from '#domain/jpeg.ts'
import type { DeviceId, TenantId } from '#domain/ids.ts'
import { ok, type Result, refused } from '#domain/result.ts'
import { soundType } from '#domain/sound.ts'
import type { OfficeRefusal } from '#wire/refusals.ts'

/** The photos that arrived whole and were found to be what they say; one folder a compound, files named by their hash. */
export interface KeptPhotos {
  /** Bytes of a kept photo; undefined when it is not here. */
  size(tenant: TenantId, hash: string): Promise<number | undefined>
  /** Of these hashes, those that are here and came from this device (W14): nobody learns of another's photo by its name. */
  arrived(tenant: TenantId, device: DeviceId, hashes: readonly string[]): Promise<readonly string[]>
  /** The devices that brought a kept photo: each had its bytes. Empty for one put here by hand; undefined when it is not here. */
  broughtBy(tenant: TenantId, hash: string): Promise<readonly DeviceId[] | undefined>
  read(tenant: TenantId, hash: string): Promise<Uint8Array<ArrayBuffer> | undefined>
  /** Nobody's any more, by somebody's right to be forgotten: its bytes go, and who brought it. */
  letGo(tenant: TenantId, hash: string): Promise<void>
  /** Takes over an uploaded file when its bytes are a plain JPEG or a recording of that name; else leaves it for its owner to delete. */
  take(tenant: TenantId, device: DeviceId, hash: string, file: string): Promise<Result<number, PhotoRefusal>>
}

type PhotoRefusal = Extract<
  OfficeRefusal,
  'photoNotPicture' | 'photoMetadata' | 'photoTooManyPixels' | 'photoOtherBytes'
>

const WORDS = {
  notPicture: 'photoNotPicture',
  metadata: 'photoMetadata',
  tooManyPixels: 'photoTooManyPixels',
} as const

/** A picture, or what somebody recorded; each is told by its bytes, the name says it to who looks into the folder. */
const ENDS = ['jpg', 'sound'] as const
type End = (typeof ENDS)[number]

const HASH = /^[0-9a-f]{64}$/

export function isHash(text: string): boolean {
  return HASH.test(text)
}

export function keptPhotos(folder: string): KeptPhotos {
  const at = (tenant: TenantId, hash: string, end: End = 'jpg') =>
    join(folder, encodeURIComponent(tenant), `${hash}.${end}`)
  const bringers = (tenant: TenantId, hash: string) =>
    join(folder, encodeURIComponent(tenant), `${hash}.from`)

  const size = async (tenant: TenantId, hash: string) => {
    if (!isHash(hash)) return undefined
    const sizes = await Promise.all(
      ENDS.map((end) =>
        stat(at(tenant, hash, end)).then(
          (found) => found.size,
          () => undefined,
        ),
      ),
    )
    return sizes.find((one) => one !== undefined)
  }

  const broughtBy = async (tenant: TenantId, hash: string) => {
    if ((await size(tenant, hash)) === undefined) return undefined
    const text = await readFile(bringers(tenant, hash), 'utf8').catch(() => '')
    return [...new Set(text.split('\n').filter(Boolean))] as DeviceId[]
  }

  return {
    size,
    broughtBy,
    async arrived(tenant, device, hashes) {
      const all = await Promise.all(hashes.map((hash) => broughtBy(tenant, hash)))
      return hashes.filter((_, index) => all[index]?.includes(device))
    },
    async read(tenant, hash) {
      if (!isHash(hash)) return undefined
      for (const end of ENDS) {
        const bytes = await readFile(at(tenant, hash, end)).catch(() => undefined)
        if (bytes) return Uint8Array.from(bytes)
      }
      return undefined
    },
    async letGo(tenant, hash) {
      if (!isHash(hash)) return
      const paths = [...ENDS.map((end) => at(tenant, hash, end)), bringers(tenant, hash)]
      for (const path of paths) await rm(path, { force: true })
    },
    async take(tenant, device, hash, file) {
      const bytes = await readFile(file)
      if (createHash('sha256').update(bytes).digest('hex') !== hash) return refused('photoOtherBytes')
      const sound = soundType(bytes) !== undefined
      const picture = readJpeg(bytes)
      if (!sound && !picture.ok) return refused(WORDS[picture.refused])
      const target = at(tenant, hash, sound ? 'sound' : 'jpg')
      await mkdir(join(folder, encodeURIComponent(tenant)), { recursive: true })
      // The device deletes its own copy when it hears that the photo is here: so it must be on the disk, name and all.
      await flushed(file)
      await appendFile(bringers(tenant, hash), `${device}\n`)
      await flushed(bringers(tenant, hash))
      await rename(file, target)
      await flushed(join(folder, encodeURIComponent(tenant)))
      return ok(bytes.length)
    },
  }
}

async function flushed(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
