import { mkdir, readFile, rename, stat } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import { Readable } from 'node:stream'
import type { Transaction } from 'kysely'
import { ok, type Result, refused } from '#domain/result.ts'
import { holdFolder } from '#server/store.ts'
import { atOneMoment, type DatabaseRefusal, openAsIs, stepsOf } from './database.ts'
import { namesFlushed } from './files.ts'
import { formatOf, type Manifest, writeManifest } from './manifest.ts'
import { savePhotos } from './photos.ts'
import type { Place } from './place.ts'
import { writeRows } from './rows.ts'
import { isOpenKey, type Keeping, save } from './seal.ts'
import { type BackedUp, backupsIn, nameAt, partOf, removeParts } from './shelf.ts'
import { type Database, type Steps, TABLE_NAMES, type Tables } from './tables.ts'

export interface BackUpOptions extends Place {
  /** The folder that gets one folder more. */
  readonly into: string
  /** The public keys (`age1…`) of those who may open it; none: whoever has it may. */
  readonly sealTo: readonly string[]
  /** Of the product. */
  readonly version: string
  now(): Date
}

export type BackUpRefusal =
  | DatabaseRefusal
  | 'sealToInvalid' // whoever is to open it is not named by a public key
  | 'insideData' // what takes the data folder away would take its backups too
  | 'backupRunning'
  | 'backupsNotWritable'
  | 'diskFull'

/**
 * Makes one backup, also while the server runs. Whatever was acknowledged before it begins is in it: the database is read
 * at one moment, and keys, journal and photos after that moment, so that they never know less than the database. Written
 * under a name that no restore takes, and given its own when everything is on the disk.
 */
export async function backUp(options: BackUpOptions): Promise<Result<BackedUp, BackUpRefusal>> {
  const { dataDir, into } = options
  if (`${resolve(into)}${sep}`.startsWith(`${resolve(dataDir)}${sep}`)) return refused('insideData')
  if (!options.sealTo.every(isOpenKey)) return refused('sealToInvalid')
  const opened = await openAsIs(options)
  if (!opened.ok) return opened
  try {
    const steps = await stepsOf(opened.value)
    if (!steps.ok) return steps
    // The lock lies beside the data: where backups are kept may be a share, which has no locks.
    const hold = await holdFolder(join(dataDir, 'backing-up'))
    if (!hold.ok) return refused('backupRunning')
    try {
      return await intoPart(opened.value, steps.value, options)
    } finally {
      await hold.value.letGo()
    }
  } catch (error) {
    const why = refusalOf(error)
    if (why) return refused(why)
    throw error
  } finally {
    await opened.value.destroy()
  }
}

async function intoPart(
  db: Database,
  steps: Steps,
  options: BackUpOptions,
): Promise<Result<BackedUp, BackUpRefusal>> {
  const { dataDir, into, now } = options
  const keys = await readFile(join(dataDir, 'keys', 'server.json'), 'utf8')
  const { key } = JSON.parse(keys) as { key: string }
  await mkdir(into, { recursive: true, mode: 0o700 })
  await removeParts(into, key)
  const path = join(into, nameAt(now()))
  // Two in one second: the first is as good.
  if (await stat(path).catch(() => undefined)) return refused('backupRunning')

  const part = partOf(path, key)
  const keeping: Keeping = { folder: part, to: options.sealTo }
  try {
    const saved = await saveTables(db, keeping, now)
    const files = { ...saved.files, ...(await saveBeside(dataDir, keeping, keys)) }
    const last = (await backupsIn(into))[0]
    Object.assign(files, await savePhotos(join(dataDir, 'photos'), keeping, last))
    const { version } = options
    const manifest: Manifest = { ...formatOf(options.sealTo), version, key, steps, ...saved.told, files }
    await writeManifest(part, manifest)
    await rename(part, path)
    await namesFlushed(into)
    return ok({ path, manifest })
  } finally {
    await removeParts(into, key)
  }
}

async function saveTables(db: Database, keeping: Keeping, now: () => Date) {
  await mkdir(join(keeping.folder, 'tables'), { recursive: true, mode: 0o700 })
  return atOneMoment(db, async (tx) => {
    const head = await headOf(tx)
    const madeAt = now().toISOString()
    const there = new Set((await tx.introspection.getTables()).map(({ name }) => name))
    const tables: Record<string, number> = {}
    const files: Record<string, string> = {}
    for (const table of TABLE_NAMES.filter((name) => there.has(name))) {
      const { rows, name, sha256 } = await writeRows(tx, table, keeping)
      tables[table] = rows
      files[name] = sha256
    }
    await namesFlushed(join(keeping.folder, 'tables'))
    return { told: { madeAt, ...head, tables }, files }
  })
}

/** Where each compound stands at the moment that is read. */
async function headOf(tx: Transaction<Tables>): Promise<Pick<Manifest, 'epoch' | 'compounds'>> {
  const epoch = await tx.selectFrom('meta').select('value').where('key', '=', 'epoch').executeTakeFirst()
  const tenants = await tx.selectFrom('tenants').selectAll().orderBy('id').execute()
  const names = await tx.selectFrom('compounds').select(['tenant', 'name']).execute()
  return {
    epoch: epoch?.value ?? '',
    compounds: tenants.map(({ id, seq }) => ({
      tenant: id,
      name: names.find(({ tenant }) => tenant === id)?.name ?? id,
      head: seq,
    })),
  }
}

/** What lies beside the database. Without the keys nobody opens what devices have sealed, so a backup has them. */
async function saveBeside(
  dataDir: string,
  keeping: Keeping,
  keys: string,
): Promise<Readonly<Record<string, string>>> {
  const journal = await readFile(join(dataDir, 'journal', 'office.jsonl'), 'utf8').catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return ''
      throw error
    },
  )
  const texts = {
    'keys/server.json': keys,
    // A line that is just being written belongs to an act that is not answered yet.
    'journal/office.jsonl': journal.slice(0, journal.lastIndexOf('\n') + 1),
  }
  const files: Record<string, string> = {}
  for (const [file, text] of Object.entries(texts)) {
    const kept = await save(keeping, file, Readable.from([Buffer.from(text)]))
    files[kept.name] = kept.sha256
    await namesFlushed(join(keeping.folder, dirname(file)))
  }
  return files
}

function refusalOf(error: unknown): BackUpRefusal | undefined {
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'diskFull'
  if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'].includes(code ?? '')) return 'backupsNotWritable'
  return /malformed|not a database/i.test(message) ? 'broken' : undefined
}
