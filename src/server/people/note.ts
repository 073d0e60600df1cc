import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Epoch, TenantId } from '#domain/ids.ts'
import { writeWhole } from '#server/backup/files.ts'
import type { Log } from '#server/log/log.ts'
import type { Store } from '#server/store.ts'

/** How far the log was, kept outside the database: a database that is behind it is an older copy (W7). */
interface Note {
  readonly epoch: Epoch
  /** Server time of the last change noted. */
  readonly at: string
  readonly seqs: Readonly<Record<TenantId, number>>
  /** The highest spoken number that was given; absent in notes of earlier versions. */
  readonly number?: number
}

export interface Noted {
  /** Writes down which life the log is in, and how far a tenant's is. Notes that come while one is written are put together. */
  note(tenant?: TenantId): void
  /** Resolves when everything noted is written. */
  settled(): Promise<void>
}

export type Restored =
  | 'no' // the database is as far as the note, or further
  | 'behind' // some changes are missing: devices still have them
  | 'old' // older than what devices keep of what they sent

/** Devices keep what they sent for 35 days of server time. */
const SENT_LOG = 35 * 24 * 3600 * 1000

/**
 * Compares the database with the note. A database with a log but without a note was brought from elsewhere: it counts as
 * behind. `latest` is the last life of the log that is known, `heard` the highest number that people may have heard.
 */
export async function whetherRestored(
  path: string,
  log: Log,
): Promise<{ readonly is: Restored; readonly latest: Epoch; readonly heard: number }> {
  const note = await readNote(path)
  const epoch = await log.epoch()
  const latest = note && note.epoch > epoch ? note.epoch : epoch
  return { is: await compared(note, epoch, log), latest, heard: note?.number ?? 0 }
}

/** Which life of the log a note knows, and how far; nothing without one. */
export async function noted(path: string): Promise<Pick<Note, 'epoch' | 'at' | 'seqs'>> {
  return (await readNote(path)) ?? { epoch: '' as Epoch, at: '', seqs: {} }
}

async function compared(note: Note | undefined, epoch: Epoch, log: Log): Promise<Restored> {
  const tenants = await log.tenants()
  if (!note) return tenants.length > 0 ? 'behind' : 'no'
  // A later life than the note's has begun since it was written: devices are told already.
  const behind = { is: epoch < note.epoch, last: '' }
  for (const [tenant, seq] of Object.entries(note.seqs) as [TenantId, number][]) {
    const { head, at } = await lastOf(log, tenant)
    if (epoch === note.epoch && head < seq) behind.is = true
    if (at > behind.last) behind.last = at
  }
  if (!behind.is) return 'no'
  return Date.parse(note.at) - Date.parse(behind.last || note.at) > SENT_LOG ? 'old' : 'behind'
}

/**
 * `failed` hears of a note that could not be written; the log itself is safe without it. Several processes of one database
 * write one note: each `alone`, on top of what stands there, so that it only ever tells of more.
 */
export function openNote(
  path: string,
  log: Log,
  alone: Store['alone'],
  now: () => Date,
  failed: (error: unknown) => void,
): Noted {
  const moved = new Set<TenantId>()
  // A process whose connection is cut has lost its turn and does not know yet.
  const beside = `${path}.${randomUUID()}`
  let again = false
  let writing: Promise<void> | undefined

  const write = async () => {
    const there = await readNote(path)
    const epoch = await log.epoch()
    // A database that was put back under a running server: the next start has to see it.
    if (there && there.epoch > epoch) return
    const same = there?.epoch === epoch
    const tenants = same ? [...moved] : await log.tenants()
    moved.clear()
    const seqs: Record<TenantId, number> = same ? { ...there.seqs } : {}
    for (const tenant of tenants) seqs[tenant] = Math.max(seqs[tenant] ?? 0, (await lastOf(log, tenant)).head)
    const number = Math.max(there?.number ?? 0, await log.highestNumber())
    const note: Note = { epoch, at: now().toISOString(), seqs, number }
    await writeWhole(path, JSON.stringify(note), beside)
  }
  const start = () => {
    again = true
    writing ??= (async () => {
      while (again) {
        again = false
        await alone('note', write)
      }
    })()
      .catch(failed)
      .finally(() => {
        writing = undefined
        if (again) start()
      })
  }
  start()
  return {
    note(tenant) {
      if (tenant !== undefined) moved.add(tenant)
      start()
    },
    async settled() {
      await writing
    },
  }
}

/** Another life, later than any known one also when the clock was set back: time of start, then chance. */
export function epochAfter(latest: Epoch | undefined, now: Date, chance: string): Epoch {
  const epoch = `${now.toISOString()} ${chance}` as Epoch
  if (latest === undefined || epoch > latest) return epoch
  const instant = new Date(Date.parse(latest.slice(0, latest.indexOf(' '))) + 1)
  return `${instant.toISOString()} ${chance}` as Epoch
}

/** A power cut can leave half a note: it is none, and the database counts as brought from elsewhere. */
async function readNote(path: string): Promise<Note | undefined> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  try {
    return JSON.parse(text) as Note
  } catch {
    return undefined
  }
}

function lastOf(log: Log, tenant: TenantId): Promise<{ head: number; at: string }> {
  return log.transact(tenant, async (tx) => {
    const head = await tx.head()
    const [row] = await tx.rows(head - 1, head)
    return { head, at: row?.receivedAt ?? '' }
  })
}
