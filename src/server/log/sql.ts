import type { Transaction } from 'kysely'
import type { ChangeId, Epoch, RecordId, TenantId } from '#domain/ids.ts'
import type { Recorded } from '#domain/record.ts'
import { type First, type Log, type LogRow, type LogTx, NUMBER_JUMP, type StoredRecord } from './log.ts'
import type { Order } from './order.ts'
import type { LogDb, LogTables } from './tables.ts'

/** The log over tables; plain queries that every database of ours understands. `order` keeps its transactions apart. */
export function sqlLog(db: LogDb, order: Order): Log {
  return {
    async epoch() {
      return (await meta(db, 'epoch')) as Epoch
    },
    setEpoch: (epoch, heard = 0, instead) =>
      order.all(db, async (tx) => {
        const old = (await meta(tx, 'epoch')) as Epoch
        if (instead !== undefined && instead !== old) return old
        await setMeta(tx, 'epoch', epoch)
        if (old === '') return epoch
        const floor = Math.max(Number(await meta(tx, 'numberFloor')), heard)
        await setMeta(tx, 'numberFloor', String(floor + NUMBER_JUMP))
        await tx.updateTable('numbers').set({ last: heard }).where('last', '<', heard).execute()
        await tx
          .updateTable('numbers')
          .set((row) => ({ last: row('last', '+', NUMBER_JUMP) }))
          .execute()
        return epoch
      }),
    async highestNumber() {
      const row = await db
        .selectFrom('numbers')
        .select((one) => one.fn.max('last').as('last'))
        .executeTakeFirst()
      return Math.max(row?.last ?? 0, Number(await meta(db, 'numberFloor')))
    },
    async tenants() {
      const rows = await db.selectFrom('tenants').select('id').where('seq', '>', 0).orderBy('id').execute()
      return rows.map(({ id }) => id as TenantId)
    },
    transact: (tenant, body) => order.one(db, tenant, (tx) => body(transaction(tx, tenant))),
    close: () => db.destroy(),
  }
}

function transaction(db: Transaction<LogTables>, tenant: TenantId): LogTx {
  const logRows = () => db.selectFrom('log').selectAll().where('tenant', '=', tenant)
  const records = () => db.selectFrom('records').select(['json', 'seq']).where('tenant', '=', tenant)
  const receipts = (stream: string) =>
    db.selectFrom('receipts').where('tenant', '=', tenant).where('stream', '=', stream)

  return {
    epoch: async () => (await meta(db, 'epoch')) as Epoch,
    async head() {
      const row = await db.selectFrom('tenants').select('seq').where('id', '=', tenant).executeTakeFirst()
      return row?.seq ?? 0
    },
    async raise() {
      const { seq } = await db
        .insertInto('tenants')
        .values({ id: tenant, seq: 1 })
        .onConflict((on) => on.column('id').doUpdateSet((row) => ({ seq: row('tenants.seq', '+', 1) })))
        .returning('seq')
        .executeTakeFirstOrThrow()
      return seq
    },
    async number(kind) {
      const floor = Number(await meta(db, 'numberFloor'))
      const { last } = await db
        .insertInto('numbers')
        .values({ tenant, kind, last: floor + 1 })
        .onConflict((on) =>
          on.columns(['tenant', 'kind']).doUpdateSet((row) => ({ last: row('numbers.last', '+', 1) })),
        )
        .returning('last')
        .executeTakeFirstOrThrow()
      return last
    },
    async acked(stream) {
      const row = await receipts(stream)
        .select((one) => one.fn.max('n').as('n'))
        .executeTakeFirst()
      return row?.n ?? 0
    },
    async receipt(stream, n, change) {
      await db.insertInto('receipts').values({ tenant, stream, n, change }).execute()
    },
    async at(stream, n) {
      const row = await receipts(stream).select('change').where('n', '=', n).executeTakeFirst()
      return row?.change as ChangeId | undefined
    },
    async receipts(stream, after, upTo) {
      const rows = await receipts(stream)
        .select(['n', 'change'])
        .where('n', '>', after)
        .where('n', '<=', upTo)
        .orderBy('n')
        .execute()
      return rows.map(({ n, change }) => ({ n, change: change as ChangeId }))
    },
    async row(change) {
      const row = await logRows().where('change', '=', change).executeTakeFirst()
      return row && readRow(row)
    },
    async append(row) {
      await db.insertInto('log').values(writtenRow(tenant, row)).execute()
    },
    async settle(change, outcome, first) {
      const { numUpdatedRows } = await db
        .updateTable('log')
        .set({ outcome: JSON.stringify(outcome), waits: 0, ...(first && { first: JSON.stringify(first) }) })
        .where('tenant', '=', tenant)
        .where('change', '=', change)
        .where('waits', '=', 1)
        .executeTakeFirst()
      if (numUpdatedRows !== 1n) throw new Error(`${change} does not wait`)
    },
    async rewrite(change, { body, outcome }) {
      const { numUpdatedRows } = await db
        .updateTable('log')
        .set({
          body: JSON.stringify(body),
          outcome: JSON.stringify(outcome),
          waits: outcome.is === 'waits' ? 1 : 0,
        })
        .where('tenant', '=', tenant)
        .where('change', '=', change)
        .executeTakeFirst()
      if (numUpdatedRows !== 1n) throw new Error(`no row of ${change}`)
    },
    async rowsOf(record) {
      const rows = await logRows().where('record', '=', record).orderBy('seq').execute()
      return rows.map(readRow)
    },
    async rows(after, upTo) {
      const rows = await logRows().where('seq', '>', after).where('seq', '<=', upTo).orderBy('seq').execute()
      return rows.map(readRow)
    },
    async waiting(record) {
      const rows = await logRows()
        .where('record', '=', record)
        .where('waits', '=', 1)
        .orderBy('seq')
        .execute()
      return rows.map(readRow)
    },
    async record(id) {
      const row = await records().where('id', '=', id).executeTakeFirst()
      return row && stored(row)
    },
    async put(record, scope, seq) {
      const json = JSON.stringify(record)
      const columns = {
        kind: record.kind,
        place: scope.place,
        grp: scope.group,
        people: JSON.stringify(scope.people),
        seq,
        json,
      }
      await db
        .insertInto('records')
        .values({ tenant, id: record.id, ...columns })
        .onConflict((on) => on.columns(['tenant', 'id']).doUpdateSet(columns))
        .execute()
    },
    async recordsAfter(after, limit) {
      const rows = await records().where('seq', '>', after).orderBy('seq').limit(limit).execute()
      return rows.map(stored)
    },
    async recordsOf(kind, after = 0) {
      const rows = await records().where('kind', '=', kind).where('seq', '>', after).execute()
      return rows.map(({ json }) => read<Recorded>(json))
    },
    async recordsAt(place) {
      const rows = await records().where('place', '=', place).execute()
      return rows.map(({ json }) => read<Recorded>(json))
    },
    async moved(places, seq) {
      if (places.length === 0) return
      const once = [...new Set(places)]
      await db
        .insertInto('moves')
        .values(once.map((place) => ({ tenant, place, seq })))
        .onConflict((on) => on.columns(['tenant', 'place']).doUpdateSet({ seq }))
        .execute()
    },
    async moves(places) {
      if (places.length === 0) return new Map()
      const rows = await db
        .selectFrom('moves')
        .select(['place', 'seq'])
        .where('tenant', '=', tenant)
        .where('place', 'in', places)
        .execute()
      return new Map(rows.map(({ place, seq }) => [place as RecordId, seq]))
    },
  }
}

/** Empty where nothing was set. */
async function meta(db: LogDb, key: string): Promise<string> {
  const row = await db.selectFrom('meta').select('value').where('key', '=', key).executeTakeFirst()
  return row?.value ?? ''
}

async function setMeta(db: LogDb, key: string, value: string): Promise<void> {
  await db
    .insertInto('meta')
    .values({ key, value })
    .onConflict((on) => on.column('key').doUpdateSet({ value }))
    .execute()
}

function writtenRow(tenant: TenantId, row: LogRow): LogTables['log'] {
  return {
    tenant,
    seq: row.seq,
    epoch: row.epoch,
    change: row.change,
    record: row.record,
    name: row.name,
    v: row.v,
    actor: row.actor,
    act: row.act ?? null,
    device: row.device,
    received_at: row.receivedAt,
    body: JSON.stringify(row.body),
    outcome: JSON.stringify(row.outcome),
    waits: row.outcome.is === 'waits' ? 1 : 0,
    no: row.no ?? null,
    first: row.first ? JSON.stringify(row.first) : null,
    before: row.before ? JSON.stringify(row.before) : null,
  }
}

function readRow(row: LogTables['log']): LogRow {
  return {
    seq: row.seq,
    epoch: row.epoch as Epoch,
    change: row.change as ChangeId,
    record: row.record as RecordId,
    name: row.name,
    v: row.v,
    actor: row.actor as LogRow['actor'],
    ...(row.act !== null && { act: row.act as NonNullable<LogRow['act']> }),
    device: row.device as LogRow['device'],
    receivedAt: row.received_at,
    body: read<unknown>(row.body),
    outcome: read<LogRow['outcome']>(row.outcome),
    ...(row.no !== null && { no: row.no }),
    ...(row.first !== null && { first: read<First>(row.first) }),
    ...(row.before !== null && { before: read<NonNullable<LogRow['before']>>(row.before) }),
  }
}

function stored({ json, seq }: Pick<LogTables['records'], 'json' | 'seq'>): StoredRecord {
  return { record: read<Recorded>(json), seq, size: Buffer.byteLength(json) }
}

function read<T>(json: string): T {
  return JSON.parse(json) as T
}
