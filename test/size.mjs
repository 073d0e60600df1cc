/**
 * What a volunteer's browser must load before Today is painted: the start with all it imports, and its styles. Read from
 * the built product's own account of what loads what (`test/bench` counts the same in a real browser).
 */
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const CEILING = 75_000
const print = (line) => process.stdout.write(`${line}\n`)

const built = new URL('../dist/client/', import.meta.url)

/** Path of each first file and its bytes as they travel (gzip at its best), largest first. */
export function firstLoad() {
  const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', built), 'utf8'))
  const chunks = new Set()
  const take = (key) => {
    if (chunks.has(key)) return
    chunks.add(key)
    for (const next of manifest[key].imports ?? []) take(next)
  }
  take('index.html')
  const linked = [
    ...readFileSync(new URL('index.html', built), 'utf8').matchAll(
      /(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g,
    ),
  ]
  const files = new Set(linked.map(([, path]) => path))
  for (const key of chunks)
    for (const path of [manifest[key].file, ...(manifest[key].css ?? [])]) files.add(path)
  return [...files]
    .map((path) => ({ path, bytes: gzipSync(readFileSync(new URL(path, built)), { level: 9 }).length }))
    .sort((a, b) => b.bytes - a.bytes)
}

if (import.meta.url === new URL(process.argv[1] ?? '', 'file:').href) {
  const files = firstLoad()
  const sum = files.reduce((total, { bytes }) => total + bytes, 0)
  for (const { path, bytes } of files) print(`${String(bytes).padStart(7)}  ${path}`)
  print(
    `${String(sum).padStart(7)}  bytes of JS and CSS, gzipped, until Today is painted (ceiling ${CEILING})`,
  )
  if (sum > CEILING) process.exitCode = 1
}
