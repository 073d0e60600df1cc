import { type InferOutput, object, optional, pipe, regex, string } from 'valibot'
import { id } from '#domain/ids.ts'

/** 32 bytes, base64: what a device makes of a PIN to show that it was entered. Of the key that the PIN is for it tells nothing. */
export const proof = pipe(string(), regex(/^[A-Za-z0-9+/]{43}=$/))

export const UNLOCK_PATH = '/api/unlock'
export const SET_UNLOCK_PATH = '/api/unlock/set'

/** POST /api/unlock → UnlockReply: the server's share of the key of somebody on this device. */
export const unlockSchema = object({ person: id, proof })
export type Unlock = InferOutput<typeof unlockSchema>

/**
 * POST /api/unlock/set → UnlockReply: the proof of a new PIN, and a new share. Once without more; then with the proof that
 * holds (`was`), or after its person was let in anew on this device.
 */
export const unlockSetSchema = object({ person: id, proof, was: optional(proof) })
export type UnlockSet = InferOutput<typeof unlockSetSchema>

export interface UnlockReply {
  /** 32 bytes, base64. */
  readonly share: string
  /** How long a device may keep it from now on, in seconds. */
  readonly lease: number
  readonly serverTime: string
}
