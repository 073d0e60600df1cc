import type { PersonId, TenantId } from '#domain/ids.ts'
import { type AuthorKeysOn, authorKeys } from './authorKeys.ts'
import { agreed, closeInside, CURVE, fromBase64, type Inside, toBase64 } from './boxes.ts'

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

export interface SealingOn extends AuthorKeysOn {
  readonly server: ServerKey
}

export interface Sealing {
  toServer(tenant: TenantId, id: string, inside: Inside): Promise<SealedBody>
  toAuthor(author: PersonId, id: string, inside: Inside): Promise<string>
  byAuthor(author: PersonId, id: string, own: string): Promise<Inside | undefined>
  /** People's keys on this device are others now. */
  keysMoved(): void
}

const ALGORITHM = 'P256-A256GCM'
const INFO = 'linbian body v1'
/** The next body is got ready for when this one is on the disk, in milliseconds: no hand is back sooner. */
const QUIET_MS = 50

/**
 * Seals bodies with the browser's own ciphers, never inside a transaction of the disk.
 *
 * To the server: base64(ephemeral public key, raw, 65 bytes ‖ nonce, 12 bytes ‖ ciphertext and tag), AES-256-GCM under
 * HKDF-SHA-256 of the ECDH secret, bound to tenant, change and algorithm. To its author: as `authorKeys.ts` says.
 */
export function sealing({ server, ...on }: SealingOn): Sealing {
  const serverKey = crypto.subtle.importKey('raw', fromBase64(server.raw), CURVE, false, [])
  // Told by the first use; not as an error that nobody awaited.
  serverKey.catch(() => undefined)
  const authors = authorKeys(on)
  let ahead: Promise<Once> | undefined
  const getReady = () => {
    ahead ??= once(serverKey)
    ahead.catch(() => (ahead = undefined))
  }

  return {
    async toServer(tenant, id, inside) {
      const taken = ahead
      ahead = undefined
      const { point, key } = await (taken ?? once(serverKey))
      const box = await closeInside(key, `${tenant}|${id}|${ALGORITHM}`, inside)
      setTimeout(getReady, QUIET_MS)
      return { sealed: toBase64(point, box), alg: ALGORITHM, key: server.id }
    },
    toAuthor: authors.seal,
    byAuthor: authors.open,
    keysMoved: authors.moved,
  }
}

/** A half that one body is sealed with, and what it agreed on with the server's. The next is made before a tap waits for it. */
interface Once {
  readonly point: Uint8Array
  readonly key: CryptoKey
}

async function once(serverKey: Promise<CryptoKey>): Promise<Once> {
  const { privateKey, publicKey } = await crypto.subtle.generateKey(CURVE, false, ['deriveBits'])
  const [raw, key] = await Promise.all([
    crypto.subtle.exportKey('raw', publicKey),
    agreed(privateKey, await serverKey, INFO, ['encrypt']),
  ])
  return { point: new Uint8Array(raw), key }
}
