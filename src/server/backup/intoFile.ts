import { rename, rm, stat } from 'node:fs/promises'
import { openSqlite } from '#server/log/sqliteDriver.ts'
import { aheadIn, type Here } from './ahead.ts'
import { flushed, namesFlushed } from './files.ts'
import { fill } from './fill.ts'
import type { Manifest } from './manifest.ts'
import type { Source } from './seal.ts'
import { databaseIn } from './place.ts'
import type { Tables } from './tables.ts'

/** A database built beside the present one. */
export interface Beside {
  /** What the present one knows that this one does not. */
  readonly here: Here
  /** Files change places; answers where the one that was there lies now. */
  changeOver(now: Date): Promise<string | undefined>
  /** What was built and has not changed places. */
  remove(): Promise<void>
}

/** @throws when it cannot be built; nothing of it is left then */
export async function buildBeside(dataDir: string, backup: Source, manifest: Manifest): Promise<Beside> {
  const present = databaseIn(dataDir)
  const fresh = `${present}.restoring`
  const remove = () => removeDatabase(fresh)
  await remove()
  try {
    const opened = openSqlite<Tables>(fresh)
    if (!opened.ok) throw new Error(opened.refused)
    let here: Here
    try {
      await fill(opened.value, backup, manifest)
      here = await aheadIn(dataDir, opened.value)
    } finally {
      // Brings everything into the one file.
      await opened.value.destroy()
    }
    if (await exists(`${fresh}-wal`)) throw new Error('the new database is not in one file')
    await flushed(fresh)
    return {
      here,
      remove,
      async changeOver(now) {
        const aside = await asideOf(present, now)
        const was = await exists(present)
        // A log of another file beside the new database would be taken for its own.
        for (const end of ['', '-wal', '-shm']) await moved(`${present}${end}`, `${aside}${end}`)
        await rename(fresh, present)
        await namesFlushed(dataDir)
        return was ? aside : undefined
      },
    }
  } catch (error) {
    await remove()
    throw error
  }
}

/** Takes a file out of use, if it is there, without deleting it. */
export async function moved(from: string, to: string): Promise<void> {
  await rename(from, to).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
  })
}

/** A name under which something goes aside, and nothing lies yet: two restores may come within one second. */
export async function asideOf(path: string, now: Date): Promise<string> {
  const name = `${path}.before-${now.toISOString().slice(0, 19).replaceAll(':', '-')}Z`
  for (let nth = 1; ; nth += 1) {
    const free = nth === 1 ? name : `${name}-${nth}`
    if (!(await exists(free))) return free
  }
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined
}

async function removeDatabase(path: string): Promise<void> {
  for (const end of ['', '-wal', '-shm']) await rm(`${path}${end}`, { force: true })
}
