import type { Finding, History } from '../history.ts'

/**
 * INV-16: a claimed time counts for nothing. Whatever the clocks of devices say, each row has the server's time of its
 * transaction, and those times go on with the log.
 */
export function clocks({ events }: History): readonly Finding[] {
  const findings: Finding[] = []
  for (const event of events) {
    if (event.is !== 'wrote') continue
    for (const { change, name, receivedAt } of event.rows) {
      if (Math.abs(Date.parse(event.at) - Date.parse(receivedAt)) > 60_000)
        findings.push({ is: 'trusted', what: `${name} ${change} came at ${receivedAt}, it was ${event.at}` })
    }
    for (const { kind, id, receivedAt } of event.records) {
      if (receivedAt !== undefined && receivedAt > event.at)
        findings.push({ is: 'trusted', what: `${kind} ${id} came at ${receivedAt}, it was ${event.at}` })
    }
  }
  return findings
}
