const NAME = 'linbian-trial'

/**
 * Writes something small and takes it away again. Private windows and full phones only say no when they are asked to keep
 * something; better before an invitation is used up than after.
 */
export async function keepsWhatIsWritten(): Promise<boolean> {
  try {
    const db = await settled(indexedDB.open(NAME, 1), (opening) => opening.result.createObjectStore('trial'))
    const writing = db.transaction('trial', 'readwrite')
    writing.objectStore('trial').put(new Date().toISOString(), 'at')
    await new Promise<void>((done, failed) => {
      writing.oncomplete = () => done()
      writing.onabort = () => failed(writing.error)
    })
    db.close()
    indexedDB.deleteDatabase(NAME)
    return true
  } catch {
    return false
  }
}

function settled(opening: IDBOpenDBRequest, create: (opening: IDBOpenDBRequest) => void): Promise<IDBDatabase> {
  return new Promise((done, failed) => {
    opening.onupgradeneeded = () => create(opening)
    opening.onsuccess = () => done(opening.result)
    opening.onerror = () => failed(opening.error)
    opening.onblocked = () => failed(new Error('blocked'))
  })
}
