import { open as openFile, readFile, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { ChangeId, TenantId } from '#domain/ids.ts'

/*
 * Sealed bodies, byte for byte (P256-A256GCM). A body is the UTF-8 JSON of {at, args}. The device makes a key pair for
 * this one body and seals with it to the server's public key:
 *
 *   text       = base64( ephemeral public key, raw, 65 bytes ‖ nonce, 12 bytes ‖ ciphertext with its 16-byte tag )
 *   secret     = ECDH P-256 (ephemeral private key, server's public key), 256 bits
 *   key        = HKDF-SHA-256 (secret, salt = empty, info = UTF-8 "linbian body v1"), 256 bits
 *   ciphertext = AES-256-GCM (key, nonce, body, additional data = UTF-8 `${tenant}|${changeId}|P256-A256GCM`)
 *
 * The additional data bind a body to its tenant, its change and this algorithm, not to its place in a stream.
 */
const ALGORITHM = 'P256-A256GCM'
const INFO = 'linbian body v1'
/** What this server seals for itself begins with its algorithm, as what devices keep does: another one is refused, not guessed at. */
const OWN = 'A256GCM.'
const PUBLIC_BYTES = 65
const NONCE_BYTES = 12

export interface ServerSeals {
  /** Names the key pair; stands in each sealed body. */
  readonly key: string
  /** Raw, base64: what devices seal bodies to. */
  readonly publicKey: string
  /** The body as the device wrote it, unchecked; undefined for what was not sealed to this key, for this tenant and this change. */
  open(tenant: TenantId, change: ChangeId, key: string, text: string): Promise<unknown>
  /** Seals a value that only this server reads again, under the same `about`: cursors and first stamps. */
  close(about: string, value: unknown): Promise<string>
  /** Undefined for what this server did not seal under `about`. */
  reveal(about: string, text: string): Promise<unknown>
  /** A name for a text that nobody without the key can guess the text from. */
  digest(text: string): Promise<string>
}

/** What is kept outside the database: with it bodies sealed on a device are opened, cursors and first stamps read. */
interface KeyFile {
  readonly key: string
  readonly privateKey: JsonWebKey
  /** 32 bytes each, base64. */
  readonly seal: string
  readonly digest: string
}

/** Reads the keys of a data folder; makes them at the first start, for the server's own eyes (0600). */
export async function fileSeals(path: string): Promise<ServerSeals> {
  const there = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (there !== undefined) return sealsOf(JSON.parse(there) as KeyFile)

  const made = await makeKeys()
  // Under its own name it is whole: a start that ends while it is written must not leave half of it for the next one.
  const whole = `${path}.new`
  const file = await openFile(whole, 'w', 0o600)
  try {
    await file.writeFile(JSON.stringify(made))
    // A body sealed to a key that a power cut takes away could never be opened again.
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(whole, path)
  await flushed(dirname(path))
  return sealsOf(made)
}

/** A name is on the disk when its folder is. */
async function flushed(folder: string): Promise<void> {
  const handle = await openFile(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Keys that live as long as the process. */
export async function memorySeals(): Promise<ServerSeals> {
  return sealsOf(await makeKeys())
}

async function makeKeys(): Promise<KeyFile> {
  const pair = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits'])
  return {
    key: crypto.randomUUID(),
    privateKey: await crypto.subtle.exportKey('jwk', pair.privateKey),
    seal: toBase64(crypto.getRandomValues(new Uint8Array(32))),
    digest: toBase64(crypto.getRandomValues(new Uint8Array(32))),
  }
}

async function sealsOf(file: KeyFile): Promise<ServerSeals> {
  const curve = { name: 'ECDH', namedCurve: 'P-256' }
  const { d: _, key_ops: __, ...publicJwk } = file.privateKey
  const [privateKey, publicKey, seal, digest] = await Promise.all([
    crypto.subtle.importKey('jwk', file.privateKey, curve, false, ['deriveBits']),
    crypto.subtle.importKey('jwk', publicJwk, curve, true, []),
    crypto.subtle.importKey('raw', fromBase64(file.seal), 'AES-GCM', false, ['encrypt', 'decrypt']),
    crypto.subtle.importKey('raw', fromBase64(file.digest), { name: 'HMAC', hash: 'SHA-256' }, false, [
      'sign',
    ]),
  ])
  const publicBytes = new Uint8Array(await crypto.subtle.exportKey('raw', publicKey))

  return {
    key: file.key,
    publicKey: toBase64(publicBytes),
    async open(tenant, change, key, text) {
      if (key !== file.key) return undefined
      return attempt(async () => {
        const bytes = fromBase64(text)
        const theirs = bytes.subarray(0, PUBLIC_BYTES)
        const ephemeral = await crypto.subtle.importKey('raw', theirs, curve, false, [])
        const secret = await crypto.subtle.deriveBits({ name: 'ECDH', public: ephemeral }, privateKey, 256)
        const shared = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey'])
        const body = await crypto.subtle.deriveKey(
          { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: utf8(INFO) },
          shared,
          { name: 'AES-GCM', length: 256 },
          false,
          ['decrypt'],
        )
        return decrypted(body, `${tenant}|${change}|${ALGORITHM}`, bytes.subarray(PUBLIC_BYTES))
      })
    },
    async close(about, value) {
      const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES))
      const algorithm = { name: 'AES-GCM', iv: nonce, additionalData: utf8(about) }
      const sealed = new Uint8Array(await crypto.subtle.encrypt(algorithm, seal, utf8(JSON.stringify(value))))
      const bytes = new Uint8Array(NONCE_BYTES + sealed.length)
      bytes.set(nonce)
      bytes.set(sealed, NONCE_BYTES)
      return OWN + toBase64(bytes)
    },
    reveal: (about, text) =>
      // What was sealed before it named its algorithm names none; another name is no base64.
      attempt(() => decrypted(seal, about, fromBase64(text.startsWith(OWN) ? text.slice(OWN.length) : text))),
    async digest(text) {
      return toBase64(new Uint8Array(await crypto.subtle.sign('HMAC', digest, utf8(text))))
    },
  }
}

async function decrypted(key: CryptoKey, about: string, bytes: Uint8Array<ArrayBuffer>): Promise<unknown> {
  const algorithm = { name: 'AES-GCM', iv: bytes.subarray(0, NONCE_BYTES), additionalData: utf8(about) }
  const opened = await crypto.subtle.decrypt(algorithm, key, bytes.subarray(NONCE_BYTES))
  return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(opened)) as unknown
}

/** What cannot be opened is an answer here, not a defect: others wrote it. */
async function attempt<T>(open: () => Promise<T>): Promise<T | undefined> {
  try {
    return await open()
  } catch {
    return undefined
  }
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(new TextEncoder().encode(text))
}

function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0))
}
