/** A shelf of texts in Cache Storage: other files, other code than IndexedDB, so that one may break without the other. */
export function cacheShelf(name: string) {
  const cacheName = `copy ${name}`
  const addressOf = (key: string) => new URL(`/copy/${encodeURIComponent(key)}`, location.origin).href
  return {
    async put(key: string, text: string): Promise<void> {
      const cache = await caches.open(cacheName)
      await cache.put(addressOf(key), new Response(text))
    },
    async delete(key: string): Promise<void> {
      const cache = await caches.open(cacheName)
      await cache.delete(addressOf(key))
    },
    async list(): Promise<readonly { readonly key: string; readonly text: string }[]> {
      if (!(await caches.has(cacheName))) return []
      const cache = await caches.open(cacheName)
      const entries = await Promise.all(
        (await cache.keys()).map(async (request) => {
          const response = await cache.match(request)
          const key = decodeURIComponent(new URL(request.url).pathname.slice('/copy/'.length))
          return response && { key, text: await response.text() }
        }),
      )
      return entries.filter((entry) => entry !== undefined)
    },
  }
}
