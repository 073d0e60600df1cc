import type { PersonId, TenantId } from '#domain/ids.ts'

interface Inside {
  readonly at: string
  readonly args: unknown
}

interface SealedBody {
  readonly sealed: string
  readonly alg: 'P256-A256GCM'
  readonly key: string
}

/** The public half of the server's key pair: its name, and the raw uncompressed point in base64. */
export interface ServerKey {
  readonly id: string
  readonly raw: string
}

/** Where people's keys lie on this device: beside the data they open, and deleted together with them. */
export interface KeyShelf {
  get(person: PersonId): Promise<unknown>
  /** Puts the value unless one is there; answers the one that stands. Two tabs must end with the same key. */
  putIfNone(person: PersonId, value: unknown): Promise<unknown>
}

export interface SealingOn {
  readonly server: ServerKey
  readonly keys: KeyShelf
  /** Whether the person is unlocked now; nothing is opened for anybody else. */
  readonly unlocked: (person: PersonId) => boolean
}

export interface Sealing {
  toServer(tenant: TenantId, id: string, inside: Inside): Promise<SealedBody>
  toAuthor(author: PersonId, id: string, inside: Inside): Promise<string>
  byAuthor(author: PersonId, id: string, own: string): Promise<Inside | undefined>
}

const ALGORITHM = 'P256-A256GCM'
const INFO = 'linbian body v1'
const NONCE_BYTES = 12
const CURVE = { name: 'ECDH', namedCurve: 'P-256' } as const

/**
 * Seals bodies with the browser's own ciphers, never inside a transaction of the disk.
 *
 * To the server: base64(ephemeral public key, raw, 65 bytes ‖ nonce, 12 bytes ‖ ciphertext and tag), AES-256-GCM under
 * HKDF-SHA-256 of the ECDH secret, bound to tenant, change and algorithm. To its author: base64(nonce ‖ ciphertext and
 * tag) under the author's own key on this device, bound to author and id.
 */
export function sealing({ server, keys, unlocked }: SealingOn): Sealing {
  const serverKey = crypto.subtle.importKey('raw', fromBase64(server.raw), CURVE, false, [])
  // Told by the first use; not as an error that nobody awaited.
  serverKey.catch(() => undefined)
  const authorKeys = new Map<PersonId, Promise<CryptoKey>>()

  const keyAtHand = async (person: PersonId): Promise<CryptoKey | undefined> => {
    const kept = await keys.get(person)
    return kept === undefined ? undefined : readKey(kept)
  }
  const keyOf = (person: PersonId): Promise<CryptoKey> => {
    const known = authorKeys.get(person)
    if (known) return known
    const found = keyAtHand(person).then((key) => key ?? makeKey(person, keys))
    authorKeys.set(person, found)
    found.catch(() => authorKeys.delete(person))
    return found
  }

  return {
    async toServer(tenant, id, inside) {
      const ephemeral = await crypto.subtle.generateKey(CURVE, false, ['deriveBits'])
      const [raw, secret] = await Promise.all([
        crypto.subtle.exportKey('raw', ephemeral.publicKey),
        crypto.subtle.deriveBits({ name: 'ECDH', public: await serverKey }, ephemeral.privateKey, 256),
      ])
      const shared = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey'])
      const key = await crypto.subtle.deriveKey(
        { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: utf8(INFO) },
        shared,
        { name: 'AES-GCM', length: 256 },
        false,
        ['encrypt'],
      )
      const box = await encrypt(key, `${tenant}|${id}|${ALGORITHM}`, inside)
      return { sealed: toBase64(new Uint8Array(raw), ...box), alg: ALGORITHM, key: server.id }
    },
    async toAuthor(author, id, inside) {
      return toBase64(...(await encrypt(await keyOf(author), authorData(author, id), inside)))
    },
    async byAuthor(author, id, own) {
      if (!unlocked(author)) return undefined
      const key = await (authorKeys.get(author) ?? keyAtHand(author))
      if (!key) return undefined
      try {
        return await decrypt(key, authorData(author, id), fromBase64(own))
      } catch {
        // Sealed under a key that is gone, or damaged: the server's copy of the body is whole all the same.
        return undefined
      }
    },
  }
}

/** Some browsers cannot store a key as such. */
interface RawKey {
  readonly raw: ArrayBuffer
}

/**
 * A key that scripts can use and not read. Where the browser cannot store one its bytes are stored: then whoever reads
 * this device's storage reads the key too, and it only keeps people apart on the screen.
 */
async function makeKey(person: PersonId, keys: KeyShelf): Promise<CryptoKey> {
  const algorithm = { name: 'AES-GCM', length: 256 } as const
  const key = await crypto.subtle.generateKey(algorithm, false, ['encrypt', 'decrypt'])
  try {
    return await readKey(await keys.putIfNone(person, key))
  } catch (error) {
    if (!(error instanceof DOMException) || error.name !== 'DataCloneError') throw error
    const raw = crypto.getRandomValues(new Uint8Array(32)).buffer
    return readKey(await keys.putIfNone(person, { raw } satisfies RawKey))
  }
}

async function readKey(kept: unknown): Promise<CryptoKey> {
  if (kept instanceof CryptoKey) return kept
  return crypto.subtle.importKey('raw', (kept as RawKey).raw, 'AES-GCM', false, ['encrypt', 'decrypt'])
}

function authorData(author: PersonId, id: string): string {
  return `${author}|${id}|A256GCM`
}

async function encrypt(key: CryptoKey, about: string, inside: Inside): Promise<[Uint8Array, Uint8Array]> {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES))
  const algorithm = { name: 'AES-GCM', iv: nonce, additionalData: utf8(about) }
  const { at, args } = inside
  return [
    nonce,
    new Uint8Array(await crypto.subtle.encrypt(algorithm, key, utf8(JSON.stringify({ at, args })))),
  ]
}

async function decrypt(key: CryptoKey, about: string, box: Uint8Array<ArrayBuffer>): Promise<Inside> {
  const algorithm = { name: 'AES-GCM', iv: box.subarray(0, NONCE_BYTES), additionalData: utf8(about) }
  const text = await crypto.subtle.decrypt(algorithm, key, box.subarray(NONCE_BYTES))
  return JSON.parse(new TextDecoder().decode(text)) as Inside
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(new TextEncoder().encode(text))
}

function toBase64(...pieces: readonly Uint8Array[]): string {
  let binary = ''
  for (const piece of pieces) for (const byte of piece) binary += String.fromCharCode(byte)
  return btoa(binary)
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0))
}
