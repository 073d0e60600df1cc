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

/** Nonce, then ciphertext and tag. `about` is bound to it and not in it. */
export async function closeBox(
  key: CryptoKey,
  about: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES))
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: utf8(about) }, key, bytes)
  const box = new Uint8Array(NONCE_BYTES + sealed.byteLength)
  box.set(iv)
  box.set(new Uint8Array(sealed), NONCE_BYTES)
  return box
}

/** Undefined where the key or `about` is another, or the box is damaged. */
export async function openBox(
  key: CryptoKey,
  about: string,
  box: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const algorithm = { name: 'AES-GCM', iv: box.subarray(0, NONCE_BYTES), additionalData: utf8(about) }
  try {
    return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, box.subarray(NONCE_BYTES)))
  } catch {
    return undefined
  }
}

export function closeInside(key: CryptoKey, about: string, { at, args }: Inside): Promise<Uint8Array> {
  return closeBox(key, about, utf8(JSON.stringify({ at, args })))
}

/** As `openBox`. */
export async function openInside(
  key: CryptoKey,
  about: string,
  box: Uint8Array<ArrayBuffer>,
): Promise<Inside | undefined> {
  const text = await openBox(key, about, box)
  return text && (JSON.parse(new TextDecoder().decode(text)) as Inside)
}

/**
 * How a box that lies on a disk was closed. AES-256-GCM: by itself, one in another, or under what two halves of P-256 agree on, whose
 * public one comes first. The name stands before the box, so that what was closed otherwise is refused and not guessed at.
 */
export type Algorithm = 'A256GCM' | 'A256GCM-A256GCM' | 'P256-A256GCM'

/** `<algorithm>.<base64>` */
export function named(algorithm: Algorithm, ...pieces: readonly Uint8Array[]): string {
  return `${algorithm}.${toBase64(...pieces)}`
}

/** What a box calls its algorithm, and its bytes. Boxes of before they had names have none. */
export function unnamed(text: string): [algorithm: string | undefined, bytes: Uint8Array<ArrayBuffer>] {
  const dot = text.indexOf('.')
  return [dot < 0 ? undefined : text.slice(0, dot), fromBase64(text.slice(dot + 1))]
}

/** The bytes of a box where nothing but this algorithm has ever been used; undefined for another one. */
export function bytesOf(algorithm: Algorithm, text: string): Uint8Array<ArrayBuffer> | undefined {
  const [said, bytes] = unnamed(text)
  return said === undefined || said === algorithm ? bytes : undefined
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
