import { randomBytes, randomInt } from 'node:crypto'

/** Letters and digits of a typed code: without 0 O, 1 I L, U, which look alike. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const CODE_LENGTH = 8

/** What people type; always given together with a limit on guesses. */
export function newCode(): string {
  return Array.from({ length: CODE_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('')
}

/** What only machines carry: 192 bits, safe in an address. */
export function newSecret(): string {
  return randomBytes(24).toString('base64url')
}

/**
 * How codes, link secrets and cookies are kept: the digest of `sealing.ts`, whose key stays outside the database. Eight
 * characters could be tried out against a stolen copy of it, but not without the key.
 */
export type Hash = (text: string) => Promise<string>
