import type { Finding, History } from '../history.ts'

/**
 * INV-1, INV-2 (set-full): whatever was called saved is on the server after the quiet phase, whatever happened between,
 * unless nature took the last thing that held it. Acknowledged work that is gone is named apart: it is the worse loss.
 */
export function lost({ events, end }: History): readonly Finding[] {
  const here = new Set<string>()
  for (const { rows } of end.servers.values()) for (const row of rows) here.add(row.change)
  const excused = new Set<string>()
  const acknowledged = new Set<string>()
  for (const event of events) {
    if (event.is === 'excused') for (const id of event.changes) excused.add(id)
    if (event.is === 'told') for (const { id } of event.told) acknowledged.add(id)
  }
  const findings: Finding[] = []
  for (const event of events) {
    if (event.is !== 'saved') continue
    const { id, name } = event.change
    if (here.has(id) || excused.has(id)) continue
    const what = `${name} ${id} of ${event.disk} is on no server`
    findings.push({ is: acknowledged.has(id) ? 'ackedLost' : 'savedLost', what })
  }
  return findings
}
