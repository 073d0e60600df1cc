import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { backUp, type BackUpOptions } from '#server/backup/backUp.ts'
import type { Place } from '#server/backup/place.ts'
import { restore, type RestoreOptions } from '#server/backup/restore.ts'
import type { BackedUp } from '#server/backup/shelf.ts'
import { aFolder } from '#test/support/folder.ts'

export const NOON = new Date('2026-03-02T12:00:00+08:00')

/** A whole backup of a data folder, in a folder of its own or in the one given. */
export async function backedUp(
  of: string | Place,
  at = NOON,
  into?: string,
  sealTo: BackUpOptions['sealTo'] = [],
): Promise<BackedUp> {
  const shelf = into ?? join(await aFolder(), 'backups')
  const done = await backUp({ ...placeOf(of), into: shelf, sealTo, version: '9.9.9', now: () => at })
  if (!done.ok) throw new Error(done.refused)
  return done.value
}

/** A restore an hour later, with the operator's word unless said otherwise. */
export function restored(of: string | Place, backup: string, more: Partial<RestoreOptions> = {}) {
  const now = () => new Date(NOON.getTime() + 3600_000)
  return restore({ ...placeOf(of), backup, yes: true, old: false, now, ...more })
}

function placeOf(of: string | Place): Place {
  return typeof of === 'string' ? { dataDir: of } : of
}

export async function namesIn(...path: string[]): Promise<readonly string[]> {
  return existsSync(join(...path)) ? (await readdir(join(...path))).toSorted() : []
}
