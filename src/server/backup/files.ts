import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { link, mkdir, open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'

/** SHA-256 of a file's bytes, hex; undefined where there is no such file. */
export async function hashOf(path: string): Promise<string | undefined> {
  const hash = createHash('sha256')
  try {
    await pipeline(createReadStream(path), hash)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  return hash.digest('hex')
}

/** The file's bytes are on the disk when this resolves. */
export async function flushed(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** The names in a folder are on the disk when this resolves, where its file system can promise that; shares often cannot. */
export async function namesFlushed(folder: string): Promise<void> {
  await flushed(folder).catch((error: NodeJS.ErrnoException) => {
    if (!['EINVAL', 'ENOTSUP', 'EPERM', 'EISDIR', 'EACCES'].includes(error.code ?? '')) throw error
  })
}

/**
 * A file of this text stands there whole, or what stood there before does.
 *
 * @param beside where it is written first; a name of its own where several may write at once
 */
export async function writeWhole(path: string, text: string, beside = `${path}.new`): Promise<void> {
  const handle = await open(beside, 'w', 0o600)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(beside, path)
  await namesFlushed(dirname(path))
}

/** A file of these bytes stands there whole or not at all, whatever stood there. */
export async function writeStream(to: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 })
  await pipeline(bytes, createWriteStream(`${to}.new`, { mode: 0o600 }))
  await flushed(`${to}.new`)
  await rename(`${to}.new`, to)
  await namesFlushed(dirname(to))
}

/** The same file under a second name where the disk can do that; answers whether it could. */
export async function linked(from: string, to: string): Promise<boolean> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 })
  return link(from, to).then(
    () => true,
    () => false,
  )
}
