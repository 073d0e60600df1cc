import { join } from 'node:path'
import { type Chance, chance } from '#test/sim/random.ts'
import { type Place, placesIn, sampler } from './calls.ts'
import { inside } from './inside.ts'
import { both, CLEAN, judgeAcked, judgeAll, type Verdict } from './judge.ts'
import { aLedger } from './ledger.ts'
import { aPlace, cleared } from './package.ts'
import type { Scenario } from './scenarios.ts'
import { ServerProcess } from './serverProcess.ts'
import { World, type WorldImage } from './world.ts'

/** A scenario with the places of its run at which the server can be ended. */
export interface Ready {
  readonly scenario: Scenario
  readonly world: World
  readonly image: WorldImage
  readonly places: readonly Place[]
  readonly draw: () => Place
}

const NOTHING = aLedger()

/** Lives through the scenario once with strace beside it, and takes down every write. */
export async function readied(home: string, scenario: Scenario, seed: number): Promise<Ready> {
  const luck = chance(seed)
  const world = new World(new ServerProcess(home, await aPlace('data')))
  if ((await world.server.start()) !== 'up') throw new Error(world.server.complaints)
  await scenario.prepare(world, luck)
  await world.server.kill()
  // A first start begins with an empty folder.
  if (world.devices.length === 0) await emptied(world)
  const image = await world.image()
  const notes = await aPlace('trace')
  const trace = join(notes, 'calls')
  const end = await world.server.start({ trace })
  if (end !== 'up') throw new Error(`${scenario.name}: ${end} ${world.server.complaints}`)
  await scenario.run(world)
  await world.server.kill()
  const places = await placesIn(trace, world.server.dataDir)
  await cleared(notes)
  return { scenario, world, image, places, draw: sampler(places, luck) }
}

async function emptied(world: World): Promise<void> {
  await cleared(world.server.dataDir)
  world.server.dataDir = await aPlace('data')
}

export interface Injected {
  readonly verdict: Verdict
  /** How long the server took to come up again, ms. */
  readonly startMs: number
}

/**
 * One life that ends in front of one write, and the one after it. Undefined where the server lived through it: threads
 * do not take the same turns each time, and then there was no such call.
 */
export async function endedAt(ready: Ready, place: Place): Promise<Injected | undefined> {
  const { scenario, world, image } = ready
  const { server } = world
  await world.back(image)
  const end = await server.start({ killAt: place })
  if (end === 'refused')
    return { verdict: told(ready, place, [`it refused: ${server.complaints}`]), startMs: 0 }
  if (end === 'up') await scenario.run(world)
  if (server.isRunning || !server.wasKilled) {
    await server.kill()
    return undefined
  }
  const fallen = await inside(server.dataDir)
  // An older copy has forgotten what was acknowledged since; the devices bring it back.
  const first = judgeAcked(fallen, scenario.restores ? NOTHING : world.ledger)

  const before = performance.now()
  const again = await server.start()
  const startMs = performance.now() - before
  if (again !== 'up')
    return { verdict: told(ready, place, [`it does not start again: ${server.complaints}`]), startMs }
  const stuck = await mended(ready)
  await server.kill()
  const found = await inside(server.dataDir)
  const other = [
    ...stuck,
    ...epochs(ready, fallen.epoch, found.epoch, end === 'up'),
    ...(scenario.findings?.(world, found) ?? []),
  ]
  const verdict = both(first, judgeAll(found, world.ledger))
  return {
    startMs,
    verdict: both({ ...verdict, findings: [] }, told(ready, place, [...verdict.findings, ...other])),
  }
}

async function mended({ scenario, world }: Ready): Promise<readonly string[]> {
  try {
    await scenario.mend?.(world)
    return await world.drain()
  } catch (error) {
    return [`after the kill: ${String(error)}`]
  }
}

/**
 * A kill is no restore; a restore begins one life, and a kill in the middle of it no second one. A life that began before the
 * server took a request has been told to nobody: another may stand in its place.
 */
function epochs(ready: Ready, fallen: string, found: string, wasUp: boolean): readonly string[] {
  const before = ready.image.epoch
  if (before === '' || fallen === '') return []
  if (!ready.scenario.restores) return found === before ? [] : ['another epoch without a restore']
  if (found === before) return ['no other epoch after a restore']
  return fallen === before || found === fallen || !wasUp ? [] : ['two epochs after one restore']
}

function told({ scenario }: Ready, { call, nth, what }: Place, findings: readonly string[]): Verdict {
  return { ...CLEAN, findings: findings.map((one) => `${scenario.name}, ${call} ${nth} (${what}): ${one}`) }
}

/** Draws and lives until `kills` lives have ended at a write. */
export async function injectedKills(
  home: string,
  scenarios: readonly Scenario[],
  kills: number,
  luck: Chance,
  heard: (one: Injected, what: string) => void,
): Promise<void> {
  const readies: Ready[] = []
  for (const scenario of scenarios) readies.push(await readied(home, scenario, luck.below(2 ** 31)))
  try {
    for (let done = 0, turn = 0, missed = 0; done < kills; turn += 1) {
      const ready = readies[turn % readies.length] as Ready
      const place = ready.draw()
      const ended = await endedAt(ready, place)
      if (!ended) {
        missed += 1
        continue
      }
      done += 1
      heard(ended, `${ready.scenario.name}: ${place.what}`)
    }
  } finally {
    for (const { world, image } of readies) {
      await world.server.kill()
      await cleared(image.folder)
      await cleared(world.server.dataDir)
    }
  }
}
