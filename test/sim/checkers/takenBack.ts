import type { Finding, History } from '../history.ts'

/**
 * INV-4, W7: what a device was told is done, and still has in its sent log, is not held afterwards: not by a server that was
 * put back either. Only a server that does not know the device, or not the build that
 * said it, keeps it for the office; and what nature took from a record may leave later steps on it without their ground.
 */
export function takenBack({ events, end }: History): readonly Finding[] {
  const held = new Map<string, string>()
  for (const { rows, records } of end.servers.values()) {
    const authors = new Map(records.map(({ id, author }) => [id, author]))
    for (const { change, record, actor, outcome, first } of rows) {
      if (outcome.is !== 'held') continue
      // Devices bring a history back in another order: a step that another one forbids now is kept for the office. So is
      // an author's step on what somebody else was the first to make this time.
      const order =
        outcome.why === 'wrongState' ||
        outcome.why === 'actHeld' ||
        (outcome.why === 'notAllowed' && authors.has(record) && authors.get(record) !== actor)
      if (first === undefined || !order) held.set(change, outcome.why)
    }
  }
  const released = new Set<string>()
  for (const { records } of end.servers.values()) {
    for (const record of records) {
      if (record.kind !== 'held') continue
      const { status, change } = record as typeof record & { status: string; change: { id: string } }
      if (status !== 'open') released.add(change.id)
    }
  }
  const orphaned = withoutBefore(events, end)
  const findings: Finding[] = []
  for (const [disk, { told }] of end.owed) {
    for (const [id, { is }] of told) {
      const why = held.get(id)
      if (
        why === undefined ||
        why === 'unknownDevice' ||
        why === 'newer' ||
        released.has(id) ||
        orphaned.has(id)
      )
        continue
      if (is === 'applied' || is === 'merged')
        findings.push({ is: 'takenBack', what: `${id} was ${is} for ${disk} and is held: ${why}` })
    }
  }
  return findings
}

/** Changes of acts that touch a record of which nature took something: what they followed on may never come back. */
function withoutBefore(events: History['events'], end: History['end']): ReadonlySet<string> {
  const records = new Map<string, string>()
  const gone = new Set<string>()
  for (const event of events) {
    if (event.is === 'wrote') for (const row of event.rows) records.set(row.change, row.record)
    if (event.is === 'saved') records.set(event.change.id, event.change.record)
  }
  for (const event of events)
    if (event.is === 'excused') for (const id of event.changes) gone.add(records.get(id) ?? '')
  const orphaned = new Set<string>()
  const acts = new Set<string>()
  const rows = [...end.servers.values()].flatMap((state) => state.rows)
  for (const row of rows) if (row.act !== undefined && gone.has(row.record)) acts.add(row.act)
  for (const row of rows)
    if (gone.has(row.record) || (row.act !== undefined && acts.has(row.act))) orphaned.add(row.change)
  return orphaned
}
