import type { Finding, History } from '../history.ts'

/**
 * INV-4, W7: what a device was told is done, and still has in its sent log, is not held afterwards: not by a server that was
 * put back either. Only a server that does not know the device, or not the build that
 * said it, keeps it for the office.
 */
export function takenBack({ end }: History): readonly Finding[] {
  const held = new Map<string, string>()
  for (const { rows } of end.servers.values())
    for (const { change, outcome } of rows) if (outcome.is === 'held') held.set(change, outcome.why)
  const released = new Set<string>()
  for (const { records } of end.servers.values()) {
    for (const record of records) {
      if (record.kind !== 'held') continue
      const { status, change } = record as typeof record & { status: string; change: { id: string } }
      if (status !== 'open') released.add(change.id)
    }
  }
  const findings: Finding[] = []
  for (const [disk, { told }] of end.owed) {
    for (const [id, { is }] of told) {
      const why = held.get(id)
      if (why === undefined || why === 'unknownDevice' || why === 'newer' || released.has(id)) continue
      if (is === 'applied' || is === 'merged')
        findings.push({ is: 'takenBack', what: `${id} was ${is} for ${disk} and is held: ${why}` })
    }
  }
  return findings
}
