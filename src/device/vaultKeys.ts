import {
  agreed,
  bytesOf,
  closeBox,
  CURVE,
  fromBase64,
  named,
  POINT_BYTES,
  openBox,
  toBase64,
} from './boxes.ts'
import { pinKey, pinProof, type Stretched } from './pinKey.ts'
import type { PrivateHalf } from './pinLock.ts'
import { isVaultRoot, type VaultRoot } from './vaultCipher.ts'

/*
 * What opens the read vault (AES-256-GCM, P-256, HKDF-SHA-256):
 *
 *   KEK   = HKDF( PIN stretched ‖ the server's share ), for one person
 *   box   = device key( KEK( private half of that person's pair ) ), A256GCM-A256GCM
 *   root  = the vault's key, sealed to the public half
 *
 * The pair is the one to which everything its person writes is sealed (`pinLock.ts`). So who joins is given the key by whoever opens
 * next, and a new key reaches everybody without their PINs. A new PIN comes with a new pair. Without the share the PIN opens nothing,
 * and nothing here says whether it was right.
 */
export interface VaultLock {
  readonly v: 1
  /** Raw uncompressed point of P-256, base64. */
  readonly point: string
  readonly box: string
  /** Absent till somebody who has the key has been here. */
  readonly root?: SealedRoot
}

export interface SealedRoot {
  readonly id: string
  /** `P256-A256GCM.` and base64(public key of one use, raw ‖ nonce ‖ ciphertext and tag) */
  readonly sealed: string
}

const KEK = 'linbian read vault v1'
const PROOF = 'linbian unlock proof v1'
const ROOT = 'linbian vault key v1'
const HALF = 'vault half'

interface Pair {
  readonly lock: VaultLock
  readonly half: PrivateHalf
}

/** Scripts can use it and not read it. */
export function newDeviceKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}

/** What is shown to the server for its share, base64. */
export async function unlockProof(stretched: Stretched): Promise<string> {
  return toBase64(await pinProof(stretched, PROOF))
}

/** @param share the server's, base64 */
export function vaultKek(stretched: Stretched, share: string): Promise<CryptoKey> {
  return pinKey(stretched, KEK, fromBase64(share))
}

export async function newVaultLock(deviceKey: CryptoKey, kek: CryptoKey): Promise<Pair> {
  const pair = await crypto.subtle.generateKey(CURVE, true, ['deriveBits'])
  const [raw, pkcs8] = await Promise.all([
    crypto.subtle.exportKey('raw', pair.publicKey),
    crypto.subtle.exportKey('pkcs8', pair.privateKey),
  ])
  const half = new Uint8Array(pkcs8)
  const lock = await vaultLockOf(deviceKey, kek, toBase64(new Uint8Array(raw)), half)
  return { lock, half }
}

/** Around a pair that is there already: what is sealed to it stays. */
export async function vaultLockOf(
  deviceKey: CryptoKey,
  kek: CryptoKey,
  point: string,
  half: PrivateHalf,
): Promise<VaultLock> {
  const box = await closeBox(deviceKey, `${HALF}|${point}`, await closeBox(kek, point, half))
  return { v: 1, point, box: named('A256GCM-A256GCM', box) }
}

/** The private half; undefined where PIN, share or device is another. */
export async function openVaultLock(
  { box, point }: VaultLock,
  deviceKey: CryptoKey,
  kek: CryptoKey,
): Promise<PrivateHalf | undefined> {
  const outer = bytesOf('A256GCM-A256GCM', box)
  const inner = outer && (await openBox(deviceKey, `${HALF}|${point}`, outer))
  return inner && openBox(kek, point, inner)
}

/** The key of the vault for one person, without their PIN. */
export async function sealRoot({ id, bytes }: VaultRoot, point: string): Promise<SealedRoot> {
  const [pair, other] = await Promise.all([
    crypto.subtle.generateKey(CURVE, false, ['deriveBits']),
    crypto.subtle.importKey('raw', fromBase64(point), CURVE, false, []),
  ])
  const key = await agreed(pair.privateKey, other, ROOT, ['encrypt'])
  const own = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey))
  return { id, sealed: named('P256-A256GCM', own, await closeBox(key, id, new Uint8Array(bytes))) }
}

export async function openRoot({ root }: VaultLock, privateKey: CryptoKey): Promise<VaultRoot | undefined> {
  const bytes = root && bytesOf('P256-A256GCM', root.sealed)
  if (!bytes) return undefined
  const other = await crypto.subtle.importKey('raw', bytes.slice(0, POINT_BYTES), CURVE, false, [])
  const key = await agreed(privateKey, other, ROOT, ['decrypt'])
  const opened = await openBox(key, root.id, bytes.slice(POINT_BYTES))
  const found = opened && { id: root.id, bytes: opened }
  return found && isVaultRoot(found) ? found : undefined
}

/** The server's share as it lies on the device for the time it was lent for. */
export async function closeShare(deviceKey: CryptoKey, person: string, share: string): Promise<string> {
  return named('A256GCM', await closeBox(deviceKey, `share|${person}`, fromBase64(share)))
}

export async function openShare(
  deviceKey: CryptoKey,
  person: string,
  box: string,
): Promise<string | undefined> {
  const bytes = bytesOf('A256GCM', box)
  const share = bytes && (await openBox(deviceKey, `share|${person}`, bytes))
  return share && toBase64(share)
}
