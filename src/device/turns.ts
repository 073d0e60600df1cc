/**
 * Lets one tab at a time do something. Correctness never depends on it: where the browser has no locks, tabs take no
 * turns. A lock is held for one run only, so that a frozen tab does not keep it.
 */
export async function inTurn<T>(name: string, work: () => Promise<T>): Promise<T> {
  if (!('locks' in navigator)) return work()
  return navigator.locks.request(name, work)
}

/** What the worker is woken for. */
export const OUTBOX_SYNC = 'outbox'

/** Asks the browser to wake the worker when the network is back, where it can. Never throws. */
export async function askForBackgroundSync(tag: string): Promise<void> {
  try {
    const registration = (await navigator.serviceWorker.ready) as ServiceWorkerRegistration & {
      readonly sync?: { register(tag: string): Promise<void> }
    }
    await registration.sync?.register(tag)
  } catch {
    // Not offered, or not allowed: the page syncs by itself when it is open.
  }
}
