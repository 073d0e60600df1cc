import { setTimeout as pause } from 'node:timers/promises'
import type { Chance } from '#test/sim/random.ts'
import { peopled } from './compound.ts'
import { inside } from './inside.ts'
import { both, judgeAcked, judgeAll, type Verdict } from './judge.ts'
import { aPlace, cleared } from './package.ts'
import { ServerProcess } from './serverProcess.ts'
import { writes } from './writers.ts'
import { World } from './world.ts'

/** So many kills one compound lives through. */
const LIVES = 20
const LONGEST = 900

export interface Killed {
  readonly verdict: Verdict
  readonly startMs: number
}

/** A server under writers that never pause, ended at moments nobody chose: also while it starts. */
export async function randomKills(
  home: string,
  kills: number,
  luck: Chance,
  heard: (one: Killed) => void,
): Promise<void> {
  for (let left = kills; left > 0; left -= LIVES) await oneCompound(home, Math.min(left, LIVES), luck, heard)
}

async function oneCompound(
  home: string,
  kills: number,
  luck: Chance,
  heard: (one: Killed) => void,
): Promise<void> {
  const server = new ServerProcess(home, await aPlace('data'))
  const world = new World(server)
  try {
    if ((await server.start()) !== 'up') throw new Error(server.complaints)
    await peopled(world)
    const writing = new AbortController()
    const writers = world.devices.map(async (one) => {
      while (!writing.signal.aborted) {
        for (let n = luck.below(4); n >= 0; n -= 1) await writes(one, luck)
        await one.sync().catch(() => undefined)
        await pause(luck.below(25))
      }
    })
    const { epoch } = await fallenAfter(world, luck.below(LONGEST))
    for (let n = 0; n < kills; n += 1) {
      const fallen = await inside(server.dataDir)
      const first = judgeAcked(fallen, world.ledger)
      const strange: string[] = fallen.epoch === epoch ? [] : ['another epoch without a restore']
      if (n + 1 < kills && luck.once(5)) {
        // While it starts.
        const starting = server.start()
        await pause(luck.below(400))
        await server.kill()
        await starting
      }
      const before = performance.now()
      const end = await server.start()
      const startMs = performance.now() - before
      if (end !== 'up') strange.push(`it does not start again: ${server.complaints}`)
      const last = n + 1 === kills || end !== 'up'
      heard({ verdict: both(first, { ackedLost: 0, savedLost: 0, doubled: 0, findings: strange }), startMs })
      if (last) break
      await pause(luck.below(LONGEST))
      await server.kill()
    }
    writing.abort()
    await Promise.all(writers)
    const stuck = await world.drain()
    await server.kill()
    const all = judgeAll(await inside(server.dataDir), world.ledger)
    heard({ verdict: { ...all, findings: [...all.findings, ...stuck] }, startMs: 0 })
  } finally {
    await server.kill()
    await cleared(server.dataDir)
  }
}

async function fallenAfter(world: World, ms: number): Promise<{ epoch: string }> {
  await pause(ms)
  await world.server.kill()
  return inside(world.server.dataDir)
}
