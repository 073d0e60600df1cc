import type { Shift } from '#domain/bins/shift.ts'
import type { RecordId } from '#domain/ids.ts'
import type { LogRow } from '#server/log/log.ts'
import type { Finding, History } from '../history.ts'

/** INV-22 (bag): the opened bags of a shift are those that were accepted and not taken back, each once and by its own name. */
export function bags({ end }: History): readonly Finding[] {
  return [...end.servers.values()].flatMap(({ rows, records }) => {
    const expected = accepted(rows)
    return records.flatMap((record): Finding[] => {
      if (record.kind !== 'shift') return []
      const { id, bags: opened = [] } = record as Shift
      const is = opened.map((bag) => bag.id).sort()
      const should = [...(expected.get(id) ?? [])].sort()
      const wrong = is.length !== should.length || is.some((bag, at) => bag !== should[at])
      return wrong
        ? [{ is: 'miscounted', what: `${id} has bags ${is.join()}, accepted were ${should.join()}` }]
        : []
    })
  })
}

function accepted(rows: readonly LogRow[]): ReadonlyMap<string, ReadonlySet<string>> {
  const bags = new Map<string, Set<string>>()
  const taken: [RecordId, string][] = []
  for (const row of rows) {
    if (row.outcome.is !== 'applied') continue
    const of = bags.get(row.record) ?? new Set()
    if (row.name === 'shift.bag') bags.set(row.record, of.add(row.change))
    const bag = row.name.startsWith('shift.') ? (row.body as { args: { bag?: string } }).args.bag : undefined
    // Judged anew it is the same bag; without its name it is one that was forgotten.
    if (row.name === 'shift.putBag' && bag === undefined) bags.set(row.record, of.add(row.change))
    if (/^shift\.(unbag|takeBag)$/.test(row.name) && bag !== undefined) taken.push([row.record, bag])
  }
  // Whoever took one back found it there, whichever of the two was brought first to a log that was put back.
  for (const [shift, bag] of taken) bags.get(shift)?.delete(bag)
  return bags
}
