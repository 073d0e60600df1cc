import { describe, expect, it } from 'vitest'
import { BUGS, NO_BUG } from './bugs.ts'
import { live } from './world.ts'

/** Seeds that once failed, with what they taught; they run for ever. */
const KEPT: readonly (readonly [seed: number, lesson: string])[] = []

const SEEDS = Number(process.env['SIM_SEEDS'] ?? 150)
const FROM = Number(process.env['SIM_FROM'] ?? 1)
/** A life takes some 50 ms on a small machine; this bound only ends what hangs. */
const HANGS = { timeout: 60_000 + SEEDS * 2_000 }

describe('three devices and a server, through loss, doubling, death, restore and lost rights', () => {
  it(
    `W1 W2 W4 W5 W6 W7 W8 nothing saved is lost, done twice, leaked or stuck (seeds ${FROM} to ${FROM + SEEDS - 1})`,
    HANGS,
    async () => {
      let saved = 0
      for (let seed = FROM; seed < FROM + SEEDS; seed += 1) {
        const life = await live(seed)
        saved += life.saved
        expect(life.findings, `seed ${seed}`).toEqual([])
      }
      expect(saved).toBeGreaterThan(SEEDS * 20)
    },
  )

  it.each(KEPT)('seed %i: %s', async (seed) => {
    expect((await live(seed)).findings).toEqual([])
  })

  it('the same seed is the same life', async () => {
    expect(await live(7)).toEqual(await live(7))
  })
})

describe('mistakes of the kind others made are found', () => {
  it.each(BUGS.map((bug) => [bug.name, bug] as const))('%s', HANGS, async (_, bug) => {
    const found: string[] = []
    for (let seed = 1; seed <= 400 && found.length === 0; seed += 1) {
      found.push(...(await live(seed, 300, bug)).findings.map((finding) => finding.is))
    }
    expect(found).not.toEqual([])
  })

  it('and no mistake is seen where none was made', async () => {
    expect((await live(1, 300, NO_BUG)).findings).toEqual([])
  })
})
