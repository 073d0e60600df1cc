import type { TenantId } from '#domain/ids.ts'
import { type Dialect, DIALECTS, type Recording, recordingId } from '#domain/bins/recording.ts'
import type { View } from '#store/view.ts'

export interface Slot {
  readonly dialect: Dialect
  /** SHA-256 of the bytes, hex. */
  readonly sound?: string
}

/** The slots of a card, the filled and the empty ones. */
export function slotsOf(view: View, tenant: TenantId, card: string): readonly Slot[] {
  return DIALECTS.map((dialect) => {
    const record = view.get<Recording>(recordingId(tenant, card, dialect))
    return { dialect, ...(record?.sound !== undefined && !record.voided && { sound: record.sound }) }
  })
}
