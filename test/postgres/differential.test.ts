import fc from 'fast-check'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import type { Epoch } from '#domain/ids.ts'
import { memoryLog } from '#server/log/memory.ts'
import { live, step } from '#test/server/records/anyHistory.ts'
import { aNewDatabase, postgresAt } from '#test/support/engine.ts'
import { aFolder } from '#test/support/folder.ts'
import { aLogFile } from '#test/support/logFile.ts'
import { aLogOn, makeTables } from './crowd.ts'

beforeAll(postgresAt)

const EPOCH = 'epoch-1' as Epoch

test('INV-26 the same requests on PostgreSQL, on SQLite and in memory: the same outcomes, pages, records and rows', async () => {
  const folder = await aFolder()
  const url = await aNewDatabase()
  let files = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), async (steps) => {
      await makeTables(url)
      const postgres = await aLogOn(url)
      const file = await aLogFile(join(folder, `${(files += 1)}.db`), EPOCH)
      if (!file.ok) throw new Error(file.refused)
      try {
        const there = await live(postgres, steps)
        expect(there).toEqual(await live(file.value, steps))
        expect(there).toEqual(await live(memoryLog(EPOCH), steps))
      } finally {
        await postgres.close()
        await file.value.close()
      }
    }),
    { numRuns: 20 },
  )
})
