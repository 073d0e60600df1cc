import { boolean, type InferOutput, minLength, object, pipe, regex, string } from 'valibot'
import { id as anyId, type RecordId } from '#domain/ids.ts'
import type { DeviceKind } from '#domain/rights.ts'
import type { Role } from '#domain/roles.ts'

/** What becomes of an invitation after it was made (`office.ts`). */
const id = pipe(anyId, minLength(1))

export type InvitationState = 'open' | 'used' | 'expired' | 'withdrawn'

/** GET /api/invitations → `{invitations}`, newest first. */
export interface InvitationRow {
  readonly id: string
  readonly name: string
  readonly role: Role
  readonly place: RecordId
  readonly from: string
  readonly to?: string
  readonly deviceKind: DeviceKind
  readonly state: InvitationState
  readonly expiresAt: string
  readonly usedAt?: string
  /** Who waits now for a yes, the first one first. */
  readonly knocks: readonly KnockRow[]
  /** How often it was tried when it was over, or by one browser too many; not counted on for ever. */
  readonly vain: number
}

/** A browser that confirmed an invitation: `number` stands on its screen. */
export interface KnockRow {
  /** Six digits. */
  readonly number: string
  readonly at: string
  readonly deviceKind: DeviceKind
}

/**
 * POST /api/invitations/answer → `{}`: whether the number is the one that the invited person reads out. A yes lets that browser
 * in, a no takes the invitation back.
 */
export const answerSchema = object({ id, number: pipe(string(), regex(/^\d{6}$/)), yes: boolean() })
export type Answer = InferOutput<typeof answerSchema>

/** POST /api/invitations/withdraw → `{}`. */
export const withdrawSchema = object({ id })

/** The inviter has not answered yet. */
export interface Waiting {
  /** Six digits, to be read out to the inviter, who has them too. */
  readonly waiting: string
  /** When they are over, and the next answer brings others. */
  readonly until: string
  readonly serverTime: string
}
