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
      writing.addEventListener('complete', () => done())
      writing.addEventListener('abort', () => failed(writing.error))
    })
    db.close()
    indexedDB.deleteDatabase(NAME)
    return true
  } catch {
    return false
  }
}

function settled(
  opening: IDBOpenDBRequest,
  create: (opening: IDBOpenDBRequest) => void,
): Promise<IDBDatabase> {
  return new Promise((done, failed) => {
    opening.addEventListener('upgradeneeded', () => create(opening))
    opening.addEventListener('success', () => done(opening.result))
    opening.addEventListener('error', () => failed(opening.error))
    opening.addEventListener('blocked', () => failed(new Error('blocked')))
  })
}
