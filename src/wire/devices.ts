import type { DeviceId } from '#domain/ids.ts'
import type { DeviceKind } from '#domain/rights.ts'

/** A device as the office sees it; a part of GET /api/people. Instants are the server's. */
export interface DeviceRow {
  readonly device: DeviceId
  readonly deviceKind: DeviceKind
  /** What the office calls it. */
  readonly name?: string
  readonly enrolledAt: string
  readonly lastContact?: string
  /** What the device said it still had to send at its last contact. */
  readonly unsent: number
  readonly revoked: boolean
  /** It signs with a key of its own. */
  readonly ownKey: boolean
  /** When something spoke as it that may be a copy. */
  readonly copiedAt?: string
  /** Who of the office said that they have seen it, by name. */
  readonly copySeen?: { readonly at: string; readonly by: string }
  /** When it said that everything on it is deleted, after its end. */
  readonly wipedAt?: string
  /** Till when a PIN can open what it holds, at the latest; without it nobody has a PIN on it. */
  readonly opensUntil?: string
}

/** GET /api/moment. The server's word for now, which a device's key signs with each request (`domain/signedRequest.ts`). */
export interface MomentReply {
  readonly moment: string
}
