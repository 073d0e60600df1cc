import type { Change } from '#domain/change.ts'
import { same } from '#domain/merge.ts'
import { withoutThem } from '../erasing.ts'
import type { ErasedEvent, Finding, History } from '../history.ts'

/**
 * INV-12, W3: no accepted payload disappears. What lies in the log is what was saved, word for word, whatever became of it; without
 * the name of somebody who was erased, and of their own without words (W15).
 */
export function payloads({ events, end }: History): readonly Finding[] {
  const saved = new Map<string, Change>()
  for (const event of events) if (event.is === 'saved') saved.set(event.change.id, event.change)
  const findings: Finding[] = []
  const erased = events.filter((event): event is ErasedEvent => event.is === 'erased')
  for (const [tenant, { rows, records }] of end.servers) {
    const places = new Map(records.map(({ id, place }) => [id, place]))
    const buried = new Set(records.flatMap(({ id, kind }) => (kind === 'tombstone' ? [id] : [])))
    const gone = erased.filter((one) => one.tenant === tenant)
    for (const record of records) {
      // Who decides on what was held reads the record, so its words are there too.
      const { change, body } = record as typeof record & {
        change?: { id: string; name: string }
        body?: unknown
      }
      const was = change && saved.get(change.id)
      if (record.kind !== 'held' || !was) continue
      const there = plain((body as { args?: unknown } | null)?.args)
      const cut = withoutThem(was, places.get(was.record), gone)
      if (![plain(was.args), ...cut].some((one) => same(there, one)))
        findings.push({ is: 'altered', what: `${change.name} ${change.id} is held without its words` })
    }
    for (const { change, name, v, record, actor, body } of rows) {
      const was = saved.get(change)
      if (!was) continue
      const { at, args } = (body ?? {}) as { at?: unknown; args?: unknown }
      // W15: of what was theirs, and of what waited of it, nothing is left but that it was.
      if (args === null && (buried.has(record) || gone.some(({ own }) => own.has(record)))) continue
      const is = { record, name, v, actor, at, args: plain(args) }
      const meant = { record: was.record, name: was.name, v: was.v, actor: was.actor, at: was.at }
      const cut = gone.length > 0 ? withoutThem(was, places.get(record), gone) : []
      if (![plain(was.args), ...cut].some((args) => same(is, { ...meant, args })))
        findings.push({ is: 'altered', what: `${name} ${change} is not what was saved` })
    }
  }
  return findings
}

/** What travels is JSON: a field without a value is no field. */
function plain(value: unknown): unknown {
  return value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as unknown)
}
