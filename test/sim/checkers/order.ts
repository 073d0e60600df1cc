import type { Finding, History } from '../history.ts'

/** INV-6 (causal-reverse): what one disk saved stands in the server's order as it was saved, through every restore and fork. */
export function order({ events, end }: History): readonly Finding[] {
  const at = new Map<string, number>()
  for (const { rows } of end.servers.values()) for (const row of rows) at.set(row.change, row.seq)
  // What was unsent when a profile was cloned is sent by both copies, and one of them may have lost what came before it.
  const copies = new Map<string, number>()
  for (const { order: ids } of end.owed.values())
    for (const id of ids) copies.set(id, (copies.get(id) ?? 0) + 1)
  // Also where the one that saved it has been emptied since.
  const savedOn = new Map(
    events.flatMap((one) => (one.is === 'saved' ? [[one.change.id, one.disk] as const] : [])),
  )
  const findings: Finding[] = []
  for (const [disk, owed] of end.owed) {
    let last = { id: '', seq: 0 }
    for (const id of owed.order) {
      const seq = at.get(id)
      if (seq === undefined || copies.get(id) !== 1 || (savedOn.get(id) ?? disk) !== disk) continue
      if (seq < last.seq) findings.push({ is: 'disordered', what: `${disk}: ${id} stands before ${last.id}` })
      last = { id, seq }
    }
  }
  return findings
}
