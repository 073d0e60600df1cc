import type { RecordId } from '#domain/ids.ts'
import type { DeviceKind } from '#domain/rights.ts'
import type { Role } from '#domain/roles.ts'

export interface InvitationRow {
  readonly id: string
  readonly name: string
  readonly role: Role
  readonly place: RecordId
  readonly from: string
  readonly to?: string
  readonly deviceKind: DeviceKind
  readonly state: 'open' | 'used' | 'expired' | 'withdrawn'
  readonly expiresAt: string
  readonly usedAt?: string
  /** Browsers that wait for a yes now. */
  readonly knocks: readonly Knock[]
  /** How many tried it in vain. */
  readonly vain: number
}

/** `number`: six digits that stand on that browser's screen too. */
export interface Knock {
  readonly number: string
  readonly at: string
  readonly deviceKind: DeviceKind
}

/** The inviter has not said yes yet: six digits to be read out to them. */
export interface Waiting {
  readonly waiting: string
  readonly until: string
}
