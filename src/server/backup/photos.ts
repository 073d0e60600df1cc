import { copyFile, mkdir, readdir, readFile, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { copyWhole, flushed, hashOf, linked, namesFlushed, writeWhole } from './files.ts'
import type { BackedUp } from './shelf.ts'

/**
 * Copies the photos of a data folder; answers the SHA-256 of each file by its path in the backup. A photo that the last
 * backup in the same place has is not copied again but gets a second name, where the disk can do that.
 */
export async function savePhotos(
  from: string,
  to: string,
  last: BackedUp | undefined,
): Promise<Readonly<Record<string, string>>> {
  const saved: Record<string, string> = {}
  await mkdir(to, { recursive: true, mode: 0o700 })
  for (const path of await filesBelow(from)) {
    const name = `photos/${path}`
    const target = join(to, path)
    const known = /\.(jpg|sound)$/.test(path) ? last?.manifest.files[name] : undefined
    // Only what is still what it was: a second name of a damaged file would be a second damaged file.
    if (known !== undefined && (await hashOf(join(last!.path, name))) === known) {
      if (await linked(join(last!.path, name), target)) {
        saved[name] = known
        continue
      }
    }
    await mkdir(dirname(target), { recursive: true, mode: 0o700 })
    await copyFile(join(from, path), target)
    await flushed(target)
    saved[name] = (await hashOf(target))!
  }
  for (const tenant of await readdir(to)) await namesFlushed(join(to, tenant))
  await namesFlushed(to)
  return saved
}

/**
 * Photos are never rolled back: only what is not here is brought, and a photo that is not as long as its bytes were was
 * cut off. Answers how many came.
 *
 * @param files of the manifest
 */
export async function bringPhotos(
  backup: string,
  dataDir: string,
  files: Readonly<Record<string, string>>,
): Promise<number> {
  let brought = 0
  for (const path of Object.keys(files).filter((one) => one.startsWith('photos/'))) {
    const [from, to] = [join(backup, path), join(dataDir, path)]
    if (path.endsWith('.from')) {
      await addLines(from, to)
      continue
    }
    const [wanted, here] = [await stat(from), await stat(to).catch(() => undefined)]
    if (here?.size === wanted.size) continue
    await copyWhole(from, to)
    brought += 1
  }
  return brought
}

/** Brings the lines of one file into another, behind those that stand there; none is taken away and none comes twice. */
export async function addLines(from: string, to: string): Promise<void> {
  const told = await linesIn(from)
  const here = await linesIn(to)
  const known = new Set(here)
  const more = told.filter((line) => !known.has(line))
  if (more.length === 0) return
  await mkdir(dirname(to), { recursive: true, mode: 0o700 })
  await writeWhole(to, [...here, ...more].map((line) => `${line}\n`).join(''))
}

async function linesIn(path: string): Promise<readonly string[]> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  return text.split('\n').filter((line) => line !== '')
}

/** Paths of photos and of who brought them, below the folder; what is on its way there is not one of them. */
async function filesBelow(folder: string): Promise<readonly string[]> {
  const tenants = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  const paths: string[] = []
  for (const tenant of tenants.filter((one) => one.isDirectory())) {
    const names = await readdir(join(folder, tenant.name))
    for (const name of names.toSorted())
      if (/^[0-9a-f]{64}\.(jpg|sound|from)$/.test(name)) paths.push(`${tenant.name}/${name}`)
  }
  return paths
}
