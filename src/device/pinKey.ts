/** How a PIN becomes a key; written beside what the key opens, so that a later version may ask for more. */
export interface PinCost {
  readonly kdf: 'argon2id'
  /** Base64, 16 bytes. */
  readonly salt: string
  readonly kib: number
  readonly passes: number
  readonly lanes: number
}

/** OWASP ASVS 5.0, appendix C: one pass over 46 MiB at the least, also where that takes longer than it should. */
const KIB = 46 * 1024
const BYTES = 32
/** What whoever enters a PIN waits for it, in milliseconds. */
const WAIT = 400
/** A phone that is this much faster than it has to be is a computer; more would be waited for where it is busy. */
const PASSES_MOST = 8

/** Fetches what makes a PIN costly before one is entered. It lies on the device with the rest of the app. */
export async function readyForPin(): Promise<void> {
  await import('./argon2id.ts')
}

/** A new salt, and as many passes as this device does while somebody waits: measured now. */
export async function newPinCost(): Promise<PinCost> {
  const salt = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))))
  const once: PinCost = { kdf: 'argon2id', salt, kib: KIB, passes: 1, lanes: 1 }
  await readyForPin()
  const began = performance.now()
  await stretch('000000', once)
  return { ...once, passes: passesIn(performance.now() - began) }
}

/** @param once milliseconds of one pass */
export function passesIn(once: number): number {
  return Math.min(PASSES_MOST, Math.max(1, Math.floor(WAIT / once)))
}

/** What a PIN is after it was made costly: 32 bytes from which every key for it is made. Never kept. */
export type Stretched = Uint8Array<ArrayBuffer>

/**
 * Makes a PIN costly to try. It has so few digits that this slows a thief and stops none: what keeps names from one is what
 * the server lends (`vaultKeys.ts`), never this alone.
 */
export async function stretch(pin: string, cost: PinCost): Promise<Stretched> {
  const { argon2id } = await import('./argon2id.ts')
  return argon2id({
    password: new TextEncoder().encode(pin),
    salt: Uint8Array.from(atob(cost.salt), (char) => char.charCodeAt(0)),
    parallelism: cost.lanes,
    passes: cost.passes,
    memorySize: cost.kib,
    tagLength: BYTES,
  })
}

/**
 * The key for one purpose: two of one PIN for two purposes tell nothing of each other.
 *
 * @param beside what is needed beside the PIN
 */
export async function pinKey(
  stretched: Stretched,
  purpose: string,
  beside = new Uint8Array(),
): Promise<CryptoKey> {
  const secret = await secretOf(stretched, beside)
  return crypto.subtle.deriveKey(hkdf(purpose), secret, { name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ])
}

/** 32 bytes that show that the PIN was entered, and tell nothing of any key of it. */
export async function pinProof(stretched: Stretched, purpose: string): Promise<Uint8Array> {
  const secret = await secretOf(stretched, new Uint8Array())
  return new Uint8Array(await crypto.subtle.deriveBits(hkdf(purpose), secret, 8 * BYTES))
}

function secretOf(stretched: Stretched, beside: Uint8Array): Promise<CryptoKey> {
  const both = new Uint8Array([...stretched, ...beside])
  return crypto.subtle.importKey('raw', both, 'HKDF', false, ['deriveKey', 'deriveBits'])
}

function hkdf(purpose: string): HkdfParams {
  return { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: new TextEncoder().encode(purpose) }
}
