import type { Finding, History, Look } from '../history.ts'

/** What a change puts into its record under its own id. */
const ADDS = ['feedback.note', 'order.note', 'shift.bag']

/**
 * INV-7: what was saved on a device and is not acknowledged yet is shown there: the record it makes, the words it adds.
 * Looked at in the middle of a life and at its end.
 */
export function readYourWrites({ events, end }: History): readonly Finding[] {
  const looks = events.flatMap((event) => (event.is === 'looked' ? [event.look] : []))
  return [...looks, ...end.looks].flatMap(hidden)
}

function hidden({ disk, books, outbox }: Look): readonly Finding[] {
  const findings: Finding[] = []
  for (const { records, pending } of books) {
    const shown = new Map(records.map((record) => [record.id, record]))
    const folded = new Set(pending.map(({ id }) => id))
    for (const id of outbox)
      if (!folded.has(id)) findings.push({ is: 'vanished', what: `${disk} does not know its own ${id}` })
    const takenBack = new Set(
      pending.flatMap(({ name, args }) => (name === 'shift.unbag' ? [(args as { bag: string }).bag] : [])),
    )
    for (const { id, record, name } of pending) {
      const there = shown.get(record)
      const made = /\.(write|open|record|enter)$/.test(name)
      if (made && !there) findings.push({ is: 'vanished', what: `${disk} does not show ${name} ${id}` })
      if (there && ADDS.includes(name) && !takenBack.has(id) && !JSON.stringify(there).includes(`"${id}"`))
        findings.push({ is: 'vanished', what: `${disk} does not show the words of ${id}` })
    }
  }
  return findings
}
