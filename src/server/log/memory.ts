import type { ChangeId, Epoch, RecordId, StreamId, TenantId } from '#domain/ids.ts'
import type { Recorded } from '#domain/record.ts'
import type { Scope } from '#domain/rights.ts'
import { type Log, type LogRow, type LogTx, NUMBER_JUMP, type StoredRecord } from './log.ts'

interface Tenant {
  seq: number
  readonly rows: LogRow[]
  readonly byChange: Map<ChangeId, LogRow>
  readonly waits: Map<ChangeId, RecordId>
  readonly streams: Map<StreamId, ChangeId[]>
  readonly records: Map<RecordId, Kept>
  readonly numbers: Map<string, number>
  readonly moves: Map<RecordId, number>
}

interface Kept {
  readonly stored: StoredRecord
  readonly scope: Scope
}

/** Everything a log holds, as plain JSON: a backup. */
type Snapshot = string & { readonly snapshot: unique symbol }

export interface MemoryLog extends Log {
  snapshot(): Snapshot
  /** Becomes what it was, epoch included. The caller starts another epoch, or leaves that to the first device that is ahead. */
  restore(snapshot: Snapshot): void
}

/**
 * The log without a disk: for tests, simulators and as the plainest statement of what a log does. Without an epoch the
 * first `setEpoch` begins its first life.
 */
export function memoryLog(first: Epoch = '' as Epoch): MemoryLog {
  let epoch = first
  /** Where the numbers of a kind begin that has none yet. */
  let floor = 0
  let tenants = new Map<TenantId, Tenant>()
  const last = new Map<TenantId, Promise<unknown>>()

  return {
    epoch: async () => epoch,
    async setEpoch(next, heard = 0, instead = epoch) {
      if (epoch !== instead) return epoch
      const isFirst = epoch === ''
      epoch = next
      if (isFirst) return epoch
      floor = Math.max(floor, heard) + NUMBER_JUMP
      for (const { numbers } of tenants.values()) {
        for (const [kind, number] of numbers) numbers.set(kind, Math.max(number, heard) + NUMBER_JUMP)
      }
      return epoch
    },
    highestNumber: async () =>
      Math.max(floor, ...[...tenants.values()].flatMap(({ numbers }) => [...numbers.values()])),
    tenants: async () => [...tenants].filter(([, tenant]) => tenant.seq > 0).map(([id]) => id),
    async transact(id, body) {
      const run = (last.get(id) ?? Promise.resolve()).then(async () => {
        const tenant = tenants.get(id) ?? emptyTenant()
        tenants.set(id, tenant)
        const undo: (() => void)[] = []
        try {
          return await body(transaction(tenant, undo, () => ({ epoch, floor })))
        } catch (error) {
          for (const step of undo.toReversed()) step()
          throw error
        }
      })
      last.set(
        id,
        run.catch(() => undefined),
      )
      return run
    },
    close: async () => undefined,
    snapshot: () =>
      JSON.stringify({
        epoch,
        floor,
        tenants: [...tenants].map(([id, one]) => [id, packed(one)]),
      }) as Snapshot,
    restore(snapshot) {
      const kept = JSON.parse(snapshot) as {
        epoch: Epoch
        floor: number
        tenants: [TenantId, ReturnType<typeof packed>][]
      }
      epoch = kept.epoch
      floor = kept.floor
      tenants = new Map(kept.tenants.map(([id, one]) => [id, unpacked(one)]))
    },
  }
}

function transaction(
  tenant: Tenant,
  undo: (() => void)[],
  life: () => { readonly epoch: Epoch; readonly floor: number },
): LogTx {
  const set = <K, V>(map: Map<K, V>, key: K, value: V) => {
    const old = map.get(key)
    undo.push(old === undefined ? () => map.delete(key) : () => map.set(key, old))
    map.set(key, value)
  }
  const places = (stream: StreamId) => tenant.streams.get(stream) ?? []
  const records = () => [...tenant.records.values()]

  return {
    epoch: async () => life().epoch,
    head: async () => tenant.seq,
    async raise() {
      tenant.seq += 1
      undo.push(() => (tenant.seq -= 1))
      return tenant.seq
    },
    async number(kind) {
      const next = (tenant.numbers.get(kind) ?? life().floor) + 1
      set(tenant.numbers, kind, next)
      return next
    },
    acked: async (stream) => places(stream).length,
    async receipt(stream, n, change) {
      const before = places(stream)
      if (n !== before.length + 1) throw new Error(`receipt ${n} after ${before.length}`)
      if (n === 1) set(tenant.streams, stream, [change])
      else {
        before.push(change)
        undo.push(() => before.pop())
      }
    },
    at: async (stream, n) => places(stream)[n - 1],
    receipts: async (stream, after, upTo) =>
      places(stream)
        .slice(after, Math.max(after, upTo))
        .map((change, index) => ({ n: after + index + 1, change })),
    row: async (change) => tenant.byChange.get(change),
    async append(row) {
      if (tenant.byChange.has(row.change)) throw new Error(`a second row for ${row.change}`)
      const kept = frozen(row)
      tenant.rows.push(kept)
      undo.push(() => tenant.rows.pop())
      set(tenant.byChange, row.change, kept)
      if (row.outcome.is === 'waits') set(tenant.waits, row.change, row.record)
    },
    async settle(change, outcome, first) {
      const row = tenant.byChange.get(change)
      if (row?.outcome.is !== 'waits') throw new Error(`${change} does not wait`)
      const settled = frozen({ ...row, outcome, ...(first && { first }) })
      const index = tenant.rows.indexOf(row)
      tenant.rows[index] = settled
      tenant.waits.delete(change)
      undo.push(() => {
        tenant.rows[index] = row
        tenant.waits.set(change, row.record)
      })
      set(tenant.byChange, change, settled)
    },
    async rewrite(change, to) {
      const row = tenant.byChange.get(change)
      if (!row) throw new Error(`no row of ${change}`)
      const said = frozen({ ...row, ...to })
      const index = tenant.rows.indexOf(row)
      tenant.rows[index] = said
      const waited = tenant.waits.get(change)
      if (said.outcome.is !== 'waits') tenant.waits.delete(change)
      undo.push(() => {
        tenant.rows[index] = row
        if (waited !== undefined) tenant.waits.set(change, waited)
      })
      set(tenant.byChange, change, said)
    },
    rowsOf: async (record) => tenant.rows.filter((row) => row.record === record),
    rows: async (after, upTo) =>
      tenant.rows.slice(firstAfter(tenant.rows, after), firstAfter(tenant.rows, upTo)),
    waiting: async (record) =>
      [...tenant.waits]
        .flatMap(([change, of]) => (of === record ? (tenant.byChange.get(change) ?? []) : []))
        .sort((a, b) => a.seq - b.seq),
    record: async (id) => tenant.records.get(id)?.stored,
    async put(record, scope, seq) {
      const text = JSON.stringify(record)
      const stored = { record: JSON.parse(text) as Recorded, seq, size: Buffer.byteLength(text) }
      set(tenant.records, record.id, freeze({ stored, scope: { ...scope, people: [...scope.people] } }))
    },
    recordsAfter: async (after, limit) =>
      records()
        .flatMap(({ stored }) => (stored.seq > after ? [stored] : []))
        .sort((a, b) => a.seq - b.seq)
        .slice(0, limit),
    recordsOf: async (kind, after = 0) =>
      records().flatMap(({ stored: { record, seq } }) =>
        record.kind === kind && seq > after ? [record] : [],
      ),
    recordsAt: async (place) =>
      records().flatMap(({ stored, scope }) => (scope.place === place ? [stored.record] : [])),
    async moved(below, seq) {
      for (const place of below) set(tenant.moves, place, seq)
    },
    moves: async (asked) =>
      new Map(
        asked.flatMap((place) => {
          const seq = tenant.moves.get(place)
          return seq === undefined ? [] : [[place, seq] as const]
        }),
      ),
  }
}

/** Rows stand in order of `seq`: where those after one begin. */
function firstAfter(rows: readonly LogRow[], seq: number): number {
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (rows[middle]!.seq > seq) high = middle
    else low = middle + 1
  }
  return low
}

function emptyTenant(): Tenant {
  return {
    seq: 0,
    rows: [],
    byChange: new Map(),
    waits: new Map(),
    streams: new Map(),
    records: new Map(),
    numbers: new Map(),
    moves: new Map(),
  }
}

/** A copy that only JSON could have made and that nobody can alter: what goes in and out stays what it was. */
function frozen<T>(value: T): T {
  return freeze(JSON.parse(JSON.stringify(value)) as T)
}

function freeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value
  for (const inner of Object.values(value)) freeze(inner)
  return Object.freeze(value)
}

function packed(tenant: Tenant) {
  return {
    seq: tenant.seq,
    rows: tenant.rows,
    streams: [...tenant.streams],
    records: [...tenant.records.values()],
    numbers: [...tenant.numbers],
    moves: [...tenant.moves],
  }
}

function unpacked(kept: ReturnType<typeof packed>): Tenant {
  const rows = freeze(kept.rows)
  return {
    seq: kept.seq,
    rows: [...rows],
    byChange: new Map(rows.map((row) => [row.change, row])),
    waits: new Map(
      rows.flatMap((row) => (row.outcome.is === 'waits' ? [[row.change, row.record] as const] : [])),
    ),
    streams: new Map(kept.streams),
    records: new Map(kept.records.map((one) => [one.stored.record.id, freeze(one)])),
    numbers: new Map(kept.numbers),
    moves: new Map(kept.moves),
  }
}
