// Serves the gallery: every part in every state (/parts.html) and the app on invented records (/).
// By hand: node test/browser/gallery/serve.mjs [port]
import { fileURLToPath } from 'node:url'
import { createServer } from 'vite'

const here = fileURLToPath(new URL('.', import.meta.url))
const project = fileURLToPath(new URL('../../..', import.meta.url))

/** A free port is taken where none is asked for. Answers the server, listening. */
export async function serveGallery(port = 0) {
  const server = await createServer({
    configFile: `${project}vite.config.ts`,
    root: here,
    cacheDir: `${project}node_modules/.vite-gallery`,
    logLevel: 'error',
    server: { host: '127.0.0.1', port, hmr: false, fs: { allow: [project] } },
  })
  return server.listen()
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const server = await serveGallery(Number(process.argv[2] ?? 0))
  process.stdout.write(`${server.resolvedUrls?.local[0]}\n`)
}
