/// <reference lib="webworker" />
import { clientsClaim } from 'workbox-core'
import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  getCacheKeyForURL,
  precacheAndRoute,
} from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'
import { OUTBOX_SYNC } from '#device/turns.ts'
import { besides } from '#store/idbNames.ts'
import { sendFrom } from '#boot/elsewhere.ts'

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
// The page's first question will be what its database holds: that is woken while the page is still on its way.
self.addEventListener('fetch', ({ request }) => {
  if (request.mode === 'navigate') void indexedDB.databases?.().catch(() => undefined)
})
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('/index.html'), {
    denylist: [/^\/api\//, /^\/gongshi(?:\/|$)/],
  }),
)

self.addEventListener('message', (event) => {
  const type = (event.data as { type?: unknown } | null)?.type
  if (type === 'SKIP_WAITING') void self.skipWaiting()
  if (type === 'CLAIM') event.waitUntil(self.clients.claim())
  if (type === 'IS_STORED') event.waitUntil(isStored().then((stored) => event.ports[0]?.postMessage(stored)))
})

/** Background Sync, where the browser has it: the network came back while no page was open. */
interface SyncEvent extends ExtendableEvent {
  readonly tag: string
}

self.addEventListener('sync', (event) => {
  const { tag } = event as SyncEvent
  if (tag === OUTBOX_SYNC) (event as SyncEvent).waitUntil(sendFromHere())
})

/** A round from each disk of this browser, whichever compound was looked at last. Throws to be woken again. */
async function sendFromHere(): Promise<void> {
  const disks = [undefined, ...((await besides()) ?? [])]
  const ends = await Promise.allSettled(disks.map((beside) => sendFrom(beside)))
  for (const end of ends) {
    if (end.status === 'rejected') throw end.reason
    if (end.value === 'noLink') throw new Error('no link')
  }
}

/** Whether every file of this build is here, so that "ready for offline" is only said when it is true. */
async function isStored(): Promise<boolean> {
  const keys = entries.map(({ url }) => getCacheKeyForURL(url))
  const found = await Promise.all(keys.map(async (key) => key !== undefined && (await caches.match(key))))
  return found.every(Boolean)
}
