import type { Finding, History } from '../history.ts'

/** INV-6 (causal-reverse): what one disk saved stands in the server's order as it was saved, through every restore and fork. */
export function order({ end }: History): readonly Finding[] {
  const at = new Map<string, number>()
  for (const { rows } of end.servers.values()) for (const row of rows) at.set(row.change, row.seq)
  const findings: Finding[] = []
  for (const [disk, owed] of end.owed) {
    let last = { id: '', seq: 0 }
    for (const id of owed.order) {
      const seq = at.get(id)
      if (seq === undefined) continue
      if (seq < last.seq) findings.push({ is: 'disordered', what: `${disk}: ${id} stands before ${last.id}` })
      last = { id, seq }
    }
  }
  return findings
}
