import { Dexie } from 'dexie'
import { type Disk, DiskTrouble, type Read, type Table, TABLES, type Write } from './disk.ts'
import { type Appended, attempt, troubleOf } from './idbTransaction.ts'

/** Raised when a table is added. Schemas only grow, so an app that was rolled back still opens its rows (W11). */
const VERSION = 1
/** A store of this version or above was changed in a way that this app must not touch. */
const BREAK = 100
const ATTEMPTS = 3

export interface DexieDiskOptions {
  /** Before attempt 2, 3, …, in milliseconds. */
  readonly backoff?: readonly number[]
  /** How long an opening or a transaction may take before the connection counts as lost (or blocked). */
  readonly patience?: number
}

interface Connection {
  readonly dexie: Dexie
  readonly ready: Promise<IDBDatabase>
}

/**
 * The disk in IndexedDB, and the one supervisor of its connection: it opens at the first transaction, reopens what was
 * lost, runs a whole unit of work again (at most three times in all), and always settles. A body may therefore run more than
 * once: it must not count on running once.
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

  const connect = (): Connection => {
    const dexie = new Dexie(name, { autoOpen: false })
    // `++`: keys are given or counted; IndexedDB never counts a number twice, also after rows were deleted.
    dexie.version(VERSION).stores(Object.fromEntries(TABLES.map((table) => [table, '++'])))
    const made: Connection = { dexie, ready: ready(dexie) }
    // Another page upgrades or deletes the store: let go at once, or it waits for ever.
    dexie.on('versionchange', (event) => {
      if (event.newVersion === null) ended ??= 'lost'
      release(made)
      return false
    })
    made.ready.catch(() => undefined)
    return made
  }
  const ready = async (dexie: Dexie): Promise<IDBDatabase> => {
    let blocked = false
    let empty = false
    dexie.on('blocked', () => void (blocked = true))
    dexie.on('populate', () => void (empty = true))
    try {
      await inTime(
        Promise.resolve(dexie.open()),
        patience,
        () => new DiskTrouble(blocked ? 'blocked' : 'lost'),
      )
    } catch (error) {
      throw error instanceof DiskTrouble ? error : new DiskTrouble(troubleOf(error as Error), error)
    }
    // Dexie multiplies versions by ten.
    if (dexie.backendDB().version >= BREAK * 10) throw new DiskTrouble('newer')
    // A store that was there and comes back empty was wiped. Going on would number new rows as if nothing had been.
    if (empty && opened) {
      ended ??= 'lost'
      throw new DiskTrouble('lost')
    }
    opened = true
    return dexie.backendDB()
  }
  const release = (old: Connection) => {
    if (connection === old) connection = undefined
    old.dexie.close()
  }

  const once = async <T>(
    mode: 'readonly' | 'readwrite',
    tables: readonly Table[],
    body: (tx: Write) => Promise<T>,
    earlier: Appended[],
  ): Promise<T> => {
    const used = (connection ??= connect())
    try {
      const running = begin(await used.ready, mode, tables, body, [...earlier])
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
    mode: 'readonly' | 'readwrite',
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
