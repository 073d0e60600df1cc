import type { DeviceId, Epoch, TenantId } from '#domain/ids.ts'
import type { Scope } from '#domain/rights.ts'
import type { Log } from '#server/log/log.ts'
import type { ServerSeals } from '#server/sealing.ts'

/** What the records of a server stand on; everything that is not a rule is handed in. */
export interface House {
  readonly log: Log
  readonly seals: ServerSeals
  /** ISO instant. */
  clock(): string
  newId(): string
  /** A name for another life of the log: time of start, then chance. */
  startEpoch(): Epoch
  /** Of these hashes, those whose photos this device has brought (W14). Without it none is. */
  photosHere?(tenant: TenantId, device: DeviceId, hashes: readonly string[]): Promise<readonly string[]>
  /** The devices that brought a photo; undefined when it is not here. */
  photoBroughtBy?(tenant: TenantId, hash: string): Promise<readonly DeviceId[] | undefined>
  /** After a transaction that wrote: the scopes it touched, so that their readers can be told that something moved (W12). */
  moved?(tenant: TenantId, touched: readonly Scope[]): void
}
