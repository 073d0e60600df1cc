import { bytesOf, closeBox, CURVE, named, openBox, toBase64 } from './boxes.ts'
import { newPinCost, type PinCost, pinKey, stretch, type Stretched } from './pinKey.ts'

/**
 * Somebody's pair on this device: the public half, to which everything they write is sealed, and what their PIN costs. The other
 * half lies in their lock of the vault (`vaultKeys.ts`), so that nothing here says which PIN is right once nothing is lent. Till the server
 * has lent its share for the first time, and where this browser keeps no key, it lies behind the PIN alone.
 */
export interface PinLock {
  /** 2: the pair may lie in `box`. 3: it lies in the vault's lock. */
  readonly v: 2 | 3
  /** Raw uncompressed point of P-256, base64. */
  readonly publicKey: string
  /** `A256GCM.` and base64(nonce ‖ private half as PKCS #8 and tag), under the PIN's key. */
  readonly box?: string
  readonly cost: PinCost
}

const PURPOSE = 'linbian author pair v2'

/** PKCS #8. */
export type PrivateHalf = Uint8Array<ArrayBuffer>

/** What a PIN opened. */
export interface PinOpened {
  readonly privateKey: CryptoKey
  /** For what else is behind the PIN. */
  readonly stretched: Stretched
}

/** A new pair behind a new PIN, and yet behind nothing else. */
export async function newPinLock(pin: string): Promise<PinOpened & { readonly lock: PinLock }> {
  const pair = await crypto.subtle.generateKey(CURVE, true, ['deriveBits'])
  const [point, pkcs8] = await Promise.all([
    crypto.subtle.exportKey('raw', pair.publicKey),
    crypto.subtle.exportKey('pkcs8', pair.privateKey),
  ])
  const publicKey = toBase64(new Uint8Array(point))
  const half = new Uint8Array(pkcs8)
  const cost = await newPinCost()
  const stretched = await stretch(pin, cost)
  const key = await pinKey(stretched, PURPOSE)
  const box = named('A256GCM', await closeBox(key, publicKey, half))
  return {
    lock: { v: 2, publicKey, box, cost },
    stretched,
    privateKey: await imported(half),
  }
}

/** Of a pair that lies behind the PIN alone; undefined where it does not, or the PIN is another. */
export async function halfByPin(
  { box, publicKey }: PinLock,
  stretched: Stretched,
): Promise<PrivateHalf | undefined> {
  if (box === undefined) return undefined
  const bytes = bytesOf('A256GCM', box)
  return bytes && openBox(await pinKey(stretched, PURPOSE), publicKey, bytes)
}

/** Scripts can use it and not read it. */
export function imported(half: PrivateHalf): Promise<CryptoKey> {
  return crypto.subtle.importKey('pkcs8', half, CURVE, false, ['deriveBits'])
}
