/**
 * Listens for "something moved" while the page is looked at. A hint only: everything works when it never comes, and a
 * proxy that holds it back costs nothing but a minute. Answers the way to stop.
 */
export function onNews(path: string, event: string, told: () => void): () => void {
  let source: EventSource | undefined
  const listen = () => {
    source?.close()
    source = undefined
    if (document.visibilityState !== 'visible') return
    source = new EventSource(path)
    source.addEventListener(event, told)
  }
  document.addEventListener('visibilitychange', listen)
  listen()
  return () => {
    document.removeEventListener('visibilitychange', listen)
    source?.close()
  }
}
