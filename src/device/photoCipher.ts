import { closeBox, fromBase64, openBox, toBase64 } from './boxes.ts'

/*
 * A closed photo or sound, byte for byte:
 *
 *   format, 1 byte (1: AES-256-GCM) ‖ nonce, 12 bytes ‖ ciphertext with its 16-byte tag
 *
 * under a key of this photo alone, with `photo/<SHA-256 of the open bytes, hex>` bound to it. None is larger than a photo may be,
 * so it is closed in one piece; what begins with another format is refused, not guessed at.
 */
const FORMAT = 1
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
  const box = await closeBox(await imported(key), name, new Uint8Array(bytes))
  const closed = new Uint8Array(1 + box.length)
  closed[0] = FORMAT
  closed.set(box, 1)
  return closed
}

/** Undefined for another format, key or name, and for what is damaged. */
export async function openPhoto(
  key: string,
  name: string,
  closed: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (closed[0] !== FORMAT) return undefined
  return openBox(await imported(key), name, closed.subarray(1))
}

function imported(key: string): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', fromBase64(key), 'AES-GCM', false, ['encrypt', 'decrypt'])
}
