import { describe, expect, it } from 'vitest'
import { nudged } from '#sync/nudge.ts'
import type { RoundEnd } from '#sync/run.ts'

/** A world without a clock: pauses end when the test wakes them. */
function world(ends: RoundEnd[]) {
  const pauses: { length: number; wake: () => void }[] = []
  let rounds = 0
  let atOnce = 0
  let most = 0
  const { nudge, idle } = nudged(
    async () => {
      rounds += 1
      atOnce += 1
      most = Math.max(most, atOnce)
      await Promise.resolve()
      atOnce -= 1
      return ends[rounds - 1] ?? 'done'
    },
    (length) => {
      let wake = () => {}
      const over = new Promise<void>((resolve) => (wake = resolve))
      pauses.push({ length, wake })
      return { over, wake }
    },
    () => 0.5,
  )
  const settle = async () => {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
  }
  return { nudge, idle, pauses, settle, rounds: () => rounds, most: () => most }
}

describe('when a device talks to its server', () => {
  it('runs one round for many nudges at once, and one more for those that came during it', async () => {
    const { nudge, idle, rounds, most } = world([])
    for (let index = 0; index < 10; index += 1) nudge()
    await idle()
    expect(rounds()).toBe(2)
    expect(most()).toBe(1)
  })

  it('with no network tries again after pauses that grow to a minute and never stop', async () => {
    const { nudge, pauses, settle } = world(Array.from({ length: 12 }, () => 'noLink'))
    nudge()
    for (let index = 0; index < 11; index += 1) {
      await settle()
      pauses[index]?.wake()
    }
    await settle()
    expect(pauses.map(({ length }) => length / 0.75)).toEqual([
      2000, 4000, 8000, 16000, 32000, 60000, 60000, 60000, 60000, 60000, 60000, 60000,
    ])
  })

  it('begins its pauses anew where the line may be back, since a phone says so before its network carries', async () => {
    const { nudge, pauses, settle } = world(Array.from({ length: 12 }, () => 'noLink'))
    nudge()
    for (let index = 0; index < 4; index += 1) {
      await settle()
      pauses[index]?.wake()
    }
    await settle()
    nudge()
    await settle()
    nudge('mayBeBack')
    await settle()
    expect(pauses.map(({ length }) => length / 0.75)).toEqual([2000, 4000, 8000, 16000, 32000, 60000, 2000])
  })

  it('does not wait for the pause when something moves', async () => {
    const { nudge, settle, rounds } = world(['noLink'])
    nudge()
    await settle()
    expect(rounds()).toBe(1)
    nudge()
    await settle()
    expect(rounds()).toBe(2)
  })
})
