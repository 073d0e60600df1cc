import type { Finding, History } from '../history.ts'

/** INV-8: the log of a tenant is 1, 2, 3… to its head, at its end and at each transaction that added to it. */
export function gaps({ events, end, compounds }: History): readonly Finding[] {
  const findings: Finding[] = []
  const heads = new Map<string, number>()
  for (const event of events) {
    if (event.is === 'restored')
      for (const [tenant, { rows }] of event.tenants) heads.set(tenant, rows.at(-1)?.seq ?? 0)
    if (event.is !== 'wrote') continue
    for (const { seq } of event.rows) {
      const head = heads.get(event.tenant) ?? 0
      if (seq !== head + 1) findings.push({ is: 'gapped', what: `${event.tenant}: ${seq} after ${head}` })
      heads.set(event.tenant, seq)
    }
  }
  for (const tenant of compounds.keys()) {
    const rows = end.servers.get(tenant)?.rows ?? []
    for (const [index, { seq }] of rows.entries()) {
      if (seq !== index + 1) findings.push({ is: 'gapped', what: `${tenant}: row ${index + 1} is ${seq}` })
    }
  }
  return findings
}
