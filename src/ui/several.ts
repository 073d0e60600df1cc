import type { Answer } from '#device/asking.ts'
import type { TenantId } from '#domain/ids.ts'

/** Another compound that this browser holds, on a disk of its own. One whose disk does not open has no name and no count. */
export interface HeldCompound {
  /** Which disk; undefined: the first. */
  readonly beside: TenantId | undefined
  readonly tenant?: TenantId
  readonly name?: string
  /** Records and photos that are on this phone only. */
  readonly unsent: number | undefined
}

/** One's own phone may hold several compounds. */
export interface Several {
  /** All but the one that is open. */
  held(): Promise<readonly HeldCompound[]>
  /** Opens another one that is held; needs no network. */
  goTo(beside: TenantId | undefined): void
  /** The first time: makes this browser a device of it too. */
  enter(tenant: TenantId, name: string, passphrase: string): Promise<Answer<object>>
}
