import { type Disk, DiskTrouble, type Read, type Table, type Write } from './disk.ts'
import { isCurrent, isTooNew, makeCurrent, openAsItIs } from './idbOpen.ts'
import { type Appended, attempt, troubleOf } from './idbTransaction.ts'

const ATTEMPTS = 3

export interface DexieDiskOptions {
  /** Before attempt 2, 3, …, in milliseconds. */
  readonly backoff?: readonly number[]
  /** How long an opening or a transaction may take before the connection counts as lost (or blocked). */
  readonly patience?: number
}

type Mode = 'readonly' | 'readwrite'

/** Undefined: there is no database, and it was opened to be read only. */
interface Connection {
  readonly opening: Promise<IDBDatabase | undefined>
  /** The same, within the patience. */
  readonly ready: Promise<IDBDatabase | undefined>
}

/** What is read where no database was made yet. */
const NOTHING: Write = {
  get: async () => undefined,
  range: async () => [],
  put: nothingKept,
  append: nothingKept,
  delete: nothingKept,
}

function refuseNewer(here: IDBDatabase | undefined): void {
  if (!here || !isTooNew(here)) return
  here.close()
  throw new DiskTrouble('newer')
}

function nothingKept(): never {
  throw new Error('a read does not write')
}

/**
 * The disk in IndexedDB, and the one supervisor of its connection: it opens at the first transaction (reading makes no
 * database), reopens what was lost, runs a whole unit of work again (at most three times in all), and always settles.
 * A body may therefore run more than once: it must not count on running once.
 */
export function dexieDisk(name: string, options: DexieDiskOptions = {}): Disk {
  const { backoff = [50, 400], patience = 15_000 } = options
  const watchers = new Map<() => void, Table>()
  const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(`disk ${name}`)
  let connection: Connection | undefined
  let opened = false
  /** Set once there is no way back: closed by us, or the rows were deleted under us. */
  let ended: 'closed' | 'lost' | undefined

  if (channel) {
    channel.addEventListener('message', ({ data }: MessageEvent<readonly Table[]>) => {
      for (const [moved, table] of watchers) if (data.includes(table)) moved()
    })
    // Where channels keep a process alive (tests), this one does not.
    if ('unref' in channel && typeof channel.unref === 'function') channel.unref()
  }

  /** Written tables that other tabs have not heard of: told in the next turn, so that a tap does not wait for it. */
  const news = new Set<Table>()
  const tell = (moved: Iterable<Table>) => {
    const planned = news.size > 0
    for (const table of moved) news.add(table)
    if (!planned && news.size > 0) setTimeout(tellNow)
  }
  const tellNow = () => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no other origin to speak to
    if (news.size > 0 && ended !== 'closed') channel?.postMessage([...news])
    news.clear()
  }

  const connect = (mode: Mode): Connection => {
    const progress = { blocked: false }
    const opening = open(mode, progress)
    const ready = inTime(opening, patience, () => new DiskTrouble(progress.blocked ? 'blocked' : 'lost'))
    ready.catch(() => undefined)
    const made: Connection = { opening, ready }
    opening.then(
      // Another page upgrades or deletes the store: let go at once, or it waits for ever.
      (here) =>
        here?.addEventListener('versionchange', ({ newVersion }) => {
          if (newVersion === null) ended ??= 'lost'
          release(made)
        }),
      () => undefined,
    )
    return made
  }
  const open = async (mode: Mode, progress: { blocked: boolean }): Promise<IDBDatabase | undefined> => {
    try {
      let here = await openAsItIs(name)
      // A store that was there and is gone was wiped. Going on would number new rows as if nothing had been.
      if (!here && opened) {
        ended ??= 'lost'
        throw new DiskTrouble('lost')
      }
      if (!here && mode === 'readonly') return undefined
      // Before anything is made in it: what a newer version keeps there stays as it is.
      refuseNewer(here)
      if (!here || !isCurrent(here)) {
        here?.close()
        await makeCurrent(name, () => void (progress.blocked = true))
        here = await openAsItIs(name)
        refuseNewer(here)
      }
      if (!here) throw new DiskTrouble('lost')
      opened = true
      return here
    } catch (error) {
      throw error instanceof DiskTrouble ? error : new DiskTrouble(troubleOf(error as Error), error)
    }
  }
  const release = (old: Connection) => {
    if (connection === old) connection = undefined
    // Also one that comes too late.
    old.opening.then(
      (here) => here?.close(),
      () => undefined,
    )
  }

  const once = async <T>(
    mode: Mode,
    tables: readonly Table[],
    body: (tx: Write) => Promise<T>,
    earlier: Appended[],
  ): Promise<T> => {
    let used = (connection ??= connect(mode))
    try {
      let here = await used.ready
      if (!here) {
        release(used)
        if (mode === 'readonly') return await body(NOTHING)
        // What was opened to be read only was not made.
        used = connection ??= connect(mode)
        here = await used.ready
        if (!here) throw new DiskTrouble('lost')
      }
      const running = begin(here, mode, tables, body, [...earlier])
      try {
        const value = await inTime(running.end, patience, () => {
          running.abandon()
          return new DiskTrouble('lost')
        })
        tell(running.moved)
        return value
      } finally {
        earlier.push(...running.appended)
      }
    } catch (error) {
      if (error instanceof DiskTrouble && error.trouble !== 'full') release(used)
      throw error
    }
  }

  const run = async <T>(
    mode: Mode,
    tables: readonly Table[],
    body: (tx: Write) => Promise<T>,
  ): Promise<T> => {
    const earlier: Appended[] = []
    for (let tries = 1; ; tries++) {
      if (ended) throw new DiskTrouble(ended)
      try {
        return await once(mode, tables, body, earlier)
      } catch (error) {
        if (ended) throw new DiskTrouble(ended, error)
        const lost = error instanceof DiskTrouble && error.trouble === 'lost'
        if (!lost || tries === ATTEMPTS) throw error
        await pause(backoff[tries - 1] ?? 0)
      }
    }
  }

  return {
    read: <T>(tables: readonly Table[], body: (tx: Read) => Promise<T>) => run('readonly', tables, body),
    write: (tables, body) => run('readwrite', tables, body),
    watch(table, moved) {
      // A function of its own, so that the same listener may watch twice.
      const told = () => moved()
      watchers.set(told, table)
      return () => void watchers.delete(told)
    },
    close() {
      if (ended === 'closed') return
      tellNow()
      ended = 'closed'
      watchers.clear()
      channel?.close()
      if (connection) release(connection)
    },
  }
}

/** Opening a transaction on a dying connection throws at once; it is the same trouble as one that dies later. */
function begin<T>(...args: Parameters<typeof attempt<T>>): ReturnType<typeof attempt<T>> {
  try {
    return attempt(...args)
  } catch (error) {
    throw new DiskTrouble(troubleOf(error as Error), error)
  }
}

function inTime<T>(work: Promise<T>, patience: number, trouble: () => Error): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(trouble()), patience)
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
