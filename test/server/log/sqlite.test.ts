import { DatabaseSync } from '@photostructure/sqlite'
import type { Kysely, Migration } from 'kysely'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Epoch, TenantId } from '#domain/ids.ts'
import type { Log } from '#server/log/log.ts'
import { migrate } from '#server/log/migrate.ts'
import { isRecent, openSqlite } from '#server/log/sqliteDriver.ts'
import type { LogTables } from '#server/log/tables.ts'
import { aLogFile } from '#test/support/logFile.ts'
import { logContract } from '#test/contracts/log.ts'
import { aFolder } from '#test/support/folder.ts'

const TENANT = 'tenant-a' as TenantId

async function opened(file: string, epoch = 'epoch-1'): Promise<Log> {
  const log = await aLogFile(file, epoch as Epoch)
  if (!log.ok) throw new Error(log.refused)
  return log.value
}

describe('the log in an SQLite file', () => {
  logContract(async () => opened(join(await aFolder(), 'log.db')))

  it('W4 is there again, in the same epoch, after it was closed', async () => {
    const file = join(await aFolder(), 'log.db')
    const before = await opened(file)
    await before.transact(TENANT, (tx) => tx.raise())
    await before.close()
    const after = await opened(file, 'epoch-2')
    expect([await after.epoch(), await after.transact(TENANT, (tx) => tx.head())]).toEqual(['epoch-1', 1])
    await after.close()
  })

  it('W4 commits to stable storage: write-ahead log, full synchronisation, keys held', async () => {
    const file = join(await aFolder(), 'log.db')
    const db = openSqlite<LogTables>(file)
    if (!db.ok) throw new Error(db.refused)
    const pragma = async (name: string) => {
      const { rows } = await db.value.executeQuery({
        sql: `pragma ${name}`,
        parameters: [],
        query: { kind: 'RawNode', sqlFragments: [`pragma ${name}`], parameters: [] },
        queryId: { queryId: name },
      })
      return Object.values(rows[0] as object)[0] as unknown
    }
    expect([await pragma('journal_mode'), await pragma('synchronous'), await pragma('foreign_keys')]).toEqual(
      ['wal', 2, 1],
    )
    await db.value.destroy()
  })

  it('a step towards a newer shape that ended half-way has not been taken, and is taken again whole', async () => {
    const db = openSqlite<LogTables>(join(await aFolder(), 'log.db'))
    if (!db.ok) throw new Error(db.refused)
    let ends = true
    const step: Migration = {
      async up({ schema }: Kysely<unknown>) {
        await schema.createTable('one').addColumn('id', 'text').execute()
        if (ends) throw new Error('the process ends here')
        await schema.createTable('other').addColumn('id', 'text').execute()
      },
    }
    await expect(migrate(db.value, 'steps', { first: step })).rejects.toThrow('ends here')
    ends = false
    expect(await migrate(db.value, 'steps', { first: step })).toEqual({ ok: true, value: undefined })
    await db.value.destroy()
  })

  it('refuses where no write-ahead log can be kept', () => {
    expect(openSqlite(':memory:')).toEqual({ ok: false, refused: 'notWal' })
  })

  it('refuses an SQLite that could lose commits', () => {
    expect(['3.51.2', '3.9.9', '2.99.99'].map(isRecent)).toEqual([false, false, false])
    expect(['3.51.3', '3.52.0', '4.0.0'].map(isRecent)).toEqual([true, true, true])
  })

  it('refuses data of a newer version and leaves them alone', async () => {
    const file = join(await aFolder(), 'log.db')
    await (await opened(file)).close()
    const raw = new DatabaseSync(file)
    raw.prepare('insert into log_migrations (name, timestamp) values (?, ?)').run('9999_later', '2030-01-01')
    raw.close()
    expect(await aLogFile(file, 'epoch-1' as Epoch)).toEqual({ ok: false, refused: 'newerData' })
  })
})
