import type { Epoch } from '#domain/ids.ts'
import { ok, type Result } from '#domain/result.ts'
import type { Log } from '#server/log/log.ts'
import { ONE_CONNECTION } from '#server/log/order.ts'
import { sqlLog } from '#server/log/sql.ts'
import { openSqlite, type SqliteRefusal } from '#server/log/sqliteDriver.ts'
import { type LogTables, migrateLog } from '#server/log/tables.ts'

/** A log in a database file of its own. */
export async function aLogFile(
  file: string,
  epoch: Epoch,
): Promise<Result<Log, SqliteRefusal | 'newerData'>> {
  const opened = openSqlite<LogTables>(file)
  if (!opened.ok) return opened
  const lifted = await migrateLog(opened.value)
  if (!lifted.ok) {
    await opened.value.destroy()
    return lifted
  }
  const log = sqlLog(opened.value, ONE_CONNECTION)
  if ((await log.epoch()) === '') await log.setEpoch(epoch)
  return ok(log)
}
