import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { readFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'

const MAIN = new URL('../../dist/server/main.js', import.meta.url).pathname

/** The built server as people start it, on an empty data folder. */
export async function startProduct(dataDir, ...args) {
  const port = 10_000 + Math.floor(Math.random() * 22_000)
  const env = { ...process.env, PORT: String(port), DATA_DIR: dataDir, ORIGIN: `http://localhost:${port}` }
  const child = spawn(process.execPath, [MAIN, ...args], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const said = await new Promise((resolve, reject) => {
    let text = ''
    child.stdout.on('data', (bytes) => {
      text += bytes
      if (text.includes('\n')) resolve(text)
    })
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
  })
  return {
    origin: `http://localhost:${port}`,
    code: /set-up code: (\S+)/.exec(said)?.[1] ?? '',
    async stop() {
      if (child.exitCode !== null) return
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

/** What the floors are made of: one page, its worker, and all records as one gzipped response. */
export async function startFloor(records) {
  const packed = gzipSync(records)
  const page = await readFile(new URL('floor.html', import.meta.url))
  const worker = await readFile(new URL('floor-sw.js', import.meta.url))
  const server = createServer((request, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*')
    if (request.url === '/records')
      return response.writeHead(200, { 'content-type': 'text/plain', 'content-encoding': 'gzip' }).end(packed)
    if (request.url === '/floor-sw.js')
      return response.writeHead(200, { 'content-type': 'text/javascript' }).end(worker)
    if (request.url === '/') return response.writeHead(200, { 'content-type': 'text/html' }).end(page)
    response.writeHead(404).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    origin: `http://localhost:${server.address().port}`,
    bytes: packed.length,
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
