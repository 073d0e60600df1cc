import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Manifest, PART, readManifest } from './manifest.ts'

/** A whole backup in the folder where they are kept. */
export interface BackedUp {
  readonly path: string
  readonly manifest: Manifest
}

const NAME = /^linbian-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ$/

/** Names sort as times do. */
export function nameAt(instant: Date): string {
  return `linbian-${instant.toISOString().slice(0, 19).replaceAll(':', '-')}Z`
}

/** The whole backups in a folder, the latest first. */
export async function backupsIn(folder: string): Promise<readonly BackedUp[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => NAME.test(name))
  const found: BackedUp[] = []
  for (const name of names.toSorted().toReversed()) {
    const manifest = await readManifest(join(folder, name))
    if (manifest.ok) found.push({ path: join(folder, name), manifest: manifest.value })
  }
  return found
}

/** Where a backup of the server with these keys is written until it is whole. */
export function partOf(path: string, key: string): string {
  return `${path}.${key.slice(0, 8)}${PART}`
}

/** Removes what a backup of this server that was cut off left behind; others may be writing theirs. */
export async function removeParts(folder: string, key: string): Promise<void> {
  const end = partOf('', key)
  for (const name of await readdir(folder)) {
    if (name.endsWith(end) && NAME.test(name.slice(0, -end.length)))
      await rm(join(folder, name), { recursive: true, force: true })
  }
}
