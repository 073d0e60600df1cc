import type { Epoch } from '#domain/ids.ts'
import { ok, type Result } from '#domain/result.ts'
import type { Log } from './log.ts'
import { sqlLog } from './sql.ts'
import { type LogDb, migrateLog } from './tables.ts'

/**
 * The log in an open database: makes or lifts its tables, and begins its first life when it has none yet. `newerData`: a
 * newer version of the server wrote it, and it is left alone. On SQLite the one connection runs transactions one after the
 * other; closing the log closes the database.
 */
export async function sqliteLog(db: LogDb, startEpoch: () => Epoch): Promise<Result<Log, 'newerData'>> {
  const lifted = await migrateLog(db)
  if (!lifted.ok) return lifted
  const log = sqlLog(db)
  if ((await log.epoch()) === '') await log.setEpoch(startEpoch())
  return ok(log)
}
