import { took } from '#domain/change.ts'
import type { Incident } from '#domain/bins/incident.ts'
import type { Recorded } from '#domain/record.ts'
import { eventsIn } from '#queries/binEvents.ts'
import { sheetsIn } from '#queries/sheet.ts'
import type { LogRow } from '#server/log/log.ts'
import type { Finding, History } from '../history.ts'

const WHOLE = { from: '0000-01-01', to: '9999-12-31' }

/**
 * What was noted once is there once: no second record of a press, none that nobody noted, none on two days or two sheets,
 * and what was taken back counts nowhere.
 */
export function incidents({ end }: History): readonly Finding[] {
  return [...end.servers.values()].flatMap(({ rows, records }) => {
    const kept = records.filter((one) => one.kind === 'incident') as Incident[]
    const all = <R extends Recorded>(kind: string) => records.filter((one) => one.kind === kind) as R[]
    const counting = kept.filter((one) => !one.voided).map(({ id }) => id)
    const found = eventsIn({ all }, WHOLE).incidents
    const shifts = all<Recorded & { day: string }>('shift')
    // The day of Shanghai may be the next one.
    const written = found.map(({ at }) => at.slice(0, 10)).flatMap((day) => [day, dayAfter(day)])
    const days = new Set([...written, ...shifts.map(({ day }) => day)])
    const byDay = [...days].flatMap((day) => eventsIn({ all }, { from: day, to: day }).incidents)
    const onSheets = sheetsIn({ all }, WHOLE).flatMap((sheet) => sheet.incidents)
    return [
      ...noted(rows, kept),
      ...unlike('in all', counting, ids(found)),
      ...unlike('day by day', counting, ids(byDay)),
      ...unlike('on the sheets', counting.filter(among(onSheets)), ids(onSheets)),
    ]
  })
}

function ids(found: readonly Incident[]): readonly string[] {
  return found.map(({ id }) => id)
}

function among(found: readonly Incident[]): (id: string) => boolean {
  const known = new Set<string>(ids(found))
  return (id) => known.has(id)
}

function noted(rows: readonly LogRow[], kept: readonly Incident[]): readonly Finding[] {
  const times = new Map<string, number>()
  const withdrawn = new Set<string>()
  for (const { name, record, outcome } of rows) {
    if (outcome.is === 'applied' && name === 'incident.record')
      times.set(record, (times.get(record) ?? 0) + 1)
    if (took(outcome) && name === 'incident.withdraw') withdrawn.add(record)
  }
  return kept.flatMap(({ id, voided }): readonly Finding[] => {
    const findings: Finding[] = []
    if (times.get(id) !== 1)
      findings.push({ is: 'doubled', what: `incident ${id} was noted ${times.get(id) ?? 0} times` })
    if ((voided !== undefined) !== withdrawn.has(id))
      findings.push({ is: 'miscounted', what: `incident ${id} is ${voided ? '' : 'not '}taken back` })
    return findings
  })
}

function unlike(where: string, should: readonly string[], is: readonly string[]): readonly Finding[] {
  const [a, b] = [[...should].sort().join(), [...is].sort().join()]
  return a === b ? [] : [{ is: 'miscounted', what: `incidents ${where}: ${b}, there are ${a}` }]
}

function dayAfter(day: string): string {
  const next = Date.parse(`${day}T00:00:00Z`) + 86_400_000
  return new Date(next).toISOString().slice(0, 10)
}
