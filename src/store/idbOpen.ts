import { TABLES } from './disk.ts'

/** Raised when a table is added. Schemas only grow, so an app that was rolled back still opens its rows (W11). */
const VERSION = 2
/** A store of this version or above was changed in a way that this app must not touch. */
const BREAK = 100
/** Dexie multiplies versions by ten. */
const DEXIES = 10

/**
 * Opens a database as it stands; undefined where there is none. Looking creates nothing: the upgrade that IndexedDB
 * begins for an unknown name is taken back. So a start waits for no library; Dexie comes only to make or lift a database.
 */
export function openAsItIs(name: string): Promise<IDBDatabase | undefined> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name)
    let absent = false
    request.addEventListener('upgradeneeded', () => {
      absent = true
      request.transaction?.abort()
    })
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => (absent ? resolve(undefined) : reject(request.error)))
  })
}

/** Whether the database has this version, or a later one, with every table. */
export function isCurrent(connection: IDBDatabase): boolean {
  const there = connection.objectStoreNames
  return connection.version >= VERSION * DEXIES && TABLES.every((table) => there.contains(table))
}

export function isTooNew(connection: IDBDatabase): boolean {
  return connection.version >= BREAK * DEXIES
}

/** Makes the database, or lifts an older one. `blocked` is told where another page holds the older one open. */
export async function makeCurrent(name: string, blocked: () => void): Promise<void> {
  const { Dexie } = await import('dexie')
  const dexie = new Dexie(name, { autoOpen: false })
  // `++`: keys are given or counted; IndexedDB never counts a number twice, also after rows were deleted.
  dexie.version(VERSION).stores(Object.fromEntries(TABLES.map((table) => [table, '++'])))
  dexie.on('blocked', blocked)
  try {
    await dexie.open()
  } finally {
    dexie.close()
  }
}
