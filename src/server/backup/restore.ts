import { mkdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Epoch } from '#domain/ids.ts'
import { ok, refused } from '#domain/result.ts'
import { openSqlite } from '#server/log/sqliteDriver.ts'
import { notedEpoch } from '#server/people/note.ts'
import { holdFolder, isWritable, type StoreRefusal } from '#server/store.ts'
import { copyWhole, flushed, namesFlushed } from './files.ts'
import { type Manifest, type ManifestRefusal, proven, readManifest } from './manifest.ts'
import { type Ahead, aheadIn } from './ahead.ts'
import { addLines, bringPhotos } from './photos.ts'
import { readRows } from './rows.ts'
import { type Database, makeTables, type TableName, type Tables } from './tables.ts'
import { wordIn, writePutBack } from './word.ts'

export interface RestoreOptions {
  readonly dataDir: string
  readonly backup: string
  /** The operator's word: what is there now and not in the backup may go out of use. */
  readonly yes: boolean
  /** The operator's word: a backup from before the days that devices keep what they sent. */
  readonly old: boolean
  now(): Date
}

export type RestoreRefusal =
  | ManifestRefusal
  | Exclude<StoreRefusal, 'newerData'>
  | 'otherKeys' // the data folder is another server's
  | 'oldBackup' // from before the days that devices keep what they sent
  | 'newerHere' // the database that is there knows more
  | 'unreadableHere' // the database that is there cannot be asked what it knows
  | 'restoreFull' // the disk is

export interface Restored {
  readonly manifest: Manifest
  /** Where the database that was there lies now. */
  readonly aside: string | undefined
  /** What the devices have to bring back. */
  readonly ahead: readonly Ahead[]
  readonly photos: number
}

/** What stands in the way, and how much the present database knows that the backup does not. */
export interface NotRestored {
  readonly ok: false
  readonly refused: RestoreRefusal
  readonly ahead?: readonly Ahead[]
}

const SENT_LOG = 35 * 24 * 3600 * 1000
const DATABASE = 'linbian.sqlite'

/**
 * Puts a backup in the place of the present database. First all of it is read and the new database is built and counted
 * beside the present one; only then files change places. Nothing is deleted: the present database goes aside under a name
 * with the time, journals are joined, photos are only added. The next start begins another life of the log.
 */
export async function restore(options: RestoreOptions): Promise<{ ok: true; value: Restored } | NotRestored> {
  const { dataDir, backup, now } = options
  const read = await readManifest(backup)
  if (!read.ok) return read
  const manifest = read.value
  const whole = await proven(backup, manifest)
  if (!whole.ok) return whole
  if (now().getTime() - Date.parse(manifest.madeAt) > SENT_LOG && !options.old) return refused('oldBackup')

  if (!(await isWritable(dataDir))) return refused('notWritable')
  const hold = await holdFolder(join(dataDir, 'in-use'))
  if (!hold.ok) return hold.refused === 'newerData' ? refused('broken') : refused(hold.refused)
  const fresh = join(dataDir, `${DATABASE}.restoring`)
  try {
    const keys = await keysIn(dataDir)
    if (keys !== undefined && keys !== manifest.key) return refused('otherKeys')
    const here = await build(fresh, backup, manifest, (copy) => aheadIn(join(dataDir, DATABASE), copy))
    if (here.is === 'unreadable' && !options.yes) return refused('unreadableHere')
    const ahead = here.is === 'read' ? here.ahead : []
    if (ahead.length > 0 && !options.yes) return { ok: false, refused: 'newerHere', ahead }

    const photos = await bringPhotos(backup, dataDir, manifest.files)
    await addLines(join(backup, 'journal', 'office.jsonl'), join(dataDir, 'journal', 'office.jsonl'))
    if (keys === undefined) await bringKeys(backup, dataDir, now())
    const known = [manifest.epoch, here.epoch, await notedEpoch(join(dataDir, 'journal', 'note.json'))]
    const aside = await changeOver(dataDir, fresh, known.toSorted().at(-1) as Epoch, now())
    return ok({ manifest, aside, ahead, photos })
  } catch (error) {
    if (['ENOSPC', 'EDQUOT'].includes((error as NodeJS.ErrnoException).code ?? ''))
      return refused('restoreFull')
    if (/database or disk is full/i.test(String(error))) return refused('restoreFull')
    throw error
  } finally {
    await removeDatabase(fresh)
    await hold.value.letGo()
  }
}

/** The name of the keys of a data folder; none where there are none, or they cannot be read any more. */
async function keysIn(dataDir: string): Promise<string | undefined> {
  const text = await readFile(join(dataDir, 'keys', 'server.json'), 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  try {
    return (JSON.parse(text) as { key: string }).key
  } catch {
    return undefined
  }
}

/** A file that holds no keys any more goes aside like the database. */
async function bringKeys(backup: string, dataDir: string, now: Date): Promise<void> {
  const path = join(dataDir, 'keys', 'server.json')
  await moved(path, beforeNow(path, now))
  await copyWhole(join(backup, 'keys', 'server.json'), path)
}

/**
 * Makes the backup a database again and counts it; answers what `compare` finds out about it.
 * @throws where its rows are not what its manifest says: a defect, since every file is what it was
 */
async function build<T>(
  path: string,
  backup: string,
  manifest: Manifest,
  compare: (db: Database) => Promise<T>,
): Promise<T> {
  await removeDatabase(path)
  const opened = openSqlite<Tables>(path)
  if (!opened.ok) throw new Error(opened.refused)
  const db = opened.value
  try {
    const made = await makeTables(db, manifest.steps)
    if (!made.ok) throw new Error(made.refused)
    for (const [table, rows] of Object.entries(manifest.tables)) {
      const read = await readRows(db, table as TableName, join(backup, 'tables', `${table}.jsonl.gz`))
      if (read !== rows) throw new Error(`${table}: ${read} rows instead of ${rows}`)
    }
    for (const { tenant, head } of manifest.compounds) {
      const row = await db.selectFrom('tenants').select('seq').where('id', '=', tenant).executeTakeFirst()
      if (row?.seq !== head) throw new Error(`${tenant} ends at ${row?.seq} instead of ${head}`)
    }
    return await compare(db)
  } finally {
    // Brings everything into the one file.
    await db.destroy()
  }
}

/** Files change places; a start in between is refused, and the restore can be run again. */
async function changeOver(
  dataDir: string,
  fresh: string,
  latest: Epoch,
  now: Date,
): Promise<string | undefined> {
  const word = wordIn(dataDir)
  await mkdir(dirname(word), { recursive: true, mode: 0o700 })
  await writePutBack(word, { unfinished: true, latest })
  const present = join(dataDir, DATABASE)
  if (await exists(`${fresh}-wal`)) throw new Error('the new database is not in one file')
  await flushed(fresh)
  const aside = beforeNow(present, now)
  const was = await exists(present)
  // A log of another file beside the new database would be taken for its own.
  for (const end of ['', '-wal', '-shm']) await moved(`${present}${end}`, `${aside}${end}`)
  await rename(fresh, present)
  await namesFlushed(dataDir)
  await writePutBack(word, { latest })
  return was ? aside : undefined
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined
}

function beforeNow(path: string, now: Date): string {
  return `${path}.before-${now.toISOString().slice(0, 19).replaceAll(':', '-')}Z`
}

async function moved(from: string, to: string): Promise<void> {
  await rename(from, to).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
  })
}

async function removeDatabase(path: string): Promise<void> {
  for (const end of ['', '-wal', '-shm']) await rm(`${path}${end}`, { force: true })
}
