import type { Role } from '#domain/roles.ts'
import type { Engine } from '#test/fuzz/engine.ts'
import { askGroups } from './askGroups.ts'
import { askHidden } from './askHidden.ts'
import { askRoutes } from './askRoutes.ts'
import { askVerbs } from './askVerbs.ts'
import { Cells } from './cells.ts'
import type { Situation } from './roles.ts'
import { ownSamples } from './samples.ts'
import { aWorld, type World } from './world.ts'

export interface Only {
  readonly roles?: readonly Role[]
  readonly situations?: readonly Situation[]
}

export interface Asked {
  readonly parts: Readonly<Record<'groups' | 'changes' | 'addresses' | 'hidden', Cells>>
  readonly all: Cells
}

/** The whole matrix, or of a few roles and situations; each part on a server of its own. */
export async function askAll(engine: Engine, only: Only = {}): Promise<Asked> {
  const samples = ownSamples()
  const parts = {
    groups: await on(engine, (world) => askGroups(world, samples, only)),
    changes: await on(engine, (world) => askVerbs(world, samples, only)),
    hidden: await on(engine, (world) => askHidden(world, only)),
    addresses: await on(engine, (world) => askRoutes(world, only)),
  }
  const all = new Cells()
  for (const part of Object.values(parts)) all.add(part)
  return { parts, all }
}

async function on(engine: Engine, ask: (world: World) => Promise<Cells>): Promise<Cells> {
  const world = await aWorld(engine)
  try {
    const cells = await ask(world)
    // What nobody expected is a leak too: it hides what a cell would have said.
    for (const { route, error } of world.failures) cells.leaks.push(`${route} failed: ${String(error)}`)
    return cells
  } finally {
    await world.stop()
  }
}
