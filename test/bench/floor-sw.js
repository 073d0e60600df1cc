const KEPT = 'floor'
self.addEventListener('install', (event) => event.waitUntil(caches.open(KEPT).then((kept) => kept.add('/'))))
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))
self.addEventListener('fetch', (event) => {
  if (event.request.mode === 'navigate') event.respondWith(caches.match('/'))
})
