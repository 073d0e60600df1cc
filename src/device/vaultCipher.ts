import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'

/*
 * A closed row, byte for byte:
 *
 *   format, 1 byte (1) ‖ algorithm, 1 byte (1: XChaCha20-Poly1305) ‖ key id, 16 bytes ‖ nonce, 24 bytes ‖ text and tag
 *
 * The first 18 bytes and what the row is about are bound to it. What begins with anything else is refused, not guessed at.
 */
const FORMAT = 1
const ALGORITHM = 1
const ID_BYTES = 16
const HEAD_BYTES = 2 + ID_BYTES
const NONCE_BYTES = 24
const KEY_BYTES = 32

/** The key of a read vault: its bytes and their name. */
export interface VaultRoot {
  /** Hex, 16 bytes. */
  readonly id: string
  readonly bytes: Uint8Array
}

export function newVaultRoot(): VaultRoot {
  const id = Array.from(randomBytes(ID_BYTES), (byte) => byte.toString(16).padStart(2, '0')).join('')
  return { id, bytes: randomBytes(KEY_BYTES) }
}

export function isVaultRoot({ id, bytes }: VaultRoot): boolean {
  return bytes.length === KEY_BYTES && id.length === 2 * ID_BYTES
}

/**
 * Closes and opens texts under one key, without waiting: a transaction of a disk would end meanwhile. Each gets 24 random
 * bytes as its nonce, so many that no two are ever the same; how often a key was used is counted where it is used.
 */
export function vaultCipher({ id, bytes }: VaultRoot) {
  const head = Uint8Array.of(FORMAT, ALGORITHM, ...fromHex(id))
  const boundTo = (about: string) => joined(head, new TextEncoder().encode(about))
  return {
    id,
    close(about: string, text: string): Uint8Array {
      const nonce = randomBytes(NONCE_BYTES)
      const sealed = xchacha20poly1305(bytes, nonce, boundTo(about)).encrypt(new TextEncoder().encode(text))
      return joined(head, nonce, sealed)
    },
    /** Undefined for another format, algorithm, key or row, and for what is damaged. */
    open(about: string, closed: Uint8Array): string | undefined {
      if (!head.every((byte, at) => closed[at] === byte)) return undefined
      const nonce = closed.subarray(HEAD_BYTES, HEAD_BYTES + NONCE_BYTES)
      const sealed = closed.subarray(HEAD_BYTES + NONCE_BYTES)
      try {
        return new TextDecoder().decode(xchacha20poly1305(bytes, nonce, boundTo(about)).decrypt(sealed))
      } catch {
        return undefined
      }
    },
  }
}

function randomBytes(length: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(length))
}

function fromHex(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16))
}

function joined(...pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    all.set(piece, at)
    at += piece.length
  }
  return all
}
