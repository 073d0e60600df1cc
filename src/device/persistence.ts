/** Whether this page can keep anything at all. Without https a browser gives neither a worker nor ciphers. */
export type CanKeep = 'yes' | 'noSecureContext' | 'noStorage'

export function canKeep(): CanKeep {
  if (!isSecureContext || !('subtle' in crypto)) return 'noSecureContext'
  return 'indexedDB' in globalThis && 'caches' in globalThis && 'serviceWorker' in navigator
    ? 'yes'
    : 'noStorage'
}

/** `unknown`: the browser does not say. It may then take the storage back when it runs short of room. */
export type Kept = 'kept' | 'notKept' | 'unknown'

/**
 * Asks the browser not to take the storage back. To be called inside a person's gesture, after their first save: some
 * browsers ask them, others judge by how the app is used.
 */
export async function askToKeep(): Promise<Kept> {
  return told(() => navigator.storage.persist())
}

async function told(ask: () => Promise<boolean>): Promise<Kept> {
  try {
    return (await ask()) ? 'kept' : 'notKept'
  } catch {
    return 'unknown'
  }
}

/** Told before the person types, so that nobody writes a page that cannot be kept. */
export interface Room {
  readonly is:
    | 'plenty'
    | 'scarce' // sync and free some soon
    | 'textOnly' // photos are refused, text is still kept
    | 'unknown'
  /** Bytes that the browser believes are left; an estimate, padded by some. */
  readonly left?: number
}

const MB = 1024 * 1024
/** Some two hundred photos. */
const SCARCE = 50 * MB
/** Room for weeks of text: photos must not take it. */
const TEXT_ONLY = 10 * MB

export async function roomLeft(): Promise<Room> {
  try {
    return roomOf(await navigator.storage.estimate())
  } catch {
    return { is: 'unknown' }
  }
}

export function roomOf({ usage, quota }: { readonly usage?: number; readonly quota?: number }): Room {
  if (usage === undefined || !quota) return { is: 'unknown' }
  const left = Math.max(0, quota - usage)
  return { is: left < TEXT_ONLY ? 'textOnly' : left < SCARCE ? 'scarce' : 'plenty', left }
}
