import { same } from '#domain/merge.ts'
import type { LogRow } from '#server/log/log.ts'
import type { Finding, History } from '../history.ts'

type Edits = Readonly<Record<string, { readonly was?: unknown; readonly now?: unknown } | undefined>>

/**
 * INV-12: nothing is overwritten in silence. An edit that changed a field which did not say what its author had seen is
 * `merged`, and its outcome or a proposal has the other value. Both stay in the log (`payloads`). Followed from the log
 * alone, for records whose whole life is one epoch: after a restore rows do not stand in the order of their effect.
 */
export function overwritten({ end }: History): readonly Finding[] {
  const findings: Finding[] = []
  for (const { rows } of end.servers.values()) {
    const mixed = new Set(rows.filter((row) => row.first).map((row) => row.record))
    const epochs = new Map<string, string>()
    const values = new Map<string, unknown>()
    for (const row of rows) {
      const first = epochs.get(row.record) ?? row.epoch
      epochs.set(row.record, first)
      if (first !== row.epoch || mixed.has(row.record)) continue
      findings.push(...silent(row, values))
    }
  }
  return findings
}

/** Follows the fields that edits set; a field nobody has edited yet is not known. */
function silent(row: LogRow, values: Map<string, unknown>): readonly Finding[] {
  const { is } = row.outcome
  if (is !== 'applied' && is !== 'merged') return []
  if (/\.(settle|enter|write|assign|agree|share|toOrder|answer|use)$/.test(row.name)) {
    for (const key of values.keys()) if (key.startsWith(`${row.record} `)) values.delete(key)
    return []
  }
  if (!row.name.endsWith('.edit') && !row.name.endsWith('.amend')) return []
  const edits = (row.body as { args: Edits }).args
  const findings: Finding[] = []
  for (const [field, edit] of Object.entries(edits)) {
    if (!edit) continue
    const key = `${row.record} ${field}`
    const known = values.has(key)
    const before = values.get(key)
    const contested = known && !same(before, edit.was) && !same(before, edit.now)
    if (contested && is === 'applied')
      findings.push({ is: 'overwritten', what: `${row.name} ${row.change} changes ${field} in silence` })
    // A roster keeps what stands; of two urgencies the higher stands. What it is now is not told by this row.
    if (contested || (!known && is === 'merged')) values.delete(key)
    else values.set(key, edit.now)
  }
  return findings
}
