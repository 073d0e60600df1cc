import type { RecordId } from '#domain/ids.ts'
import type { Order } from '#domain/ledger/order.ts'
import type { Recorded } from '#domain/record.ts'
import { checksAt, MOMENTS, type Shift } from '#domain/bins/shift.ts'
import { COUNTERS, countsOf, sumOf } from '#domain/bins/tallies.ts'
import { took } from '#domain/change.ts'
import { type BinSheet, sheetsIn } from '#queries/sheet.ts'
import type { Finding, History } from '../history.ts'

/**
 * A point, a day and a window are one sheet, however many tablets stood there; every shift is in one and every tap in its
 * sum. What is to be put right at an item of it is the order of that item and of no other, and never without one.
 */
export function sheets({ events, end }: History): readonly Finding[] {
  // Of a database that was put back nature may have taken the matter and left the answer.
  const restored = events.some(({ is }) => is === 'restored')
  return [...end.servers.values()].flatMap(({ rows, records }) => {
    const shifts = records.flatMap((one) => (one.kind === 'shift' && !one.voided ? [one as Shift] : []))
    const all = <R extends Recorded>(kind: string) => records.filter((one) => one.kind === kind) as R[]
    const found = sheetsIn({ all }, { from: '0000-01-01', to: '9999-12-31' })
    const orders = new Map(records.map((one) => [one.id, one]))
    return [
      ...grouped(found, shifts),
      ...found.flatMap(summed),
      ...(restored ? [] : unopened(shifts, all<Order>('order'))),
      ...rows.flatMap(({ name, record, outcome, body }): Finding[] => {
        const { sheet, place } = (body as { args?: Partial<Order> } | null)?.args ?? {}
        if (name !== 'order.open' || !sheet || !took(outcome)) return []
        const is = orders.get(record) as Order | undefined
        const item = is?.sheet?.item === sheet.item && is.sheet.day === sheet.day && is.place === place
        return item ? [] : [{ is: 'twins', what: `order ${record} is not that of ${place} ${sheet.item}` }]
      }),
    ]
  })
}

function grouped(found: readonly BinSheet[], shifts: readonly Shift[]): readonly Finding[] {
  const keys = new Map<string, RecordId[]>()
  for (const { id, place, day, window } of shifts) {
    const key = `${place} ${day} ${window}`
    keys.set(key, [...(keys.get(key) ?? []), id])
  }
  const findings: Finding[] = []
  for (const { point, day, window, shares } of found) {
    const key = `${point} ${day} ${window}`
    const expected = [...(keys.get(key) ?? [])].sort()
    const is = shares.map(({ shift }) => shift.id).sort()
    if (String(is) !== String(expected))
      findings.push({
        is: 'miscounted',
        what: `the sheet of ${key} has ${is.join()}, there stood ${expected.join()}`,
      })
    keys.delete(key)
  }
  for (const key of keys.keys()) findings.push({ is: 'miscounted', what: `${key} has no sheet of its own` })
  return findings
}

function summed({ point, day, counts, shares }: BinSheet): readonly Finding[] {
  const expected = sumOf(shares.map(({ shift }) => countsOf(shift)))
  return COUNTERS.filter((counter) => counts[counter] !== expected[counter]).map((counter) => ({
    is: 'miscounted',
    what: `the sheet of ${point} ${day} says ${counts[counter]} ${counter}, tapped were ${expected[counter]}`,
  }))
}

/** Whoever says that something is to be put right, it stands in the ledger: nobody else's word takes it out of there. */
function unopened(shifts: readonly Shift[], orders: readonly Order[]): readonly Finding[] {
  return shifts.flatMap((shift) =>
    MOMENTS.flatMap((when) => Object.entries(checksAt(shift, when)))
      .filter(([, state]) => state === 'toFix')
      .filter(
        ([item]) =>
          !orders.some((one) => one.place === shift.place && one.sheet?.item === item && !one.voided),
      )
      .map(([item]) => ({
        is: 'overwritten',
        what: `${item} of ${shift.id} is to be put right, and no order says so`,
      })),
  )
}
