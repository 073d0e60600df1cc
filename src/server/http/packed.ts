import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Context } from 'hono'

/** Below this a packet is a packet. */
const WORTHWHILE = 1024
/** A third less time than the usual 6 for a page of records, and hardly more bytes. */
const LEVEL = 3

const gzipped = promisify(gzip)

/** JSON packed in one piece, off the main thread: a page of records is large, and a device waits for it. */
export async function packed(c: Context, value: unknown): Promise<Response> {
  const text = JSON.stringify(value)
  const takesGzip = /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(c.req.header('Accept-Encoding') ?? '')
  c.header('Content-Type', 'application/json')
  c.header('Vary', 'Accept-Encoding')
  if (!takesGzip || text.length < WORTHWHILE) return c.body(text)
  c.header('Content-Encoding', 'gzip')
  return c.body(new Uint8Array(await gzipped(text, { level: LEVEL })))
}
