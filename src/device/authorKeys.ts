import type { PersonId } from '#domain/ids.ts'
import {
  agreed,
  closeInside,
  CURVE,
  fromBase64,
  type Inside,
  named,
  POINT_BYTES,
  openInside,
  toBase64,
  unnamed,
} from './boxes.ts'

/** Where people's keys lie on this device: beside the data they open, and deleted together with them. */
export interface KeyShelf {
  get(person: PersonId): Promise<unknown>
  /** Puts the value unless one is there; answers the one that stands. Two tabs must end with the same key. */
  putIfNone(person: PersonId, value: unknown): Promise<unknown>
}

export interface AuthorKeysOn {
  readonly keys: KeyShelf
  /** Whether the person is the one who is here now; nothing is opened for anybody else. */
  readonly unlocked: (person: PersonId) => boolean
  /** The private half of somebody's pair, which their PIN has opened. */
  readonly privateKey?: (person: PersonId) => CryptoKey | undefined
}

/** Some browsers cannot store a key as such. */
interface RawKey {
  readonly raw: ArrayBuffer
}

/** Of somebody with a PIN; the private half lies behind it. */
interface PublicHalf {
  readonly publicKey: string
}

interface AuthorKeys {
  /** Also for somebody who is not unlocked, where they have a PIN: a locked tablet records for them. */
  seal(author: PersonId, id: string, inside: Inside): Promise<string>
  /** Undefined where the key is not at hand now. */
  open(author: PersonId, id: string, own: string): Promise<Inside | undefined>
  /** What lies on the shelf has changed: somebody set a PIN, here or in another tab. */
  moved(): void
}

const INFO = 'linbian own v2'
/** What boxes said that were sealed to a pair before they named their algorithm; others said nothing. */
const PAIRED = '2'

/**
 * What an author can read again of what they wrote. Without a PIN under a key that scripts can use and not read: `A256GCM.` and
 * base64(nonce ‖ ciphertext and tag). With one under the pair whose private half the PIN opens: `P256-A256GCM.` and
 * base64(public key of this page's own half, raw, 65 bytes ‖ nonce ‖ ciphertext and tag). Both bound to author and id.
 */
export function authorKeys({ keys, unlocked, privateKey = () => undefined }: AuthorKeysOn): AuthorKeys {
  const own = new Map<PersonId, Promise<CryptoKey | OwnHalf>>()
  const agreements = new Map<string, Promise<CryptoKey>>()

  const keyOf = (author: PersonId) =>
    memo(own, author, async () => {
      const kept = await keys.get(author)
      return kept === undefined ? makeKey(author, keys) : asKept(kept)
    })
  /** Where none was made yet, none is made to open something. */
  const symmetric = async (author: PersonId): Promise<CryptoKey | undefined> => {
    if (!own.has(author) && (await keys.get(author)) === undefined) return undefined
    const key = await keyOf(author)
    return key instanceof CryptoKey ? key : undefined
  }
  const agreedWith = (author: PersonId, point: Uint8Array<ArrayBuffer>): Promise<CryptoKey> | undefined => {
    const mine = privateKey(author)
    return mine && memo(agreements, `${author} ${toBase64(point)}`, () => agreement(mine, point))
  }

  return {
    async seal(author, id, inside) {
      const key = await keyOf(author)
      if (key instanceof CryptoKey) return named('A256GCM', await closeInside(key, about(author, id), inside))
      return named('P256-A256GCM', key.point, await closeInside(key.key, about(author, id), inside))
    },
    async open(author, id, text) {
      if (!unlocked(author)) return undefined
      try {
        const [algorithm = 'A256GCM', bytes] = unnamed(text)
        if (algorithm === 'A256GCM') {
          const key = await symmetric(author)
          return key && (await openInside(key, about(author, id), bytes))
        }
        if (algorithm !== 'P256-A256GCM' && algorithm !== PAIRED) return undefined
        const key = await agreedWith(author, bytes.slice(0, POINT_BYTES))
        return key && (await openInside(key, about(author, id), bytes.slice(POINT_BYTES)))
      } catch {
        // Damaged: the server's copy of the body is whole all the same.
        return undefined
      }
    },
    moved() {
      own.clear()
      agreements.clear()
    },
  }
}

/** This page's half of what it seals to somebody: made once, so that a tap costs one cipher and no new pair. */
interface OwnHalf {
  readonly point: Uint8Array
  readonly key: CryptoKey
}

async function ownHalf(publicKey: string): Promise<OwnHalf> {
  const [pair, other] = await Promise.all([
    crypto.subtle.generateKey(CURVE, false, ['deriveBits']),
    crypto.subtle.importKey('raw', fromBase64(publicKey), CURVE, false, []),
  ])
  const [point, key] = await Promise.all([
    crypto.subtle.exportKey('raw', pair.publicKey),
    agreed(pair.privateKey, other, INFO, ['encrypt']),
  ])
  return { point: new Uint8Array(point), key }
}

async function agreement(privateKey: CryptoKey, point: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const other = await crypto.subtle.importKey('raw', point, CURVE, false, [])
  return agreed(privateKey, other, INFO, ['decrypt'])
}

/**
 * A key that scripts can use and not read. Where the browser cannot store one its bytes are stored: then whoever reads
 * this device's storage reads the key too, and it only keeps people apart on the screen.
 */
async function makeKey(person: PersonId, keys: KeyShelf): Promise<CryptoKey | OwnHalf> {
  const algorithm = { name: 'AES-GCM', length: 256 } as const
  const key = await crypto.subtle.generateKey(algorithm, false, ['encrypt', 'decrypt'])
  try {
    return await asKept(await keys.putIfNone(person, key))
  } catch (error) {
    if (!(error instanceof DOMException) || error.name !== 'DataCloneError') throw error
    const raw = crypto.getRandomValues(new Uint8Array(32)).buffer
    return asKept(await keys.putIfNone(person, { raw } satisfies RawKey))
  }
}

async function asKept(kept: unknown): Promise<CryptoKey | OwnHalf> {
  if (isPublicHalf(kept)) return ownHalf(kept.publicKey)
  if (kept instanceof CryptoKey) return kept
  return crypto.subtle.importKey('raw', (kept as RawKey).raw, 'AES-GCM', false, ['encrypt', 'decrypt'])
}

function isPublicHalf(kept: unknown): kept is PublicHalf {
  return typeof kept === 'object' && kept !== null && 'publicKey' in kept
}

function about(author: PersonId, id: string): string {
  return `${author}|${id}|A256GCM`
}

function memo<K, T>(made: Map<K, Promise<T>>, key: K, make: () => Promise<T>): Promise<T> {
  const known = made.get(key)
  if (known) return known
  const making = make()
  made.set(key, making)
  making.catch(() => made.delete(key))
  return making
}
