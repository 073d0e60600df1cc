import type { Finding, History } from '../history.ts'

/** W3: what waited for its record is judged when the record comes; nothing waits for what is here. */
export function waiting({ end }: History): readonly Finding[] {
  const findings: Finding[] = []
  for (const { rows, records } of end.servers.values()) {
    const here = new Set(records.map(({ id }) => id))
    for (const { change, name, record, outcome } of rows)
      if (outcome.is === 'waits' && here.has(record))
        findings.push({ is: 'stuck', what: `${name} ${change} waits for ${record}, which is here` })
  }
  return findings
}
