import type { RecordId } from '#domain/ids.ts'
import type { Recorded } from '#domain/record.ts'
import type { Finding, History } from '../history.ts'
import { type Ground, mayHave } from '../reading.ts'
import { ServerStates } from './serverStates.ts'

/**
 * INV-13, INV-24: that somebody was erased is itself something to know of a person. A reply says it of what is a tombstone, and to whom
 * today's rights would show what stood there; of nobody who left its reader's reach first. Judged by this world's own idea of rights.
 */
export function erasedWord({ events, compounds }: History): readonly Finding[] {
  const states = new ServerStates(compounds)
  const last = new Map<RecordId, Recorded>()
  const findings: Finding[] = []
  const stood = (records: Iterable<Recorded>) => {
    for (const record of records) if (record.kind !== 'tombstone') last.set(record.id, record)
  }
  for (const event of events) {
    states.follow(event)
    if (event.is === 'wrote') stood(event.records)
    // What a backup does not have is known by what stood there last.
    if (event.is === 'restored') for (const { records } of event.tenants.values()) stood(records)
    if (event.is !== 'reply') continue
    const { tenant, day, reader, device } = event
    const now = states.ground(tenant, day)
    const then: Ground = {
      ...now,
      record: (id) => {
        const there = now.record(id)
        return there?.kind === 'tombstone' ? last.get(id) : there
      },
    }
    for (const id of event.erased) {
      const was = last.get(id)
      if (now.record(id)?.kind !== 'tombstone')
        findings.push({ is: 'leaked', what: `${id} is called erased to ${device} and is there` })
      else if (was && mayHave(reader, was, then) === false)
        findings.push({ is: 'leaked', what: `${device} hears that ${was.kind} ${id} is erased` })
    }
  }
  return findings
}
