import { sql } from 'kysely'
import type { ChangeId, DeviceId, Epoch, PersonId, RecordId, TenantId } from '#domain/ids.ts'
import type { Log, LogRow } from '#server/log/log.ts'
import { ONE_CONNECTION, type Order } from '#server/log/order.ts'
import { openPostgres } from '#server/log/postgresDriver.ts'
import { postgresOrder } from '#server/log/postgresOrder.ts'
import { sqlLog } from '#server/log/sql.ts'
import { type LogTables, migrateLog } from '#server/log/tables.ts'

export const TENANT = 'tenant-a' as TenantId

const TABLES = ['tenants', 'log', 'receipts', 'records', 'numbers', 'moves', 'meta'] as const

/** A log with connections of its own, as another process would have. */
export async function aLogOn(url: string, order: Order = postgresOrder()): Promise<Log> {
  const db = await openPostgres<LogTables>(url)
  if (!db.ok) throw new Error(db.refused)
  return sqlLog(db.value, order)
}

/** Reads without waiting for anybody's turn, as a backup does. */
export const aReader = (url: string): Promise<Log> => aLogOn(url, ONE_CONNECTION)

/** Empty tables in their first life, and a sequence for who would use one. */
export async function makeTables(url: string): Promise<void> {
  const db = await openPostgres<LogTables>(url)
  if (!db.ok) throw new Error(db.refused)
  await migrateLog(db.value)
  for (const table of TABLES) await db.value.deleteFrom(table).execute()
  await sqlLog(db.value, postgresOrder()).setEpoch('epoch-1' as Epoch, 0, '' as Epoch)
  await sql`create sequence if not exists handed_out`.execute(db.value)
  await db.value.destroy()
}

/** What must never be: the place in the log comes from a sequence of the database. With the lock of the tenant, or without. */
export async function aLogWithSequence(url: string, locked: boolean): Promise<Log> {
  const db = await openPostgres<LogTables>(url)
  if (!db.ok) throw new Error(db.refused)
  const order = locked ? postgresOrder() : ONE_CONNECTION
  let next: () => Promise<number> = () => Promise.reject(new Error('outside a transaction'))
  const log = sqlLog(db.value, {
    ...order,
    one: (on, tenant, body) =>
      order.one(on, tenant, (tx) => {
        next = async () => {
          const { rows } = await sql<{ seq: number }>`select nextval('handed_out') as seq`.execute(tx)
          return rows[0]!.seq
        }
        return body(tx)
      }),
  })
  return {
    ...log,
    transact: (tenant, body) => log.transact(tenant, (tx) => body({ ...tx, raise: () => next() })),
  }
}

export interface Found {
  readonly written: number
  readonly rolledBack: number
  /** Places of the log that nobody has. */
  readonly gaps: number
  /** Committed rows that some reader never saw, though it read on beyond them. */
  readonly skipped: number
  /** Rows that some reader saw twice, or that are there twice. */
  readonly doubled: number
  /** Committed rows that are not there. */
  readonly lost: number
}

interface Crowd {
  readonly writers: readonly Log[]
  readonly readers: readonly Log[]
  /** Transactions of each writer. */
  readonly each: number
  readonly random: () => number
}

class Undone extends Error {}

/**
 * Writers with pauses inside their transactions, some of which are undone; readers that read on from where they were, as
 * devices do. What is found is counted from what each of them saw, not from the tables alone.
 */
export async function crowd({ writers, readers, each, random }: Crowd): Promise<Found> {
  const committed = new Set<ChangeId>()
  let rolledBack = 0
  const writing = { on: true }
  const pause = (most: number) => new Promise((resolve) => setTimeout(resolve, random() * most))

  const write = async (log: Log, who: number) => {
    for (let turn = 0; turn < each; turn += 1) {
      const count = 1 + Math.floor(random() * 3)
      const changes = Array.from({ length: count }, (_, at) => `c-${who}-${turn}-${at}` as ChangeId)
      const undone = random() < 0.2
      await log
        .transact(TENANT, async (tx) => {
          for (const change of changes) {
            const seq = await tx.raise()
            if (random() < 0.5) await pause(6)
            await tx.append(aRow(seq, change))
          }
          if (undone) throw new Undone()
        })
        .then(
          () => changes.forEach((one) => committed.add(one)),
          (error: unknown) => {
            if (!(error instanceof Undone)) throw error
            rolledBack += 1
          },
        )
      await pause(4)
    }
  }
  const read = async (log: Log) => {
    const saw: ChangeId[] = []
    let at = 0
    const on = async () => {
      const rows = await log.transact(TENANT, (tx) => tx.rows(at, Number.MAX_SAFE_INTEGER))
      for (const row of rows) saw.push(row.change)
      at = rows.at(-1)?.seq ?? at
    }
    while (writing.on) {
      await on()
      await pause(3)
    }
    await on()
    return saw
  }
  const reading = readers.map(read)
  try {
    await Promise.all(writers.map(write))
  } finally {
    writing.on = false
  }
  const seen = await Promise.all(reading)
  const rows = await readers[0]!.transact(TENANT, (tx) => tx.rows(0, Number.MAX_SAFE_INTEGER))
  const there = new Set(rows.map(({ change }) => change))
  return {
    written: committed.size,
    rolledBack,
    gaps: rows.filter(({ seq }, index) => seq !== index + 1).length,
    skipped: seen.reduce((sum, one) => sum + [...there].filter((change) => !one.includes(change)).length, 0),
    doubled: seen.reduce((sum, one) => sum + one.length - new Set(one).size, rows.length - there.size),
    lost: [...committed].filter((change) => !there.has(change)).length,
  }
}

export function aRow(seq: number, change: ChangeId): LogRow {
  return {
    seq,
    epoch: 'epoch-1' as Epoch,
    change,
    record: `r-${change}` as RecordId,
    name: 'shift.open',
    v: 1,
    actor: 'wang' as PersonId,
    device: 'tablet' as DeviceId,
    receivedAt: '2026-03-04T07:00:00.000Z',
    body: { at: '2026-03-04T07:00:00.000Z', args: {} },
    outcome: { is: 'applied' },
  }
}
