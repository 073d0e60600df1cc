/// <reference lib="webworker" />
import { clientsClaim } from 'workbox-core'
import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  getCacheKeyForURL,
  precacheAndRoute,
} from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'

declare const self: ServiceWorkerGlobalScope & {
  readonly __WB_MANIFEST: readonly { url: string; revision: string | null }[]
}

/**
 * Serves the app from its own copy: every chunk of one build together, and the shell for every address of the app.
 * Answers of the server are never kept here. A new version waits until the person says so.
 */
const entries = [...self.__WB_MANIFEST]
precacheAndRoute(entries)
cleanupOutdatedCaches()
// The first worker serves the page that brought it at once, so that "ready for offline" is true without another start.
clientsClaim()
registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: [/^\/api\//] }))

self.addEventListener('message', (event) => {
  const type = (event.data as { type?: unknown } | null)?.type
  if (type === 'SKIP_WAITING') void self.skipWaiting()
  if (type === 'IS_STORED') event.waitUntil(isStored().then((stored) => event.ports[0]?.postMessage(stored)))
})

/** Whether every file of this build is here, so that "ready for offline" is only said when it is true. */
async function isStored(): Promise<boolean> {
  const keys = entries.map(({ url }) => getCacheKeyForURL(url))
  const found = await Promise.all(keys.map(async (key) => key !== undefined && (await caches.match(key))))
  return found.every(Boolean)
}
