import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Epoch } from '#domain/ids.ts'
import { ok, refused } from '#domain/result.ts'
import { noted } from '#server/people/note.ts'
import { holdFolder, isWritable, type StoreRefusal } from '#server/store.ts'
import { type Ahead, aheadByNote, type Here } from './ahead.ts'
import { openAsIs, stepsOf } from './database.ts'
import { writeStream } from './files.ts'
import { fill } from './fill.ts'
import { asideOf, buildBeside, moved } from './intoFile.ts'
import type { Manifest } from './manifest.ts'
import { addLines, bringPhotos } from './photos.ts'
import type { Place } from './place.ts'
import { bytesOf, type Source, textOf } from './seal.ts'
import { openBackup, type SourceRefusal } from './source.ts'
import type { Database } from './tables.ts'
import { type PutBack, wordIn, writePutBack } from './word.ts'

export interface RestoreOptions extends Place {
  readonly backup: string
  /** The secret key of a sealed one. */
  readonly key?: string | undefined
  /** The operator's word: what is there now and not in the backup may go out of use. */
  readonly yes: boolean
  /** The operator's word: a backup from before the days that devices keep what they sent. */
  readonly old: boolean
  now(): Date
}

export type RestoreRefusal =
  | SourceRefusal
  | Exclude<StoreRefusal, 'newerData'>
  | 'otherKeys' // the data folder is another server's
  | 'oldBackup' // from before the days that devices keep what they sent
  | 'newerHere' // the database that is there knows more
  | 'unreadableHere' // the database that is there cannot be asked what it knows
  | 'databaseNotEmpty' // a PostgreSQL with something in it: a restore fills an empty one
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

/** A backup that is whole, and a way to read it. */
interface Opened {
  readonly manifest: Manifest
  readonly source: Source
}

type Done = { readonly ok: true; readonly value: Restored } | NotRestored

const SENT_LOG = 35 * 24 * 3600 * 1000

/**
 * Puts a backup in the place of the present database. All of it is read and the new database is built and counted first;
 * only then something changes places. Nothing is deleted: a database file goes aside under a name with the time, a
 * PostgreSQL that is filled has to be an empty one, journals are joined, photos are only added. The next start begins
 * another life of the log.
 */
export async function restore(options: RestoreOptions): Promise<Done> {
  const { dataDir, now } = options
  const opened = await openBackup(options.backup, options.key)
  if (!opened.ok) return opened
  const backup = opened.value
  const { manifest } = backup
  if (now().getTime() - Date.parse(manifest.madeAt) > SENT_LOG && !options.old) return refused('oldBackup')

  if (!(await isWritable(dataDir))) return refused('notWritable')
  const hold = await holdFolder(join(dataDir, 'in-use'))
  if (!hold.ok) return hold.refused === 'newerData' ? refused('broken') : refused(hold.refused)
  try {
    const keys = await keysIn(dataDir)
    if (keys !== undefined && keys !== manifest.key) return refused('otherKeys')
    return await (options.databaseUrl === undefined
      ? intoFile(options, backup, keys === undefined)
      : intoPostgres(options, backup, keys === undefined))
  } catch (error) {
    const isFull = ['ENOSPC', 'EDQUOT'].includes((error as NodeJS.ErrnoException).code ?? '')
    if (isFull || /disk is full|no space left/i.test(String(error))) return refused('restoreFull')
    throw error
  } finally {
    await hold.value.letGo()
  }
}

async function intoFile(
  options: RestoreOptions,
  { manifest, source }: Opened,
  bringsKeys: boolean,
): Promise<Done> {
  const { dataDir, now } = options
  const beside = await buildBeside(dataDir, source, manifest)
  try {
    const ahead = aheadOrWhy(beside.here, options.yes)
    if (!ahead.ok) return ahead
    const photos = await bringFiles(options, source, bringsKeys)
    const word = await wordFor(dataDir, manifest, beside.here)
    // A start in between is refused, and the restore can be run again.
    await writePutBack(wordIn(dataDir), { ...word, unfinished: true })
    const aside = await beside.changeOver(now())
    await writePutBack(wordIn(dataDir), word)
    return ok({ manifest, aside, ahead: ahead.value, photos })
  } finally {
    await beside.remove()
  }
}

/** The one that was there is another database, which nobody touches. */
async function intoPostgres(
  options: RestoreOptions,
  { manifest, source }: Opened,
  bringsKeys: boolean,
): Promise<Done> {
  const { dataDir } = options
  const opened = await openAsIs(options)
  if (!opened.ok) {
    const why = opened.refused
    return refused(why === 'nothingHere' || why === 'newerData' ? 'databaseAway' : why)
  }
  try {
    if (!(await isEmpty(opened.value))) return refused('databaseNotEmpty')
    const here = await aheadByNote(join(dataDir, 'journal', 'note.json'), manifest)
    const ahead = aheadOrWhy(here, options.yes)
    if (!ahead.ok) return ahead
    const word = await wordFor(dataDir, manifest, here)
    await writePutBack(wordIn(dataDir), { ...word, unfinished: true })
    await fill(opened.value, source, manifest)
    const photos = await bringFiles(options, source, bringsKeys)
    await writePutBack(wordIn(dataDir), word)
    return ok({ manifest, aside: undefined, ahead: ahead.value, photos })
  } finally {
    await opened.value.destroy()
  }
}

async function isEmpty(db: Database): Promise<boolean> {
  const steps = await stepsOf(db)
  return !steps.ok && steps.refused === 'nothingHere'
}

function aheadOrWhy(
  here: Here,
  yes: boolean,
): { readonly ok: true; readonly value: readonly Ahead[] } | NotRestored {
  if (here.is === 'unreadable' && !yes) return refused('unreadableHere')
  const ahead = here.is === 'read' ? here.ahead : []
  return ahead.length > 0 && !yes ? { ok: false, refused: 'newerHere', ahead } : ok(ahead)
}

/** What lies beside the database; only added to, so it can be done twice. Answers how many photos came. */
async function bringFiles(
  { dataDir, now }: RestoreOptions,
  backup: Source,
  bringsKeys: boolean,
): Promise<number> {
  const photos = await bringPhotos(backup, dataDir)
  await addLines(await textOf(backup, 'journal/office.jsonl'), join(dataDir, 'journal', 'office.jsonl'))
  if (bringsKeys) await bringKeys(backup, dataDir, now())
  return photos
}

async function wordFor(dataDir: string, manifest: Manifest, here: Here): Promise<PutBack> {
  await mkdir(join(dataDir, 'journal'), { recursive: true, mode: 0o700 })
  const note = await noted(join(dataDir, 'journal', 'note.json'))
  return { latest: [manifest.epoch, here.epoch, note.epoch].toSorted().at(-1) as Epoch }
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
async function bringKeys(backup: Source, dataDir: string, now: Date): Promise<void> {
  const path = join(dataDir, 'keys', 'server.json')
  await moved(path, await asideOf(path, now))
  await writeStream(path, bytesOf(backup, 'keys/server.json'))
}
