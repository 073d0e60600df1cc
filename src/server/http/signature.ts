import type { Context } from 'hono'
import { NO_BODY, readSigned, SIGNED_HEADER, signedText, type Visit } from '#domain/signedRequest.ts'
import type { Moments } from '#server/people/moments.ts'
import { readBytes } from './body.ts'
import { refuse } from './refuse.ts'

/** What a request shows of the key of its device. */
export type Signature =
  | { readonly is: 'none' }
  | { readonly is: 'wrong' }
  | { readonly is: 'right'; readonly key: string; readonly visit: Visit }

const CURVE = { name: 'ECDSA', namedCurve: 'P-256' } as const
const NONE = { is: 'none' } as const
const WRONG = { is: 'wrong' } as const

/**
 * Holds a request against its own signature; whose key it is, is another question. The body is read for it, and can be read
 * again. Answers a refusal where it is too long, and where the moment is over or it was said before: whoever has the key
 * signs it anew.
 *
 * @param most bytes of the body; 0: it is not signed
 */
export async function signatureOf(c: Context, moments: Moments, most: number): Promise<Signature | Response> {
  const header = c.req.header(SIGNED_HEADER)
  if (header === undefined) return NONE
  const said = readSigned(header)
  if (!said) return WRONG
  const { method, url, headers } = c.req.raw
  let body = NO_BODY
  if (most > 0) {
    const bytes = await readBytes(c.req.raw, most)
    if (!bytes.ok) return refuse(bytes.refused)
    const whole = Uint8Array.from(bytes.value)
    if (whole.length > 0) body = toBase64(await crypto.subtle.digest('SHA-256', whole))
    c.req.raw = new Request(url, { method, headers, body: whole })
  }
  const { pathname, search } = new URL(url)
  const text = signedText({ ...said, method, path: pathname + search, body })
  if (!(await fits(said.key, said.signature, text))) return WRONG
  if (!(await moments.spend(said.moment, said.once)))
    return refuse('signAgain', undefined, await moments.now())
  return { is: 'right', key: said.key, visit: said.visit }
}

async function fits(point: string, signature: string, text: string): Promise<boolean> {
  try {
    const key = await crypto.subtle.importKey('raw', fromBase64(point), CURVE, false, ['verify'])
    const algorithm = { name: 'ECDSA', hash: 'SHA-256' }
    return await crypto.subtle.verify(algorithm, key, fromBase64(signature), new TextEncoder().encode(text))
  } catch {
    // No point of the curve, or no base64: others wrote it.
    return false
  }
}

function toBase64(bytes: ArrayBuffer): string {
  return Buffer.from(bytes).toString('base64')
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(text, 'base64'))
}
