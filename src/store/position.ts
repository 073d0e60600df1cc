import type { DeviceId, Epoch, StreamId, TenantId } from '#domain/ids.ts'
import type { Part } from '#domain/rights.ts'
import type { Read, Write } from './disk.ts'

/** Where this device stands towards its server. One row; it moves only together with what it speaks of. */
export interface Position {
  readonly tenant: TenantId
  readonly device: DeviceId
  readonly stream: StreamId
  readonly epoch: Epoch
  /** Own changes of the stream that the server has acknowledged and this device has put away. */
  readonly acked: number
  /** Opaque; compared for equality only. Empty before the first walk. */
  readonly cursor: string
  /** Hash of the parts the bases were read under; empty: to be walked anew. */
  readonly scope: string
  readonly parts: readonly Part[]
  /** Number of the latest walk; bases carry the number under which they came. */
  readonly walk: number
  readonly walking: boolean
  /** Rows of the sent log stand before the queue (W7). */
  readonly resending: boolean
  /** All that somebody could read here is deleted, as the server asked; it has not taken that back. */
  readonly wiped?: true
  /** Server time of the last reply that was taken. */
  readonly serverTime?: string
}

const KEY = 'position'

/** All that may be read here has come: the first walk, or the one after a change of rights, has ended. */
export function isWhole({ scope, walking }: Position): boolean {
  return scope !== '' && !walking
}

export function positionIn(tx: Read): Promise<Position | undefined> {
  return tx.get<Position>('meta', KEY)
}

export function putPosition(tx: Write, position: Position): void {
  tx.put('meta', KEY, position)
}

/** A device that has just been enrolled: nothing sent, nothing known. */
export function firstPosition(enrolled: {
  tenant: TenantId
  device: DeviceId
  stream: StreamId
  epoch: Epoch
}): Position {
  return {
    ...enrolled,
    acked: 0,
    cursor: '',
    scope: '',
    parts: [],
    walk: 0,
    walking: false,
    resending: false,
  }
}
