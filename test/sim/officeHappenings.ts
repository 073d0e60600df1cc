import type { RecordId, TenantId } from '#domain/ids.ts'
import { SERVER } from '#domain/ids.ts'
import { appointmentsOf, type Member } from '#domain/member.ts'
import type { Place } from '#domain/places.ts'
import type { Appointment } from '#domain/rights.ts'
import { addDays } from '#domain/workingDays.ts'
import { peopleOf, personOf, placeOf, TENANTS } from './cast.ts'
import type { Chance } from './random.ts'
import type { World } from './world.ts'

export async function changeRights(world: World, tenant: TenantId, chance: Chance): Promise<string> {
  const { server } = world
  const people = peopleOf(tenant).filter((person) => !person.endsWith('officer'))
  const person = chance.pick(people)
  const { records } = await server.state(tenant)
  const member = records.find(({ id }) => id === (person as string as RecordId)) as Member | undefined
  const held = appointmentsOf(member).filter(({ to }) => to === undefined || to >= world.day)
  const past = appointmentsOf(member).filter(({ to }) => to !== undefined && to < world.day)
  world.note('rights')
  if (held.length > 0 && chance.once(2)) {
    const one = chance.pick(held)
    const other = chance.pick(people)
    if (other !== person && chance.once(3)) {
      // Today, or from tomorrow on: then the days that pass end the one and begin the other.
      const from = addDays(world.day, chance.below(2))
      // A deputy stands in beside them, and their end comes by itself.
      const until = chance.once(2) ? addDays(from, chance.below(4)) : undefined
      if (await server.handOver(tenant, person, one, other, from, until)) {
        world.note(until === undefined ? 'handed over' : 'deputy')
        return `${person} hands ${one.role} over to ${other}${until === undefined ? '' : ` until ${until}`}`
      }
    }
    await server.end(tenant, person, one, addDays(world.day, -1))
    return `${person} is no longer ${one.role}`
  }
  if (past.length > 0 && chance.once(2)) {
    const { to: _, ...back } = chance.pick(past)
    await server.appoint(tenant, person, back)
    return `${person} is ${back.role} again`
  }
  const place = placeOf(tenant, chance.pick(['1', '2', '1-1', '2-1-1', 'east', 'west', 'compound']))
  const role = chance.pick(['supervisor', 'gridWorker', 'floorLead', 'steward', 'party', 'owners'] as const)
  const to = chance.once(2) ? { to: addDays(world.day, chance.below(6)) } : {}
  const appointment: Appointment = { role, place, from: '2025-01-01', ...to }
  await server.appoint(tenant, person, appointment)
  return `${person} is ${role}`
}

export async function moveSubtree(world: World, tenant: TenantId, chance: Chance): Promise<string> {
  const [key, above] = chance.pick([
    ['1-1-1', ['1-1', '2-1']],
    ['2-1-1', ['1-1', '2-1']],
    ['1-1', ['1', '2']],
    ['2-1', ['1', '2']],
    ['1-1-1-101', ['1-1-1', '2-1-1']],
    ['2-1-1-102', ['1-1-1', '2-1-1']],
    ['east', ['1', '2']],
    ['west', ['1', '2']],
  ] as const)
  const id = placeOf(tenant, key)
  const { records } = await world.server.state(tenant)
  const place = records.find((record) => record.id === id) as Place | undefined
  const to = placeOf(tenant, chance.pick(above))
  if (!place || place.parent === to) return 'nothing moves'
  world.note('moves')
  const parent = { was: place.parent, now: to }
  await world.server.act(tenant, SERVER, [{ record: id, name: 'place.edit', v: 1, args: { parent } }])
  return `${key} moves`
}

export async function renamePlace(world: World, tenant: TenantId, chance: Chance): Promise<string> {
  const key = chance.pick(['1', '2', '1-1-1', '2-1-1-101', 'east'])
  const id = placeOf(tenant, key)
  const by = SERVER
  const label = { was: key, now: world.canaries.let({ tenant, place: id, record: id, by }) }
  await world.server.act(tenant, SERVER, [{ record: id, name: 'place.edit', v: 1, args: { label } }])
  return `${key} is renamed`
}

/** A resident is erased, with some of the remarks of their door as theirs. */
export async function eraseSomebody(world: World, tenant: TenantId, chance: Chance): Promise<string> {
  const { records } = await world.server.state(tenant)
  const residents = records.filter(({ kind }) => kind === 'resident')
  if (residents.length === 0) return 'nobody is there to erase'
  const one = chance.pick(residents)
  const remarks = records.filter(
    ({ kind, place }) => kind === 'feedback' && place === one.place && chance.once(3),
  )
  const officer = personOf(tenant, 'officer')
  const form = { resident: one.id, why: 'asked', remarks: remarks.map(({ id }) => id) } as const
  if (!(await world.server.erase(tenant, officer, form))) return 'it comes to nothing'
  world.note('erase')
  return `${one.id} is erased`
}

/** Counts the appointments that end by themselves as the days pass. */
export async function countEnds(world: World, before: string): Promise<void> {
  for (const tenant of TENANTS)
    for (const record of (await world.server.state(tenant)).records)
      if (record.kind === 'member')
        for (const { to } of appointmentsOf(record as Member))
          if (to !== undefined && to >= before && to < world.day) world.note('ran out')
}
