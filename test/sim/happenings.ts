import type { Change } from '#domain/change.ts'
import type { ChangeId, DeviceId } from '#domain/ids.ts'
import type { Place } from '#domain/places.ts'
import type { Shift } from '#domain/bins/shift.ts'
import { sealed } from '#store/outbox.ts'
import { DiskTrouble } from '#store/disk.ts'
import { someAct } from './acts.ts'
import { run, sayLater } from './builds.ts'
import { peopleOf, placeOf, TENANTS } from './cast.ts'
import type { SimDevice } from './device.ts'
import { type Ground, newRecord, words } from './ground.ts'
import { Killed } from './haunted.ts'
import { changeRights, countEnds, eraseSomebody, moveSubtree, renamePlace } from './officeHappenings.ts'
import type { Chance } from './random.ts'
import type { Step } from './swarm.ts'
import type { World } from './world.ts'

/** Something happens. Answers what a trace says of it. */
type Happening = (
  world: World,
  step: Step,
  chance: Chance,
) => Promise<string | undefined> | string | undefined

const YEARS = 365 * 86_400_000
const DEVICES = 9
const DAYS = 24

export const HAPPENINGS: Readonly<Record<Step['is'], Happening>> = {
  async act(world, { who }, chance) {
    const device = pick(world, who)
    const tab = device.tabs[chance.below(device.tabs.length)]
    if (!tab || !device.alive) return undefined
    const ground: Ground = {
      ctx: device.context(tab),
      chance,
      officer: device.me.endsWith('officer'),
      colleagues: peopleOf(device.at.tenant),
      known: world.known.get(device.at.tenant) ?? [],
      canaries: world.canaries,
      moves: world.faults.moves,
    }
    if (world.later.has(device.name) && chance.once(6)) return sayAsLater(world, device, tab, ground)
    const haunting = device.fate
    try {
      const done = await someAct(ground)
      return `${device.name} ${device.me} ${done === undefined ? 'finds nothing to do' : done.ok ? 'acts' : done.refused}`
    } catch (error) {
      if (error instanceof Killed || !haunting.alive) return `${device.name} dies in an act`
      throw error
    }
  },

  async draft(world, { who }, chance) {
    const device = pick(world, who)
    const [tab] = device.tabs
    if (!tab) return undefined
    const form = chance.pick(['feedback.capture', 'visit.note'])
    try {
      if (chance.once(4)) await device.throwAway(tab, form)
      else {
        const place = placeOf(device.at.tenant, 'compound')
        const from = { tenant: device.at.tenant, place, record: place, by: device.me }
        await device.type(tab, form, world.canaries.let(from))
      }
    } catch (error) {
      if (!(error instanceof Killed || error instanceof DiskTrouble) && device.alive) throw error
    }
    return `${device.name} types`
  },

  office(world, { who }, chance) {
    const { faults } = world
    const tenant = chance.pick(TENANTS)
    const draw = chance.below(10)
    if (draw < 6 && faults.rights) return changeRights(world, tenant, chance)
    if (draw < 7 && faults.revoke) {
      const device = pick(world, who)
      world.note('revoke')
      world.server.revoke(device.id)
      return `${device.id} is stopped`
    }
    if (faults.moves && draw < 9) return moveSubtree(world, tenant, chance)
    return renamePlace(world, tenant, chance)
  },

  erase(world, _, chance) {
    if (!world.faults.erase) return undefined
    return eraseSomebody(world, chance.pick(TENANTS), chance)
  },

  sync(world, { who }, chance) {
    const device = pick(world, who)
    const tab = device.tabs[chance.below(device.tabs.length)]
    if (!tab || !device.alive || tab.rounds >= (world.faults.tabs ? 2 : 1)) return undefined
    if (device.rounds > 0) world.note('two syncers')
    device.beginRound(tab)
    return device.name
  },

  async net(world, _, chance) {
    await world.net.step(chance, world.faults)
    return undefined
  },

  async tab(world, { who }) {
    const device = pick(world, who)
    if (!world.faults.tabs || !device.alive) return undefined
    if (device.tabs.length > 1) device.closeTab()
    else if (await device.openTab()) world.note('tabs')
    return device.name
  },

  kill(world, { who }, chance) {
    const device = pick(world, who)
    if (!world.faults.kill || !device.alive) return undefined
    if (chance.once(3)) {
      world.note('kill')
      device.close()
    } else device.fate.dieSoon(1 + chance.below(25))
    return device.name
  },

  trouble(world, { who }, chance) {
    const device = pick(world, who)
    const { faults } = world
    if (!device.alive) return undefined
    const kinds = (['quota', 'lostConnection', 'blocked'] as const).filter((kind) => faults[kind])
    if (kinds.length === 0) return undefined
    const kind = chance.pick(kinds)
    if (kind === 'blocked') {
      world.note('blocked')
      device.fate.blocked = true
    } else if (kind === 'quota') device.fate.troubleSoon('full', 1 + chance.below(12), 1 + chance.below(3))
    else device.fate.troubleSoon('lost', 1 + chance.below(12), chance.once(4) ? 3 : 1)
    return `${device.name} ${kind}`
  },

  async wipe(world, { who }, chance) {
    const device = pick(world, who)
    const kinds = (['evict', 'brokenDisk'] as const).filter((kind) => world.faults[kind])
    if (kinds.length === 0) return undefined
    const kind = chance.pick(kinds)
    await world.nature(kind, () => device.wipe(kind === 'brokenDisk'))
    // Cleared site data take the cookie along; after a broken store the browser is still the same device.
    const same = kind === 'brokenDisk' && world.server.enrolled.get(device.id)?.revoked === false
    await world.enter(device, device.me, same ? device.id : newDeviceId(world))
    return `${device.name} ${kind}`
  },

  async copy(world, { who }, chance) {
    const device = pick(world, who)
    const { faults, images, devices } = world
    if (faults.clone && chance.once(3) && devices.length < DEVICES) {
      const image = await device.image()
      const clone = world.newDevice(device.at.tenant, device.kind)
      world.people.set(clone.name, world.people.get(device.name) ?? [device.me])
      await clone.become(image)
      await clone.start()
      world.note('clone')
      return `${device.name} is cloned to ${clone.name}`
    }
    if (!faults.oldImage) return undefined
    const kept = images.findLast(({ of }) => of === device)
    if (kept && chance.once(2)) {
      await world.nature('oldImage', () => device.become(kept.image))
      await device.start()
      return `${device.name} becomes an older image`
    }
    images.push({ of: device, image: await device.image() })
    return `${device.name} is put away as an image`
  },

  clock(world, { who }, chance) {
    if (!world.faults.clock) return undefined
    const device = pick(world, who)
    world.note('clock')
    device.clockOff = chance.once(4) ? 0 : Math.round((chance.next() - 0.5) * 60 * YEARS)
    return `${device.name} is ${device.clockOff} ms off`
  },

  async turn(world, { who }, chance) {
    const device = pick(world, who)
    const people = world.people.get(device.name) ?? []
    if (!world.faults.turns || device.kind !== 'shared' || people.length < 2) return undefined
    if (world.server.reader(device.id).out) return undefined
    const person = chance.pick(people)
    world.note('turns')
    await world.enter(device, person, device.id)
    return `${person} takes ${device.name}`
  },

  async readmit(world) {
    const device = world.devices.find(({ id }) => world.server.reader(id).out)
    if (!device) return undefined
    world.note('readmit')
    await world.enter(device, device.me, newDeviceId(world))
    return `${device.me} enters on ${device.name} anew`
  },

  async build(world, { who }, chance) {
    if (!world.faults.builds) return undefined
    if (chance.once(3)) {
      const device = pick(world, who)
      world.later.add(device.name)
      return `${device.name} runs a later build`
    }
    world.build = world.build === 'later' ? 'thisOne' : 'later'
    world.note(world.build === 'later' ? 'upgrade' : 'rollback')
    run(world.build)
    world.server.stand()
    for (const device of world.devices) await device.start()
    return `everybody runs ${world.build}`
  },

  async backUp({ server }) {
    await server.backUp()
    return undefined
  },

  async restore(world, _, chance) {
    const kinds = (['restore', 'unnoticed'] as const).filter((kind) => world.faults[kind])
    if (kinds.length === 0) return undefined
    const kind = chance.pick(kinds)
    let done = false
    const which = chance.below(4)
    await world.nature(kind, async () => {
      done = await world.server.restore(which, kind === 'restore')
    })
    if (!done) world.happened.set(kind, (world.happened.get(kind) ?? 1) - 1)
    return done ? kind : undefined
  },

  fall(world, _, chance) {
    if (!world.faults.fall) return undefined
    // A process that fell is another one when it stands again.
    world.server.stand()
    world.server.fallSoon(1 + chance.below(60))
    return undefined
  },

  async days(world, _, chance) {
    if (!world.faults.delay && !world.faults.rights) return undefined
    const days = 1 + chance.below(3)
    if (world.clock > Date.parse('2026-03-04T00:00:00Z') + (DAYS - days) * 86_400_000) return undefined
    const before = world.day
    world.clock += days * 86_400_000
    world.note('days')
    await countEnds(world, before)
    return `${days} days`
  },

  async look(world, { who }) {
    // Whoever has asked since anything moved is looked at; one that has not may be behind, and that is no fault.
    const { devices } = world
    for (let turn = 0; turn < devices.length; turn += 1) {
      const device = pick(world, who + turn)
      const idle = device.alive && device.rounds === 0 && device.lastEnd === 'done'
      if (!idle || device.seen !== world.version()) continue
      world.record({ is: 'looked', look: await world.look(device) })
      world.note('look')
      return device.name
    }
    return undefined
  },
}

function pick({ devices }: World, who: number): SimDevice {
  const device = devices[who % devices.length]
  if (!device) throw new Error('no devices')
  return device
}

function newDeviceId(world: World): DeviceId {
  return `device ${world.newId()}` as DeviceId
}

/** A page of a later build saves what this build does not know: the same row in the same place. */
async function sayAsLater(
  world: World,
  device: SimDevice,
  tab: SimDevice['tabs'][number],
  ground: Ground,
): Promise<string> {
  const { ctx, chance } = ground
  const point = ctx.view.all<Place>('place').find(({ what }) => what === 'binPoint')
  if (!point) return `${device.name} has nothing to say`
  const shifts = ctx.view.all<Shift>('shift').filter(({ author }) => author === ctx.me)
  const shift = chance.once(2) ? shifts[0] : undefined
  const record = newRecord(ground)
  const said = sayLater(point.id, shift?.id, record, words(ground, point.id, record))
  const change: Change = { ...said, id: ctx.newId() as ChangeId, actor: ctx.me, at: ctx.now() }
  const haunting = device.fate
  world.record({ is: 'tried', by: ctx.me, intents: [change] })
  try {
    const row = await sealed(device.seals, device.at.tenant, change)
    await tab.disk.write(['outbox'], async (tx) => void tx.append('outbox', row))
    tab.book.add([change])
    if (haunting.alive) {
      device.saved(change)
      world.note('newer change')
    }
  } catch (error) {
    if (!(error instanceof Killed || error instanceof DiskTrouble) && haunting.alive) throw error
  }
  return `${device.name} says ${change.name}`
}
