import { beforeAll, describe, expect, it } from 'vitest'
import type { Epoch, TenantId } from '#domain/ids.ts'
import type { Log } from '#server/log/log.ts'
import { openPostgres } from '#server/log/postgresDriver.ts'
import { postgresOrder } from '#server/log/postgresOrder.ts'
import { sqlLog } from '#server/log/sql.ts'
import { type LogTables, migrateLog } from '#server/log/tables.ts'
import { logContract } from '#test/contracts/log.ts'
import { aNewDatabase, postgresAt } from '#test/support/engine.ts'

const TENANT = 'tenant-a' as TenantId

async function opened(url: string, epoch = 'epoch-1'): Promise<Log> {
  const db = await openPostgres<LogTables>(url)
  if (!db.ok) throw new Error(db.refused)
  const lifted = await migrateLog(db.value)
  if (!lifted.ok) throw new Error(lifted.refused)
  const log = sqlLog(db.value, postgresOrder())
  await log.setEpoch(epoch as Epoch, 0, '' as Epoch)
  return log
}

beforeAll(postgresAt, 60_000)

describe('the log in PostgreSQL', () => {
  logContract(async () => opened(await aNewDatabase()))

  it('W4 is there again, in the same epoch, after it was closed', async () => {
    const url = await aNewDatabase()
    const before = await opened(url)
    await before.transact(TENANT, (tx) => tx.raise())
    await before.close()
    const after = await opened(url, 'epoch-2')
    expect([await after.epoch(), await after.transact(TENANT, (tx) => tx.head())]).toEqual(['epoch-1', 1])
    await after.close()
  })
})
