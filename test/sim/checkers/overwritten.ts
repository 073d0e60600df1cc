import { same } from '#domain/merge.ts'
import type { LogRow } from '#server/log/log.ts'
import type { Finding, History } from '../history.ts'

type Edits = Readonly<Record<string, { readonly was?: unknown; readonly now?: unknown } | undefined>>

/**
 * INV-12: nothing is overwritten in silence. An edit that changed a field which did not say what its author had seen is
 * `merged`, and its outcome or a proposal has the other value. Both stay in the log (`payloads`). Followed from the log
 * alone, for records whose whole life is one epoch: after a restore rows do not stand in the order of their effect.
 */
export function overwritten({ end }: History): readonly Finding[] {
  const findings: Finding[] = []
  for (const { rows } of end.servers.values()) {
    const mixed = new Set(rows.filter((row) => row.first).map((row) => row.record))
    const epochs = new Map<string, string>()
    const values = new Map<string, unknown>()
    for (const row of rows) {
      const first = epochs.get(row.record) ?? row.epoch
      epochs.set(row.record, first)
      if (first !== row.epoch || mixed.has(row.record)) continue
      // W15: what was said of somebody who is erased is not there to be compared.
      if ((row.body as { args?: unknown } | null)?.args === null) continue
      findings.push(...silent(row, values))
    }
  }
  return findings
}

/** Follows the fields that edits set; a field nobody has edited yet is not known. */
function silent(row: LogRow, values: Map<string, unknown>): readonly Finding[] {
  const { is } = row.outcome
  const whole = wholeRecord(row)
  if (whole) return unheard(row, whole, values)
  if (is !== 'applied' && is !== 'merged') return []
  if (row.name === 'feedback.type') {
    // Of two who put one sound into words the first stands; the second is told.
    const key = `typed ${row.record}`
    const second = values.has(key)
    values.set(key, true)
    return second && is === 'applied'
      ? [{ is: 'overwritten', what: `${row.change} types over the words of another` }]
      : []
  }
  if (/\.(settle|resolve|enter|form|write|assign|agree|share|toOrder|answer|use|renumber)$/.test(row.name)) {
    for (const key of values.keys()) if (key.startsWith(`${row.record} `)) values.delete(key)
    return []
  }
  if (!row.name.endsWith('.edit') && !row.name.endsWith('.amend')) return []
  const edits = (row.body as { args: Edits }).args
  const findings: Finding[] = []
  for (const [field, edit] of Object.entries(edits)) {
    if (!edit) continue
    const key = `${row.record} ${field}`
    const known = values.has(key)
    const before = values.get(key)
    const contested = known && !same(before, edit.was) && !same(before, edit.now)
    if (contested && is === 'applied')
      findings.push({ is: 'overwritten', what: `${row.name} ${row.change} changes ${field} in silence` })
    // A roster keeps what stands; of two urgencies the higher stands. What it is now is not told by this row.
    if (contested || (!known && is === 'merged')) values.delete(key)
    else values.set(key, edit.now)
  }
  return findings
}

/** What is said as a whole, whoever was first: the fields it is about, and what its author saw there. */
function wholeRecord({ name, body }: LogRow): Edits | undefined {
  const { args } = body as { args: Readonly<Record<string, unknown>> }
  const { was } = args
  if (name.startsWith('duty.')) return { person: { was, now: args['person'] } }
  if (name === 'agendaItem.count') return { votes: { was, now: args['now'] } }
  if (name === 'budgetLine.set') return { cents: { was, now: args['cents'] } }
  if (name === 'accountYear.set' || name === 'feeRate.put') {
    const { place: _, year: __, month: ___, ...edits } = args
    return edits as Edits
  }
  if (name === 'recording.put') return { sound: { was, now: args['sound'] } }
  if (name === 'wasteRule.put')
    return { waste: { was, now: args['waste'] }, means: { was: args['meant'], now: args['means'] } }
  return name === 'binPoint.put' ? { bins: { now: args['bins'] } } : undefined
}

/** The later stands, whatever the clocks say, and it is `merged` where it did not know what it changed. */
function unheard(row: LogRow, edits: Edits, values: Map<string, unknown>): readonly Finding[] {
  const { is } = row.outcome
  if (is === 'held' || is === 'waits') return []
  const findings: Finding[] = []
  for (const [field, edit] of Object.entries(edits)) {
    const key = `${row.record} ${field}`
    const known = values.has(key)
    const before = values.get(key)
    // The first to say it said it of nothing; what was seen and left as it was touches nothing.
    const says = known && !same(before, edit?.now) && !same(edit?.was, edit?.now)
    const silently = says && (is === 'already' || (is === 'applied' && !same(before, edit?.was)))
    if (silently)
      findings.push({
        is: 'overwritten',
        what: `${row.name} ${row.change} (${is}): ${field} goes in silence`,
      })
    if (says || !known) values.set(key, edit?.now)
  }
  return findings
}
