/** A server that comes back is not asked by all at once: within so many milliseconds. */
const SPREAD_MS = 2000

/**
 * Listens for "something moved" while the page is looked at. A hint only: everything works when it never comes, and a
 * proxy that holds it back costs nothing but a minute. A line that broke and is there again is told too: what moved meanwhile
 * was told to nobody. Answers the way to stop.
 */
export function onNews(path: string, event: string, told: () => void): () => void {
  let source: EventSource | undefined
  let broken = false
  const listen = () => {
    source?.close()
    source = undefined
    if (document.visibilityState !== 'visible') return
    source = new EventSource(path)
    source.addEventListener(event, told)
    source.addEventListener('error', () => (broken = true))
    source.addEventListener('open', () => {
      if (broken) setTimeout(told, Math.random() * SPREAD_MS)
      broken = false
    })
  }
  document.addEventListener('visibilitychange', listen)
  listen()
  return () => {
    document.removeEventListener('visibilitychange', listen)
    source?.close()
  }
}
