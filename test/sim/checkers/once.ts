import type { Finding, History } from '../history.ts'

const LISTS = [
  'followUps',
  'events',
  'steps',
  'opinions',
  'wishes',
  'versions',
  'quotes',
  'acceptances',
] as const

type WithWords = Readonly<Partial<Record<(typeof LISTS)[number], readonly { readonly id: string }[]>>>

/**
 * INV-3, INV-4 (unique-ids): a change has one row for ever, and what it added stands once in its record. Asked again about a
 * change, the server answers the same while it lives; only what waits may become something else, once.
 */
export function once({ events, end }: History): readonly Finding[] {
  const findings: Finding[] = []
  for (const [tenant, { rows, records }] of end.servers) {
    for (const id of twice(rows.map((row) => row.change)))
      findings.push({ is: 'doubled', what: `${id} has two rows in ${tenant}` })
    for (const record of records) {
      for (const id of twice(LISTS.flatMap((list) => (record as WithWords)[list] ?? []).map((one) => one.id)))
        findings.push({ is: 'doubled', what: `${id} stands twice in ${record.kind} ${record.id}` })
    }
  }
  const told = new Map<string, string>()
  for (const event of events) {
    // Another life of the database may judge anew what it does not know of: `takenBack` has that.
    if (event.is === 'restored') told.clear()
    if (event.is !== 'reply') continue
    for (const { id, outcome } of event.outcomes) {
      const before = told.get(id)
      if (before !== undefined && before !== outcome.is && before !== 'waits')
        findings.push({ is: 'doubled', what: `${id} was ${before} and is ${outcome.is}` })
      told.set(id, outcome.is)
    }
  }
  return findings
}

function twice(ids: readonly string[]): readonly string[] {
  const seen = new Set<string>()
  return ids.filter((id) => seen.size === seen.add(id).size)
}
