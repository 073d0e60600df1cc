import { same } from '#domain/merge.ts'
import type { Finding, History } from '../history.ts'

/** INV-12, W3: no accepted payload disappears. What lies in the log is what was saved, word for word, whatever became of it. */
export function payloads({ events, end }: History): readonly Finding[] {
  const saved = new Map<string, unknown>()
  for (const event of events) if (event.is === 'saved') saved.set(event.change.id, event.change)
  const findings: Finding[] = []
  for (const { rows, records } of end.servers.values()) {
    for (const record of records) {
      // Who decides on what was held reads the record, so its words are there too.
      const { change, body } = record as typeof record & {
        change?: { id: string; name: string }
        body?: unknown
      }
      const was = change && (saved.get(change.id) as { args: unknown } | undefined)
      if (record.kind !== 'held' || !was) continue
      if (!same(plain((body as { args?: unknown } | null)?.args), plain(was.args)))
        findings.push({ is: 'altered', what: `${change.name} ${change.id} is held without its words` })
    }
    for (const { change, name, v, record, actor, body } of rows) {
      const was = saved.get(change) as
        | { record: string; name: string; v: number; actor: string; at: string; args: unknown }
        | undefined
      if (!was) continue
      const { at, args } = (body ?? {}) as { at?: unknown; args?: unknown }
      const is = { record, name, v, actor, at, args: plain(args) }
      const meant = { record: was.record, name: was.name, v: was.v, actor: was.actor, at: was.at }
      if (!same(is, { ...meant, args: plain(was.args) }))
        findings.push({ is: 'altered', what: `${name} ${change} is not what was saved` })
    }
  }
  return findings
}

/** What travels is JSON: a field without a value is no field. */
function plain(value: unknown): unknown {
  return value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as unknown)
}
