import type { Finding, History } from '../history.ts'

/** INV-25, W4: an outcome leaves the server only when the transaction that wrote its row has come to its end. */
export function durable({ events }: History): readonly Finding[] {
  const written = new Map<string, Set<string>>()
  const of = (tenant: string) => written.get(tenant) ?? written.set(tenant, new Set()).get(tenant)!
  const findings: Finding[] = []
  for (const event of events) {
    if (event.is === 'wrote') for (const { change } of event.rows) of(event.tenant).add(change)
    if (event.is === 'restored')
      for (const [tenant, { rows }] of event.tenants)
        written.set(tenant, new Set(rows.map(({ change }) => change)))
    if (event.is !== 'reply') continue
    for (const { id } of event.outcomes)
      if (!of(event.tenant).has(id))
        findings.push({ is: 'ackedLost', what: `${id} is acknowledged, and no log has it` })
  }
  return findings
}
