import { createReadStream } from 'node:fs'
import { mkdir, readdir, readFile, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { hashOf, linked, namesFlushed, writeStream, writeWhole } from './files.ts'
import { bytesOf, type Keeping, nameOf, namesIn, save, sizeOf, type Source, textOf } from './seal.ts'
import type { BackedUp } from './shelf.ts'

/**
 * Copies the photos of a data folder; answers the SHA-256 of each file by its path in the backup. A photo that the last
 * backup in the same place has is not copied again but gets a second name, where the disk can do that.
 */
export async function savePhotos(
  from: string,
  keeping: Keeping,
  last: BackedUp | undefined,
): Promise<Readonly<Record<string, string>>> {
  const files: Record<string, string> = {}
  const to = join(keeping.folder, 'photos')
  await mkdir(to, { recursive: true, mode: 0o700 })
  // What was sealed to others is not what those whose keys are named now can open.
  const same = keeping.to.join() === (last?.manifest.sealedTo ?? []).join()
  for (const path of await filesBelow(from)) {
    const name = nameOf(`photos/${path}`, keeping.to)
    const known = same && /\.(jpg|sound)$/.test(path) ? last?.manifest.files[name] : undefined
    // Only what is still what it was: a second name of a damaged file would be a second damaged file.
    if (known !== undefined && (await hashOf(join(last!.path, name))) === known) {
      if (await linked(join(last!.path, name), join(keeping.folder, name))) {
        files[name] = known
        continue
      }
    }
    const kept = await save(keeping, `photos/${path}`, createReadStream(join(from, path)))
    files[kept.name] = kept.sha256
  }
  for (const tenant of await readdir(to)) await namesFlushed(join(to, tenant))
  await namesFlushed(to)
  return files
}

/**
 * Photos are never rolled back: only what is not here is brought, and a photo that is not as long as its bytes were was
 * cut off. Answers how many came.
 */
export async function bringPhotos(backup: Source, dataDir: string): Promise<number> {
  let brought = 0
  for (const path of namesIn(backup).filter((one) => one.startsWith('photos/'))) {
    const to = join(dataDir, path)
    if (path.endsWith('.from')) {
      await addLines(await textOf(backup, path), to)
      continue
    }
    const here = await stat(to).catch(() => undefined)
    if (here?.size === (await sizeOf(backup, path))) continue
    await writeStream(to, bytesOf(backup, path))
    brought += 1
  }
  return brought
}

/** Brings lines into a file, behind those that stand there; none is taken away and none comes twice. */
export async function addLines(text: string, to: string): Promise<void> {
  const told = linesIn(text)
  const here = linesIn(await textIn(to))
  const known = new Set(here)
  const more = told.filter((line) => !known.has(line))
  if (more.length === 0) return
  await mkdir(dirname(to), { recursive: true, mode: 0o700 })
  await writeWhole(to, [...here, ...more].map((line) => `${line}\n`).join(''))
}

function linesIn(text: string): readonly string[] {
  return text.split('\n').filter((line) => line !== '')
}

function textIn(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
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
