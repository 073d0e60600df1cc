import { randomUUID } from 'node:crypto'
import { cp, rm } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import type { Shift } from '#domain/bins/shift.ts'
import type { Chance } from '#test/sim/random.ts'
import { founded, peopled } from './compound.ts'
import { atTheDesk, deskFindings } from './desk.ts'
import type { Inside } from './inside.ts'
import { madeOlder } from './older.ts'
import { aPlace, cleared } from './package.ts'
import { incident, writes } from './writers.ts'
import type { World } from './world.ts'

/** A stretch of the server's life in which it is ended at every kind of write. */
export interface Scenario {
  readonly name: string
  /** What stands before it; once. The server runs at the beginning and may be stopped at the end. */
  prepare(world: World, chance: Chance): Promise<void>
  /** From the running server on; may find it gone at any moment. */
  run(world: World): Promise<void>
  /** On the server that was started again, before everybody sends the rest. */
  mend?(world: World): Promise<void>
  /** A log that was put back begins another life, once. */
  readonly restores?: true
  /** What else has to be so in the end. */
  findings?(world: World, found: Inside): readonly string[]
}

const nothing = async () => undefined

/** As far as it goes: the server may be gone by now. */
async function tried(act: () => Promise<unknown>): Promise<void> {
  await act().catch(() => undefined)
}

async function everybodySyncs(world: World): Promise<void> {
  await Promise.all(world.devices.map((one) => tried(() => one.sync())))
}

/** Everybody has written something that is not sent. */
async function busy(world: World, chance: Chance, times = 8): Promise<void> {
  for (let n = 0; n < times; n += 1) for (const one of world.devices) await writes(one, chance)
}

/** The browser's own number: it asks again with it. */
const ATTEMPT = randomUUID()

const firstStart: Scenario = {
  name: 'first start and set-up',
  prepare: nothing,
  run: (world) => tried(() => founded(world, ATTEMPT)),
  async mend(world) {
    // The same browser asks again: it is let in as who it was, or as the first.
    world.devices.length = 0
    await founded(world, ATTEMPT)
  },
  findings: (_, found) => (found.compounds === 1 ? [] : [`${found.compounds} compounds were set up`]),
}

const push: Scenario = {
  name: 'everybody sends at once',
  async prepare(world, chance) {
    await peopled(world)
    await busy(world, chance)
  },
  run: everybodySyncs,
}

/** The tables are as the first release made them, and the work of a day waits on the devices. */
const lift: Scenario = {
  name: 'a newer version takes over the tables',
  async prepare(world, chance) {
    await peopled(world)
    await busy(world, chance, 3)
    await everybodySyncs(world)
    await busy(world, chance, 3)
    await world.server.kill()
    await madeOlder(world.server.dataDir)
  },
  run: everybodySyncs,
}

const photos: Scenario = {
  name: 'photos go up',
  async prepare(world, chance) {
    await peopled(world)
    for (let n = 0; n < 3; n += 1) for (const one of world.devices) await writes(one, chance)
    for (const one of world.devices) {
      const shift = one.view.all<Shift>('shift').find((found) => found.author === one.me)
      if (shift) for (let n = 0; n < 2; n += 1) await incident(one, chance, shift, true)
    }
  },
  run: everybodySyncs,
}

/** The world goes on from a copy of the folder that lacks its last work; `putBack` lays the copy in place of what stopped. */
async function onOlderCopy(
  world: World,
  chance: Chance,
  putBack: (copy: string) => Promise<void>,
): Promise<void> {
  await peopled(world)
  await busy(world, chance, 2)
  await everybodySyncs(world)
  await world.server.kill()
  const copy = await aPlace('copy')
  await cp(world.server.dataDir, copy, { recursive: true })
  await world.server.start()
  await busy(world, chance, 4)
  await everybodySyncs(world)
  await world.server.kill()
  await putBack(copy)
  await busy(world, chance, 1)
}

/** The database is an older copy; keys, journal and photos are as they were. */
const restore: Scenario = {
  name: 'an older copy was put back',
  restores: true,
  prepare: (world, chance) =>
    onOlderCopy(world, chance, async (copy) => {
      for (const name of ['linbian.sqlite', 'linbian.sqlite-wal']) {
        await rm(world.at(name), { force: true })
        await cp(`${copy}/${name}`, world.at(name)).catch(() => undefined)
      }
      await rm(world.at('linbian.sqlite-shm'), { force: true })
      await cleared(copy)
    }),
  run: everybodySyncs,
}

/** The whole folder is an older copy: the server finds out from what its devices say. */
const wholeFolder: Scenario = {
  name: 'the whole folder is an older copy',
  restores: true,
  prepare: (world, chance) =>
    onOlderCopy(world, chance, async (copy) => {
      await cleared(world.server.dataDir)
      world.server.dataDir = copy
    }),
  run: everybodySyncs,
}

const stop: Scenario = {
  name: 'it is told to stop',
  async prepare(world, chance) {
    await peopled(world)
    await busy(world, chance)
  },
  async run(world) {
    const sending = everybodySyncs(world)
    await pause(100)
    world.server.askToStop()
    await sending
    await world.server.gone()
  },
}

const office: Scenario = {
  name: 'at the desk of the office',
  prepare: peopled,
  run: (world) => tried(() => atTheDesk(world)),
  findings: (world, found) => deskFindings(world.answered, found),
}

export const SCENARIOS: readonly Scenario[] = [
  firstStart,
  lift,
  push,
  photos,
  restore,
  wholeFolder,
  stop,
  office,
]
