import type { Change } from '#domain/change.ts'
import type { ChangeId } from '#domain/ids.ts'

/** What the writers know, apart from the product: what a device made durable, and what the server said it has. */
export interface Ledger {
  /** Every change a device was told is on its disk. */
  readonly saved: ReadonlyMap<ChangeId, Change>
  /** Every change an answer of the server has named. */
  readonly acked: ReadonlySet<ChangeId>
  /** Answers that tell of a defect. */
  readonly troubles: readonly string[]
  save(changes: readonly Change[]): void
  /** One answer as it came over the wire. */
  hear(path: string, status: number, text: string): void
  copy(): Ledger
}

export function aLedger(from?: Ledger): Ledger {
  const saved = new Map(from?.saved)
  const acked = new Set(from?.acked)
  const troubles = [...(from?.troubles ?? [])]
  const ledger: Ledger = {
    saved,
    acked,
    troubles,
    save(changes) {
      for (const change of changes) saved.set(change.id, change)
    },
    hear(path, status, text) {
      if (status >= 500) troubles.push(`${path} answered ${status}`)
      if (status !== 200 || path !== '/api/sync') return
      const { outcomes } = JSON.parse(text) as { outcomes: readonly { id: ChangeId }[] }
      for (const { id } of outcomes) acked.add(id)
    },
    copy: () => aLedger(ledger),
  }
  return ledger
}
