import type { Finding, History } from '../history.ts'

/** INV-15: whoever was told that something was not taken finds a receipt for it on that device, with or without the right to read it. */
export function receipts({ events, end }: History): readonly Finding[] {
  const acts = new Map<string, string>()
  for (const event of events)
    if (event.is === 'saved') acts.set(event.change.id, event.change.act ?? event.change.id)
  const findings: Finding[] = []
  for (const { disk, receipts: kept } of end.looks) {
    const said = new Set(kept.map((id) => acts.get(id) ?? id))
    for (const [id, outcome] of end.owed.get(disk)?.told ?? [])
      if (outcome.is === 'held' && !said.has(acts.get(id) ?? id))
        findings.push({ is: 'unreceipted', what: `${disk} does not tell of ${id}` })
  }
  return findings
}
