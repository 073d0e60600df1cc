import { fromBase64, NONCE_BYTES, toBase64, utf8 } from './boxes.ts'

/*
 * A closed photo or sound, byte for byte:
 *
 *   format, 1 byte (1: AES-256-GCM) ‖ nonce, 12 bytes ‖ ciphertext with its 16-byte tag
 *
 * under a key of this photo alone, with `photo/<SHA-256 of the open bytes, hex>` bound to it. None is larger than a photo may be,
 * so it is closed in one piece; what begins with another format is refused, not guessed at.
 */
const FORMAT = 1
const HEAD_BYTES = 1 + NONCE_BYTES
const KEY_BYTES = 32

/** Base64 of 32 random bytes. */
export function newPhotoKey(): string {
  return toBase64(crypto.getRandomValues(new Uint8Array(KEY_BYTES)))
}

/** @param name what the bytes are known by; bound to them */
export async function closePhoto(
  key: string,
  name: string,
  bytes: Uint8Array,
): Promise<Uint8Array<ArrayBuffer>> {
  const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES))
  const algorithm = { name: 'AES-GCM', iv, additionalData: utf8(name) }
  const inside = new Uint8Array(
    await crypto.subtle.encrypt(algorithm, await imported(key), new Uint8Array(bytes)),
  )
  const closed = new Uint8Array(HEAD_BYTES + inside.length)
  closed[0] = FORMAT
  closed.set(iv, 1)
  closed.set(inside, HEAD_BYTES)
  return closed
}

/** Undefined for another format, key or name, and for what is damaged. */
export async function openPhoto(
  key: string,
  name: string,
  closed: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (closed[0] !== FORMAT) return undefined
  const algorithm = { name: 'AES-GCM', iv: closed.subarray(1, HEAD_BYTES), additionalData: utf8(name) }
  try {
    return new Uint8Array(
      await crypto.subtle.decrypt(algorithm, await imported(key), closed.subarray(HEAD_BYTES)),
    )
  } catch {
    return undefined
  }
}

function imported(key: string): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', fromBase64(key), 'AES-GCM', false, ['encrypt', 'decrypt'])
}
