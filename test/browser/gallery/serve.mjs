// Serves the gallery: every part in every state (/parts.html) and the app on invented records (/).
import { fileURLToPath } from 'node:url'
import { createServer } from 'vite'

const here = fileURLToPath(new URL('.', import.meta.url))
const project = fileURLToPath(new URL('../../..', import.meta.url))
const server = await createServer({
  configFile: `${project}vite.config.ts`,
  root: here,
  cacheDir: `${project}node_modules/.vite-gallery`,
  server: { host: '127.0.0.1', port: Number(process.argv[2] ?? 20173), hmr: false, fs: { allow: [project] } },
})
await server.listen()
server.printUrls()
