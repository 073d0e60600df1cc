import { beforeAll, expect, onTestFinished, test } from 'vitest'
import type { Log } from '#server/log/log.ts'
import { aNewDatabase, postgresAt } from '#test/support/engine.ts'
import { aLogOn, aLogWithSequence, aReader, crowd, makeTables } from './crowd.ts'

beforeAll(postgresAt)

const WRITERS = 32
const READERS = 8

async function aCrowd(url: string, writer: (url: string) => Promise<Log>, each: number) {
  const several = (count: number, make: (at: number) => Promise<Log>) =>
    Promise.all(Array.from({ length: count }, (_, at) => make(at)))
  const writers = await several(WRITERS, () => writer(url))
  // Half of them wait for their turn, as requests do; half read beside everybody, as a backup does.
  const readers = await several(READERS, (at) => (at % 2 === 0 ? aReader(url) : aLogOn(url)))
  onTestFinished(async () => void (await Promise.all([...writers, ...readers].map((log) => log.close()))))
  return crowd({ writers, readers, each, random: Math.random })
}

test('INV-8 32 writers with pauses and rollbacks, 8 readers: no row is skipped, and no place is empty', async () => {
  const url = await aNewDatabase()
  await makeTables(url)
  const { written, rolledBack, ...found } = await aCrowd(url, aLogOn, 12)
  expect(found).toEqual({ gaps: 0, skipped: 0, doubled: 0, lost: 0 })
  expect([written > 500, rolledBack > 20]).toEqual([true, true])
})

test('INV-8 a place in the log that comes from a sequence is found out: rows are skipped', async () => {
  const url = await aNewDatabase()
  await makeTables(url)
  const { skipped, gaps } = await aCrowd(url, (at) => aLogWithSequence(at, false), 6)
  expect([skipped > 0, gaps > 0]).toEqual([true, true])
})

test('INV-8 a sequence is found out also where transactions come one after the other: what was undone leaves a gap', async () => {
  const url = await aNewDatabase()
  await makeTables(url)
  const { gaps } = await aCrowd(url, (at) => aLogWithSequence(at, true), 4)
  expect(gaps).toBeGreaterThan(0)
})
