/** The question a page asks its worker, and the worker's half of the answer. */
export const READY_QUESTION = 'READY_FOR_OFFLINE'

/** Whether every file lies in the cache now. The browser may have dropped one since it was put there. */
export async function allStored(cacheName: string, keys: readonly string[]): Promise<boolean> {
  if (keys.length === 0 || !(await caches.has(cacheName))) return false
  const stored = new Set((await (await caches.open(cacheName)).keys()).map(({ url }) => url))
  return keys.every((key) => stored.has(new URL(key, location.href).href))
}
