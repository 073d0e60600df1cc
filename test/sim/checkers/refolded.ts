import { fold } from '#domain/catalogue.ts'
import { took } from '#domain/change.ts'
import type { RecordId } from '#domain/ids.ts'
import { same } from '#domain/merge.ts'
import type { Recorded } from '#domain/record.ts'
import type { LogRow } from '#server/log/log.ts'
import type { Finding, History, ServerState } from '../history.ts'

/**
 * INV-3, INV-11: a record is the fold of its accepted rows in the server's order, each once: no effect is missing and none
 * came twice, whatever was doubled, late or sent again. For lives in which the database was never put back.
 */
export function refolded({ events, end }: History): readonly Finding[] {
  // After a restore rows do not stand in the order of their effect.
  if (events.some(({ is }) => is === 'restored')) return []
  const findings: Finding[] = []
  for (const state of end.servers.values()) {
    const expected = replay(state)
    // What only a later build can fold.
    const names = ['notice.post', 'shift.weigh']
    const later = new Set(state.rows.flatMap((row) => (names.includes(row.name) ? [row.record] : [])))
    for (const stands of state.records) {
      const record = whole(stands)
      // What is held is kept by rows that name a payload without carrying it.
      if (record.kind === 'held' || record.kind === 'tombstone' || later.has(record.id)) continue
      const folded = expected.get(record.id)
      // W15: where a name was cut, who of two had the last word on the field is not told again.
      const own = folded && stands.cut ? { ...folded, ...(record.won && { won: record.won }) } : folded
      if (!own || !same(own, record))
        findings.push({
          is: 'doubled',
          what: `${record.kind} ${record.id} is not the fold of its rows in ${unlike(own, record)}`,
        })
    }
  }
  return findings
}

function whole(stands: Recorded): Recorded {
  const { cut: _, ...record } = stands
  return record
}

function replay({ rows }: ServerState): ReadonlyMap<RecordId, Recorded> {
  const records = new Map<RecordId, Recorded>()
  // A row that waited took effect where its record came.
  const steps = rows
    .filter((row) => took(row.outcome) && !/\.came$|^held\.|\.cut$|^tombstone\./.test(row.name))
    .map((row) => ({ row, seq: row.first?.seq ?? row.seq }))
    .sort((a, b) => a.seq - b.seq)
  for (const { row, seq } of steps) {
    const before = records.get(row.record)
    const { at = '', args } = (row.body ?? {}) as { at?: string; args?: unknown }
    if (row.name.endsWith('.follow')) {
      if (before) records.set(row.record, { ...before, place: (args as { place: RecordId }).place })
      continue
    }
    const { record } = fold(before, changeOf(row, at, args), {
      epoch: row.epoch,
      seq,
      receivedAt: row.first?.receivedAt ?? row.receivedAt,
      ...(row.no !== undefined && { no: row.no }),
    })
    if (!record) continue
    const placed = headed(record, before, records)
    // W8: what came after its author's duty had ended says so.
    const late = row.outcome.is === 'applied' && row.outcome.lapsed
    records.set(row.record, late ? { ...placed, lapsed: true } : placed)
  }
  return records
}

/** A new part lies where its head lies. */
function headed(
  record: Recorded,
  before: Recorded | undefined,
  records: ReadonlyMap<RecordId, Recorded>,
): Recorded {
  const part = record as Recorded & { resident?: RecordId; feedback?: RecordId }
  const head = ['contact', 'care', 'reasons'].includes(record.kind)
    ? part.resident
    : record.kind === 'reporter'
      ? part.feedback
      : undefined
  const place = head === undefined || before ? undefined : records.get(head)?.place
  return place === undefined || place === record.place ? record : { ...record, place }
}

function changeOf({ change, record, name, v, actor, act }: LogRow, at: string, args: unknown) {
  return { id: change, record, name, v, actor, at, args, ...(act !== undefined && { act }) }
}

function unlike(one: Recorded | undefined, other: Recorded): string {
  if (!one) return 'anything'
  const [a, b] = [one, other] as unknown as Record<string, unknown>[]
  const fields = new Set([...Object.keys(a ?? {}), ...Object.keys(b ?? {})])
  return [...fields].filter((field) => !same(a?.[field], b?.[field])).join(', ')
}
