import type { Change } from '#domain/change.ts'
import { KINDS } from '#domain/catalogue.ts'
import type { Feedback } from '#domain/feedback/feedback.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Shift } from '#domain/bins/shift.ts'
import { countsOf, tapsIn } from '#domain/bins/tallies.ts'
import type { Inside } from './inside.ts'
import type { Ledger } from './ledger.ts'

/** What was found, in figures and in sentences. */
export interface Verdict {
  readonly ackedLost: number
  readonly savedLost: number
  readonly doubled: number
  /** Everything that is not as it has to be, one sentence each. */
  readonly findings: readonly string[]
}

/** Right after a kill, before anybody has said anything again: what was acknowledged is in the log. */
export function judgeAcked(found: Inside, { acked }: Ledger): Verdict {
  const here = new Set(found.log.map(({ change }) => change))
  const lost = [...acked].filter((id) => !here.has(id))
  const findings = lost.map((id) => `acknowledged and lost: ${id}`)
  if (found.integrity !== 'ok') findings.push(`the database is damaged: ${found.integrity}`)
  return { ackedLost: lost.length, savedLost: 0, doubled: 0, findings }
}

/** When everybody has sent everything: each change once, each with its effect once, no place in the log left out. */
export function judgeAll(found: Inside, ledger: Ledger): Verdict {
  const base = judgeAcked(found, ledger)
  const findings = [...base.findings, ...ledger.troubles]
  const times = new Map<string, number>()
  for (const { change, outcome, name } of found.log) {
    times.set(change, (times.get(change) ?? 0) + 1)
    if (ledger.saved.has(change) && outcome.is === 'held') findings.push(`held: ${name} ${outcome.why}`)
  }
  const lost = [...ledger.saved.keys()].filter((id) => !times.has(id))
  findings.push(...lost.map((id) => `saved and lost: ${id} ${ledger.saved.get(id)?.name}`))
  const twice = [...times].filter(([, count]) => count > 1)
  findings.push(...twice.map(([id]) => `in the log more than once: ${id}`))
  for (const [tenant, head] of found.heads) {
    const rows = found.log.filter((row) => row.tenant === tenant)
    if (rows.length !== head) findings.push(`${rows.length} rows for a log that says ${head}`)
  }
  const effects = wrongEffects(found, ledger)
  findings.push(...effects)
  return {
    ackedLost: base.ackedLost,
    savedLost: lost.length,
    doubled: twice.length + effects.length,
    findings,
  }
}

/** Counted from what the writers did, without a fold of ours. */
function wrongEffects({ records }: Inside, { saved }: Ledger): readonly string[] {
  const found: string[] = []
  const byRecord = new Map<RecordId, Change[]>()
  for (const change of saved.values())
    byRecord.set(change.record, [...(byRecord.get(change.record) ?? []), change])
  const here = new Map(records.map((record) => [record.id, record]))
  for (const [id, changes] of byRecord) {
    const record = here.get(id)
    const made = (name: string) => changes.filter((change) => change.name === name).length
    if (!record) found.push(`no record of ${changes.map(({ name }) => name).join(', ')}`)
    else if (record.kind === 'shift') {
      const wanted = made('shift.tally') - made('shift.untally')
      const taps = tapsIn(countsOf(record as Shift))
      if (taps !== wanted) found.push(`${taps} taps on a shift that was tapped ${wanted} times`)
    } else if (record.kind === 'feedback') {
      const notes = (record as Feedback).followUps.length
      if (notes !== made('feedback.note'))
        found.push(`${notes} notes where ${made('feedback.note')} were written`)
    } else if (!KINDS.has(record.kind)) found.push(`a record of no kind: ${record.kind}`)
  }
  return found
}

export function both(one: Verdict, other: Verdict): Verdict {
  return {
    ackedLost: one.ackedLost + other.ackedLost,
    savedLost: one.savedLost + other.savedLost,
    doubled: one.doubled + other.doubled,
    findings: [...one.findings, ...other.findings],
  }
}

export const CLEAN: Verdict = { ackedLost: 0, savedLost: 0, doubled: 0, findings: [] }
