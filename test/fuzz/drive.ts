import { connect } from 'node:net'
import { promisify } from 'node:util'
import { brotliDecompress, gunzip, inflate } from 'node:zlib'
import { type Ask, bytesOf, filled } from './ask.ts'
import type { World } from './world.ts'

export interface Answer {
  /** 0: the connection ended without an answer. */
  readonly status: number
  readonly type: string
  readonly text: string
  /** In milliseconds. */
  readonly took: number
  readonly way: Ask['way']
  /** What was sent as a body, as text. */
  readonly sent: string
  readonly path: string
}

/** Longer than this nobody waits; it is told as an answer with no status. */
const PATIENCE = 15_000
/** A request that breaks off, breaks off after so long. */
const SILENCE = 30
/** No answer of ours is longer; what is longer is cut here, so that a fault does not fill this process. */
export const LONGEST = 24 * 1024 * 1024

const unpack: Readonly<Record<string, (bytes: Buffer) => Promise<Buffer>>> = {
  gzip: promisify<Buffer, Buffer>(gunzip),
  br: promisify<Buffer, Buffer>(brotliDecompress),
  deflate: promisify<Buffer, Buffer>(inflate),
}

export async function send(world: World, ask: Ask): Promise<Answer> {
  const meaning = world.meaning(ask.who)
  const path = filled(ask.path, meaning)
  const headers = ask.headers.map(([name, value]) => [name, filled(value, meaning)] as const)
  const bytes = bytesOf(ask.body, meaning)
  const sent = bytes === undefined || 'bomb' in (ask.body ?? {}) ? '' : bytes.toString()
  const from = performance.now()
  const request = ask.way === 'app' ? asRequest(ask.method, path, headers, bytes) : undefined
  const answer = request
    ? await throughApp(world, request)
    : await throughSocket(world, ask, path, headers, bytes)
  const took = performance.now() - from
  await world.quiet()
  return { ...answer, took, sent, path: pathname(path), way: request ? 'app' : 'socket' }
}

/** As the server reads it: dots are walked before any route is looked up. */
function pathname(path: string): string {
  return URL.canParse(path, 'http://localhost') ? new URL(path, 'http://localhost').pathname : path
}

/** What cannot be said to the handler itself (a body on GET, line breaks in a header) goes over the socket. */
function asRequest(
  method: string,
  path: string,
  headers: readonly (readonly [string, string])[],
  bytes: Buffer | undefined,
): Request | undefined {
  if (!path.startsWith('/')) return undefined
  try {
    const head = new Headers()
    for (const [name, value] of headers) head.append(name, Buffer.from(value).toString('latin1'))
    return new Request(`http://localhost${path}`, {
      method,
      headers: head,
      ...(bytes && { body: new Uint8Array(bytes) }),
    })
  } catch {
    return undefined
  }
}

async function throughApp(world: World, request: Request): Promise<Pick<Answer, 'status' | 'type' | 'text'>> {
  const response = await world.fetch(request)
  const type = response.headers.get('Content-Type') ?? ''
  if (!response.body) return { status: response.status, type, text: '' }
  const reader = response.body.getReader()
  const chunks: Uint8Array[] = []
  let length = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    chunks.push(value)
    length += value.length
    if (type.startsWith('text/event-stream') || length > LONGEST) {
      await reader.cancel()
      break
    }
  }
  const text = await unpacked(Buffer.concat(chunks), response.headers.get('Content-Encoding') ?? '')
  return { status: response.status, type, text }
}

async function unpacked(bytes: Buffer, encoding: string): Promise<string> {
  const packed = unpack[encoding]
  return (packed ? await packed(bytes) : bytes).toString()
}

async function throughSocket(
  world: World,
  ask: Ask,
  path: string,
  headers: readonly (readonly [string, string])[],
  bytes: Buffer | undefined,
): Promise<Pick<Answer, 'status' | 'type' | 'text'>> {
  const given = new Set(headers.map(([name]) => name.toLowerCase()))
  const lines = [
    `${ask.method} ${path} HTTP/1.1`,
    ...(given.has('host') ? [] : ['Host: localhost']),
    ...headers.map(([name, value]) => `${name}: ${value}`),
    ...(given.has('connection') ? [] : ['Connection: close']),
    ...(bytes && ask.chunked ? ['Transfer-Encoding: chunked'] : []),
    ...(bytes && !ask.chunked && !given.has('content-length') ? [`Content-Length: ${bytes.length}`] : []),
  ]
  const body = bytes && ask.chunked ? chunks(bytes) : (bytes ?? Buffer.alloc(0))
  const whole = Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), body])
  const part = ask.cut === undefined ? whole : whole.subarray(0, Math.floor(ask.cut * whole.length))
  return parsed(await overTheLine(world.port, part, ask.cut === undefined && !isOddlyFramed(ask)))
}

/** The head says something about where the request ends that may not be so: nobody knows whether an answer comes. */
export function isOddlyFramed({ method, headers }: Ask): boolean {
  return (
    method === 'CONNECT' ||
    headers.some(([name]) => /^(content-length|transfer-encoding|upgrade|connection|expect)$/i.test(name))
  )
}

function chunks(bytes: Buffer): Buffer {
  const size = Math.max(1, Math.ceil(bytes.length / 3))
  const parts: Buffer[] = []
  for (let at = 0; at < bytes.length; at += size) {
    const part = bytes.subarray(at, at + size)
    parts.push(Buffer.from(`${part.length.toString(16)}\r\n`), part, Buffer.from('\r\n'))
  }
  return Buffer.concat([...parts, Buffer.from('0\r\n\r\n')])
}

/** All that comes back; news never ends, so its first words are enough. */
function overTheLine(port: number, bytes: Buffer, whole: boolean): Promise<Buffer> {
  return new Promise((resolve) => {
    const heard: Buffer[] = []
    let length = 0
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
    const end = () => {
      clearTimeout(late)
      socket.destroy()
      resolve(Buffer.concat(heard))
    }
    const late = setTimeout(end, PATIENCE)
    socket.on('data', (chunk) => {
      heard.push(chunk)
      length += chunk.length
      if (length > LONGEST || chunk.includes(': listening')) end()
    })
    for (const over of ['end', 'close', 'error'] as const) socket.on(over, end)
    socket.write(bytes)
    // Who closes their own half is taken for gone; so only where nothing else ends it.
    if (!whole) setTimeout(() => socket.end(), SILENCE)
  })
}

async function parsed(bytes: Buffer): Promise<Pick<Answer, 'status' | 'type' | 'text'>> {
  let rest = bytes
  for (;;) {
    const end = rest.indexOf('\r\n\r\n')
    if (end < 0) return { status: 0, type: '', text: '' }
    const [line = '', ...fields] = rest.subarray(0, end).toString('latin1').split('\r\n')
    const status = Number(/^HTTP\/1\.[01] (\d{3})/.exec(line)?.[1] ?? 0)
    rest = rest.subarray(end + 4)
    if (status >= 100 && status < 200) continue
    const field = (name: string) =>
      fields
        .find((one) => one.toLowerCase().startsWith(`${name}:`))
        ?.slice(name.length + 1)
        .trim() ?? ''
    // What the server says behind it is about the bytes that came after a refusal.
    const length = field('content-length') === '' ? rest.length : Number(field('content-length'))
    const body = field('transfer-encoding') === 'chunked' ? dechunked(rest) : rest.subarray(0, length)
    const text = await unpacked(body, field('content-encoding')).catch(() => '')
    return { status, type: field('content-type'), text }
  }
}

function dechunked(bytes: Buffer): Buffer {
  const parts: Buffer[] = []
  let at = 0
  for (;;) {
    const line = bytes.indexOf('\r\n', at)
    const size = line < 0 ? Number.NaN : Number.parseInt(bytes.subarray(at, line).toString(), 16)
    if (!(size > 0)) return Buffer.concat(parts)
    parts.push(bytes.subarray(line + 2, line + 2 + size))
    at = line + 2 + size + 2
  }
}
