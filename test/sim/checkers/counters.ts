import { type Shift } from '#domain/bins/shift.ts'
import { type Counter, COUNTERS, countsOf } from '#domain/bins/tallies.ts'
import type { LogRow } from '#server/log/log.ts'
import type { Finding, History } from '../history.ts'

/**
 * INV-22 (counter): a count is the accepted +1 less the accepted −1 of its shift, never below nothing, and never above the
 * taps that somebody made.
 */
export function counters({ events, end }: History): readonly Finding[] {
  const made = new Map<string, number>()
  for (const event of events) {
    for (const { record, name, args } of event.is === 'tried' ? event.intents : []) {
      if (name !== 'shift.tally') continue
      const key = `${record} ${(args as { counter: Counter }).counter}`
      made.set(key, (made.get(key) ?? 0) + 1)
    }
  }
  const findings: Finding[] = []
  for (const { rows, records } of end.servers.values()) {
    for (const record of records) {
      if (record.kind !== 'shift') continue
      const counts = countsOf(record as Shift)
      for (const counter of COUNTERS) {
        const took = (name: string) => accepted(rows, record.id, name, counter)
        const expected = took('shift.tally') - took('shift.untally')
        const is = counts[counter]
        const what = `${record.id} ${counter}: ${is}`
        if (is !== expected) findings.push({ is: 'miscounted', what: `${what}, accepted ${expected}` })
        const taps = made.get(`${record.id} ${counter}`) ?? 0
        if (is < 0 || is > taps) findings.push({ is: 'miscounted', what: `${what} of ${taps} taps` })
      }
    }
  }
  return findings
}

function accepted(rows: readonly LogRow[], record: string, name: string, counter: Counter): number {
  return rows.filter(
    (row) =>
      row.record === record &&
      row.name === name &&
      row.outcome.is === 'applied' &&
      (row.body as { args: { counter: Counter } }).args.counter === counter,
  ).length
}
