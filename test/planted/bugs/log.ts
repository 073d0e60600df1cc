import type { Bug } from '../bug.ts'

/** What a log may do wrong with what it keeps. */
export const LOG: readonly Bug[] = [
  {
    name: 'spoken numbers are given twice after a restore',
    lesson: 'the counter is in the backup too',
    caughtBy: 'test/server/log/memory.test.ts',
    file: 'src/server/log/memory.ts',
    find: `numbers.set(kind, Math.max(number, heard) + NUMBER_JUMP)`,
    put: `numbers.set(kind, number)`,
  },
  {
    name: 'SQLite: what one compound asks for comes from all',
    lesson: 'one query of twenty without its tenant',
    caughtBy: 'test/server/log/sqlite.test.ts',
    file: 'src/server/log/sql.ts',
    find: `db.selectFrom('records').select(['json', 'seq']).where('tenant', '=', tenant)`,
    put: `db.selectFrom('records').select(['json', 'seq'])`,
  },
]
