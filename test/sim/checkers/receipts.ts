import type { Finding, History } from '../history.ts'

/** INV-15: whoever was told that something was not taken finds a receipt for it on that device, with or without the right to read it. */
export function receipts({ events, end }: History): readonly Finding[] {
  const acts = new Map<string, string>()
  // Also of what was never called saved: its author died between the commit and the word.
  for (const event of events)
    if (event.is === 'wrote') for (const { change, act } of event.rows) acts.set(change, act ?? change)
  const findings: Finding[] = []
  for (const { disk, receipts: kept } of end.looks) {
    const said = new Set(kept.map((id) => acts.get(id) ?? id))
    for (const [id, outcome] of end.owed.get(disk)?.told ?? [])
      if ((outcome.is === 'held' || outcome.is === 'erased') && !said.has(acts.get(id) ?? id))
        findings.push({ is: 'unreceipted', what: `${disk} does not tell of ${id}` })
  }
  return findings
}
