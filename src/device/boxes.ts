/** `{at, args}`: what is personal about a change or a draft. */
export interface Inside {
  readonly at: string
  readonly args: unknown
}

export const NONCE_BYTES = 12
/** A raw uncompressed point of P-256. */
export const POINT_BYTES = 65
export const CURVE = { name: 'ECDH', namedCurve: 'P-256' } as const

/** The AES-256-GCM key that two halves of P-256 agree on, under HKDF-SHA-256. `info` keeps the purposes apart. */
export async function agreed(
  own: CryptoKey,
  other: CryptoKey,
  info: string,
  uses: readonly ('encrypt' | 'decrypt')[],
): Promise<CryptoKey> {
  const secret = await crypto.subtle.deriveBits({ name: 'ECDH', public: other }, own, 256)
  const shared = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey'])
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: utf8(info) },
    shared,
    { name: 'AES-GCM', length: 256 },
    false,
    [...uses],
  )
}

/** Nonce and ciphertext with its tag. `about` is bound to it and not in it. */
export async function encrypt(
  key: CryptoKey,
  about: string,
  inside: Inside,
): Promise<[Uint8Array, Uint8Array]> {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES))
  const algorithm = { name: 'AES-GCM', iv: nonce, additionalData: utf8(about) }
  const { at, args } = inside
  return [
    nonce,
    new Uint8Array(await crypto.subtle.encrypt(algorithm, key, utf8(JSON.stringify({ at, args })))),
  ]
}

/** @throws OperationError where the key or `about` is another, or the box is damaged */
export async function decrypt(key: CryptoKey, about: string, box: Uint8Array<ArrayBuffer>): Promise<Inside> {
  const algorithm = { name: 'AES-GCM', iv: box.subarray(0, NONCE_BYTES), additionalData: utf8(about) }
  const text = await crypto.subtle.decrypt(algorithm, key, box.subarray(NONCE_BYTES))
  return JSON.parse(new TextDecoder().decode(text)) as Inside
}

export function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(new TextEncoder().encode(text))
}

export function toBase64(...pieces: readonly Uint8Array[]): string {
  let binary = ''
  for (const piece of pieces) for (const byte of piece) binary += String.fromCharCode(byte)
  return btoa(binary)
}

export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0))
}
