import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { postgresAt } from '#test/support/engine.ts'
import { makeBombs } from './ask.ts'
import { askAt } from './askAt.ts'
import { readCorpus } from './corpus.ts'
import { sqlite } from './engine.ts'
import { postgresOn } from './postgres.ts'
import { aPair, calm, compared, one } from './run.ts'

const threw: string[] = []
let worlds: Awaited<ReturnType<typeof aPair>>
let others: Awaited<ReturnType<typeof aPair>>

beforeAll(async () => {
  await makeBombs()
  worlds = await aPair(sqlite)
  others = await aPair(postgresOn(await postgresAt()))
})
afterAll(async () => {
  for (const pair of [worlds, others]) await pair.stop()
})

test('what broke something once is answered and kept alike by SQLite and PostgreSQL', async () => {
  const asks = readCorpus(join(import.meta.dirname, 'corpus')).map(({ ask }) => ask)
  const bent = Array.from({ length: 40 }, (_, index) => askAt(11, index))
  for (const ask of [...asks, ...bent].flatMap((one) => calm(one) ?? [])) {
    const { answer, findings } = await one(worlds, ask, threw)
    expect([...findings, ...(await compared(worlds, others, ask, answer, threw, false))], ask.path).toEqual(
      [],
    )
  }
  const last = askAt(11, 41)
  const { answer } = await one(worlds, { ...last, at: 'compound' }, threw)
  expect(await compared(worlds, others, { ...last, at: 'compound' }, answer, threw, true)).toEqual([])
})
