// Serves the gallery to look at: every part in every state (/parts.html) and the app on invented records (every other path).
// Of the sources as they are: node test/screens/gallery/serve.mjs [port]
import { fileURLToPath } from 'node:url'
import { preview } from 'vite'
import { buildGallery } from './build.mjs'

const folder = fileURLToPath(new URL('../../../node_modules/.gallery', import.meta.url))
await buildGallery(folder)
const server = await preview({
  configFile: false,
  logLevel: 'error',
  build: { outDir: folder },
  preview: { host: '127.0.0.1', port: Number(process.argv[2] ?? 0) },
})
process.stdout.write(`${server.resolvedUrls?.local[0]}\n`)
