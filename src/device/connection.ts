/**
 * What the browser believes of the network: a reason to try now, never a reason not to. A phone in a captive portal is
 * "online", and some tablets stay "offline" behind a working cable.
 */
export function seemsOnline(): boolean {
  return navigator.onLine
}

/** Tells each time the browser believes something else. Answers the way to stop. */
export function onConnection(told: (seemsOnline: boolean) => void): () => void {
  const online = () => told(true)
  const offline = () => told(false)
  addEventListener('online', online)
  addEventListener('offline', offline)
  return () => {
    removeEventListener('online', online)
    removeEventListener('offline', offline)
  }
}

/** Tells when the app comes back before the eyes, also out of the browser's memory. Answers the way to stop. */
export function onVisible(told: () => void): () => void {
  const changed = () => {
    if (document.visibilityState === 'visible') told()
  }
  document.addEventListener('visibilitychange', changed)
  addEventListener('pageshow', changed)
  return () => {
    document.removeEventListener('visibilitychange', changed)
    removeEventListener('pageshow', changed)
  }
}
