import type { Outcome } from '#domain/change.ts'
import { KINDS } from '#domain/catalogue.ts'
import { same } from '#domain/merge.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Recorded } from '#domain/record.ts'
import { type Counter, COUNTERS, countsOf, type Shift } from '#domain/shift.ts'
import type { LogRow, StoredRecord } from '#server/log/log.ts'
import { basesIn } from '#store/bases.ts'
import { memoryDisk } from '#store/memoryDisk.ts'
import type { SimDevice } from './device.ts'
import type { SimServer } from './server.ts'

export interface Finding {
  readonly is: 'lost' | 'doubled' | 'leak' | 'stuck' | 'differs' | 'miscounted' | 'takenBack'
  readonly what: string
}

/** What must hold after the quiet phase, read from the server's log, its records and the disks of the devices. */
export async function check(
  server: SimServer,
  devices: readonly SimDevice[],
  allowed: ReadonlyMap<string, ReadonlySet<RecordId>>,
): Promise<Finding[]> {
  const [rows, records] = await server.log.transact(server.tenant, async (tx) => {
    const head = await tx.head()
    return [await tx.rows(0, head), await tx.recordsAfter(0, 1_000_000)] as const
  })
  return [
    ...lostOrDoubled(rows, devices),
    ...devices.flatMap((device) => takenBack(rows, device.told)),
    ...miscounted(rows, records),
    ...(await differing(records, devices, allowed)),
  ]
}

/** INV-1, INV-2, INV-4: everything that was called saved has exactly one row, and that row has an outcome. */
function lostOrDoubled(rows: readonly LogRow[], devices: readonly SimDevice[]): Finding[] {
  const seen = new Map<string, number>()
  for (const row of rows) seen.set(row.change, (seen.get(row.change) ?? 0) + 1)
  const findings: Finding[] = []
  for (const device of devices) {
    for (const change of device.saved.values()) {
      if (!seen.has(change.id))
        findings.push({ is: 'lost', what: `${change.name} ${change.id} of ${device.parts.name}` })
    }
  }
  for (const [id, times] of seen)
    if (times > 1) findings.push({ is: 'doubled', what: `${id} has ${times} rows` })
  return findings
}

/** INV-4, W7: what a device was told is applied is never held afterwards, also not by a server that was put back. */
function takenBack(rows: readonly LogRow[], told: ReadonlyMap<string, Outcome['is']>): Finding[] {
  return rows
    .filter(
      (row) =>
        row.outcome.is === 'held' &&
        (told.get(row.change) === 'applied' || told.get(row.change) === 'merged'),
    )
    .map((row) => ({
      is: 'takenBack',
      what: `${row.name} ${row.change} was ${told.get(row.change)}, is held`,
    }))
}

/** INV-3, INV-22: a count is the accepted +1 minus the accepted −1, and never negative. */
function miscounted(rows: readonly LogRow[], records: readonly StoredRecord[]): Finding[] {
  const findings: Finding[] = []
  for (const { record } of records) {
    if (record.kind !== 'shift') continue
    const counts = countsOf(record as Shift)
    for (const counter of COUNTERS) {
      const expected =
        accepted(rows, record.id, 'shift.tally', counter) -
        accepted(rows, record.id, 'shift.untally', counter)
      if (counts[counter] !== expected) {
        findings.push({
          is: 'miscounted',
          what: `${record.id} ${counter}: ${counts[counter]}, accepted ${expected}`,
        })
      }
    }
  }
  return findings
}

function accepted(rows: readonly LogRow[], record: RecordId, name: string, counter: Counter): number {
  return rows.filter(
    (row) =>
      row.record === record &&
      row.name === name &&
      row.outcome.is === 'applied' &&
      (row.body as { args: { counter: Counter } }).args.counter === counter,
  ).length
}

/** INV-10, INV-13, INV-14: what lies on each disk is the server's state of what its person may read, no more and no less. */
async function differing(
  records: readonly StoredRecord[],
  devices: readonly SimDevice[],
  allowed: ReadonlyMap<string, ReadonlySet<RecordId>>,
): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const device of devices) {
    const name = device.parts.name
    const mine = new Map<RecordId, Recorded>()
    for (const { record } of records)
      if (readable(record, name, allowed)) mine.set(record.id, leaving(record))
    const bases = await memoryDisk.from(device.image()).read(['pages', 'singles'], basesIn)
    for (const [id, record] of bases) {
      const there = mine.get(id)
      if (!there) findings.push({ is: 'leak', what: `${record.kind} ${id} lies on ${name}` })
      else if (!same(there, record)) findings.push({ is: 'differs', what: `${record.kind} ${id} on ${name}` })
    }
    for (const [id, record] of mine) {
      if (!bases.has(id)) findings.push({ is: 'differs', what: `${record.kind} ${id} is missing on ${name}` })
    }
  }
  return findings
}

/** The world's own idea of who may read what, written apart from the product's. */
function readable(
  record: Recorded,
  name: string,
  allowed: ReadonlyMap<string, ReadonlySet<RecordId>>,
): boolean {
  const points = allowed.get(name) ?? new Set()
  // A person without any appointment reads nothing, not even their own.
  if (name !== 'officer' && points.size === 0) return false
  if (record.kind === 'place' || record.kind === 'member') return true
  if (record.kind === 'held')
    return name === 'officer' || (KINDS.get('held')?.scopeOf(record).people ?? []).includes(name as never)
  return points.has(record.place) || record.author === name
}

function leaving(record: Recorded): Recorded {
  const { won: _, ...rest } = record
  return rest
}
