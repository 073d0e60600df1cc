import { timingSafeEqual } from 'node:crypto'
import { readCode } from '#domain/invitation.ts'
import { newCode } from './secrets.ts'

/**
 * The one-time code that is printed where the server was started, so that the first stranger on the network does not
 * become the officer. Made anew at each start; gone with the set-up.
 */
export interface SetUpCode {
  readonly code: string
  fits(typed: string): boolean
}

export function newSetUpCode(): SetUpCode {
  const code = newCode()
  return {
    code,
    fits(typed) {
      const read = readCode(typed)
      return read.ok && timingSafeEqual(Buffer.from(read.value), Buffer.from(code))
    },
  }
}
