import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ok, type Result } from '#domain/result.ts'
import { openSqlite } from '#server/log/sqliteDriver.ts'
import { fill } from './fill.ts'
import type { Manifest } from './manifest.ts'
import { openBackup, type SourceRefusal } from './source.ts'
import type { Tables } from './tables.ts'

/**
 * Puts a backup back for trial, where nobody works with it: a database is built from it and counted, and is gone again. The
 * present one is not touched, and whoever runs it need not stop.
 *
 * @throws where its rows are not what its manifest says
 */
export async function drill(
  folder: string,
  key: string | undefined,
): Promise<Result<Manifest, SourceRefusal>> {
  const opened = await openBackup(folder, key)
  if (!opened.ok) return opened
  const { manifest, source } = opened.value
  const trial = await mkdtemp(join(tmpdir(), 'linbian-drill-'))
  try {
    const db = openSqlite<Tables>(join(trial, 'trial.sqlite'))
    if (!db.ok) throw new Error(db.refused)
    try {
      await fill(db.value, source, manifest)
    } finally {
      await db.value.destroy()
    }
    return ok(manifest)
  } finally {
    await rm(trial, { recursive: true, force: true })
  }
}
