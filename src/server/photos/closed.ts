import type { ChangeId, TenantId } from '#domain/ids.ts'
import { ok, type Result, refused } from '#domain/result.ts'
import type { ServerSeals } from '#server/sealing.ts'

/*
 * A photo as devices close it, byte for byte:
 *
 *   format, 1 byte (1: AES-256-GCM) ‖ nonce, 12 bytes ‖ ciphertext with its 16-byte tag
 *
 * with UTF-8 `photo/<SHA-256 of the open bytes, hex>` bound to it, under a key of this photo alone. The key (base64) is the
 * `args.key` of a body that is sealed to the server like any other, under the same words, and comes beside the bytes.
 */
const FORMAT = 1
const NONCE_BYTES = 12
const HEAD_BYTES = 1 + NONCE_BYTES
const KEY_BYTES = 32

export type OpenRefusal =
  | 'photoSealed' // sealed to another key, or in a way that is not known here: it would not open the next time either
  | 'photoOtherBytes' // damaged on its way, or closed as a newer app does: it may be sent again

/** What an upload says of itself, beside its hash. */
export type Said = Readonly<Record<string, string | null>>

export function isClosed(said: Said): boolean {
  return said['sealed'] !== undefined
}

/** The open bytes of an upload that came closed. */
export async function openUpload(
  seals: ServerSeals,
  tenant: TenantId,
  hash: string,
  said: Said,
  closed: Uint8Array<ArrayBuffer>,
): Promise<Result<Uint8Array, OpenRefusal>> {
  const name = `photo/${hash}`
  const { sealed, alg, key: by } = said
  if (!sealed || !by || alg !== 'P256-A256GCM') return refused('photoSealed')
  const key = keyIn(await seals.open(tenant, name as ChangeId, by, sealed))
  if (!key) return refused('photoSealed')
  if (closed[0] !== FORMAT) return refused('photoOtherBytes')
  const algorithm = {
    name: 'AES-GCM',
    iv: closed.subarray(1, HEAD_BYTES),
    additionalData: new TextEncoder().encode(name),
  }
  try {
    const own = await crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['decrypt'])
    return ok(new Uint8Array(await crypto.subtle.decrypt(algorithm, own, closed.subarray(HEAD_BYTES))))
  } catch {
    return refused('photoOtherBytes')
  }
}

function keyIn(body: unknown): Uint8Array<ArrayBuffer> | undefined {
  const key = (body as { readonly args?: { readonly key?: unknown } } | undefined)?.args?.key
  if (typeof key !== 'string') return undefined
  const bytes = Buffer.from(key, 'base64')
  return bytes.length === KEY_BYTES ? Uint8Array.from(bytes) : undefined
}
