/**
 * Runs a tool that is written in TypeScript: `node test/run.mjs test/sim/main.ts --seeds 5`. Bundled first, in some 200 ms:
 * a bundle runs as fast as the product does, and Node 20 reads no types. `process.argv[1]` is the bundle, so that a tool can
 * start itself again on another core.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'

const [entry, ...args] = process.argv.slice(2)
if (!entry) throw new Error('node test/run.mjs <tool.ts> [its options]')

// Below node_modules, so that the packages a tool leaves outside its bundle are found.
const cache = join(import.meta.dirname, '..', 'node_modules', '.cache', 'linbian')
mkdirSync(cache, { recursive: true })
const folder = mkdtempSync(join(cache, `${basename(dirname(entry))}-`))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1))

await build({
  configFile: false,
  logLevel: 'error',
  publicDir: false,
  build: {
    ssr: resolve(entry),
    outDir: folder,
    target: 'node20',
    minify: false,
    rolldownOptions: { output: { entryFileNames: 'main.js', codeSplitting: false } },
  },
})
const bundle = join(folder, 'main.js')
process.argv = [process.argv[0], bundle, ...args]
await import(pathToFileURL(bundle).href)
