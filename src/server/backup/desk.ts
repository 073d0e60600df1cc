import { mkdir, readFile, stat, statfs } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ok, type Result, refused } from '#domain/result.ts'
import type { BackupRow, BackupsReply } from '#wire/backups.ts'
import type { OfficeRefusal } from '#wire/refusals.ts'
import { backUp, type BackUpOptions } from './backUp.ts'
import { drill } from './drill.ts'
import { writeWhole } from './files.ts'
import { type BackedUp, backupsIn } from './shelf.ts'

/** What the office may do about backups without the operator: see them, make one, put one back for trial. */
export interface BackupDesk {
  list(): Promise<BackupsReply>
  make(): Promise<Result<BackupRow, OfficeRefusal>>
  tryOut(name: string): Promise<Result<BackupRow, OfficeRefusal>>
}

export interface BackupDeskOptions extends BackUpOptions {
  /** A demonstration: invented people are not backed up, and whoever passes by could fill the disk. */
  readonly off: boolean
}

/** The office looks at the newest; older ones are the operator's. */
const SHOWN = 20
const MINUTE = 60_000

export function backupDesk(options: BackupDeskOptions): BackupDesk {
  const { dataDir, into, now, off } = options
  const trials = join(dataDir, 'journal', 'drills.json')
  const rowOf = ({ path, manifest }: BackedUp, tried: Trials): BackupRow => {
    const name = path.slice(dirname(path).length + 1)
    return {
      name,
      madeAt: manifest.madeAt,
      sealed: manifest.sealedTo !== undefined,
      changes: manifest.tables['log'] ?? 0,
      photos: Object.keys(manifest.files).filter((one) => /\.(jpg|sound)(\.age)?$/.test(one)).length,
      ...(tried[name] !== undefined && { triedAt: tried[name] }),
    }
  }
  return {
    async list() {
      if (off) return { backups: [], apart: false, left: { data: 0, backups: 0 }, off }
      const tried = await readTrials(trials)
      const found = await backupsIn(into)
      const there = await nearest(into)
      return {
        backups: found.slice(0, SHOWN).map((one) => rowOf(one, tried)),
        apart: (await stat(dataDir)).dev !== (await stat(there)).dev,
        left: { data: await leftAt(dataDir), backups: await leftAt(there) },
        off: false,
      }
    },
    async make() {
      if (off) return refused('backupNotMade')
      const last = (await backupsIn(into))[0]
      // Pressed twice, or by two people: what was just made is as good.
      if (last && now().getTime() - Date.parse(last.manifest.madeAt) < MINUTE) return ok(rowOf(last, {}))
      const done = await backUp(options)
      if (done.ok) return ok(rowOf(done.value, {}))
      if (done.refused === 'backupRunning') return refused('backupRunning')
      return refused(done.refused === 'diskFull' ? 'backupFull' : 'backupNotMade')
    },
    async tryOut(name) {
      const found = (off ? [] : await backupsIn(into)).find(({ path }) => path === join(into, name))
      if (!found) return refused('notFound')
      // Its key is not here, and should not be.
      if (found.manifest.sealedTo) return refused('backupSealed')
      const done = await drill(found.path, undefined)
      if (!done.ok) return refused('backupSpoilt')
      const tried = { ...(await readTrials(trials)), [name]: now().toISOString() }
      await mkdir(dirname(trials), { recursive: true, mode: 0o700 })
      await writeWhole(trials, JSON.stringify(tried))
      return ok(rowOf(found, tried))
    },
  }
}

/** When each was put back for trial last, by name. */
type Trials = Readonly<Record<string, string>>

/** A power cut can leave half of it, and then nothing was tried. */
async function readTrials(path: string): Promise<Trials> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Trials
  } catch {
    return {}
  }
}

/** The folder, or where it will be made. */
async function nearest(folder: string): Promise<string> {
  const there = await stat(folder).catch(() => undefined)
  return there || dirname(folder) === folder ? folder : nearest(dirname(folder))
}

async function leftAt(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}
