import { expect, test } from 'vitest'
import { live } from './world.ts'

const SEEDS = 20
/** This bound only ends what hangs. */
const HANGS = { timeout: 120_000 }

test('nothing is lost, done twice, leaked, altered or stuck in a handful of lives', HANGS, async () => {
  let saved = 0
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const life = await live(seed)
    saved += life.saved
    expect(life.findings, `seed ${seed}`).toEqual([])
  }
  expect(saved).toBeGreaterThan(SEEDS * 50)
})

test('the same seed is the same life', HANGS, async () => {
  expect(await live(7)).toEqual(await live(7))
})
