// Serves the gallery: every part in every state (/parts.html) and the app on invented records (every other path).
// By hand, of the sources as they are: node test/browser/gallery/serve.mjs [port]
import { fileURLToPath } from 'node:url'
import { preview } from 'vite'
import { buildGallery } from './build.mjs'

/** The run's own, or the folder given. A free port is taken where none is asked for. Answers the server, listening. */
export function serveGallery(port = 0, folder = process.env.GALLERY) {
  return preview({
    configFile: false,
    logLevel: 'error',
    build: { outDir: folder },
    preview: { host: '127.0.0.1', port },
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = fileURLToPath(new URL('../../../node_modules/.gallery', import.meta.url))
  await buildGallery(folder)
  const server = await serveGallery(Number(process.argv[2] ?? 0), folder)
  process.stdout.write(`${server.resolvedUrls?.local[0]}\n`)
}
