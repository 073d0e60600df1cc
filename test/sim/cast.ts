import type { PersonId, RecordId, TenantId } from '#domain/ids.ts'
import { compoundPlace, placeId, type What } from '#domain/places.ts'
import type { Appointment, DeviceKind } from '#domain/rights.ts'
import type { Role } from '#domain/roles.ts'
import { settingsId } from '#domain/settings.ts'
import type { Intent } from '#server/records/act.ts'
import type { Chance } from './random.ts'

export const TENANTS = ['yulin', 'tongzi'] as unknown as readonly TenantId[]

/** A small compound: two buildings, each with a stairwell, a floor, two homes, a bin point. */
const PLACES: readonly (readonly [what: What, key: string, above: string])[] = [
  ['building', '1', 'compound'],
  ['building', '2', 'compound'],
  ['unit', '1-1', '1'],
  ['unit', '2-1', '2'],
  ['floor', '1-1-1', '1-1'],
  ['floor', '2-1-1', '2-1'],
  ['dwelling', '1-1-1-101', '1-1-1'],
  ['dwelling', '1-1-1-102', '1-1-1'],
  ['dwelling', '2-1-1-101', '2-1-1'],
  ['dwelling', '2-1-1-102', '2-1-1'],
  ['binPoint', 'east', '1'],
  ['binPoint', 'west', '2'],
]

/** Names are the same in both compounds where somebody helps in both: `both`. */
const PEOPLE: readonly (readonly [name: string, ...at: readonly (readonly [Role, string])[]])[] = [
  ['officer', ['officer', 'compound']],
  ['grid', ['gridWorker', '1']],
  ['floor', ['floorLead', '2-1']],
  ['bins', ['supervisor', 'east']],
  ['bins2', ['supervisor', 'east'], ['supervisor', 'west']],
  ['steward', ['steward', 'compound']],
  ['manager', ['manager', 'compound']],
  ['party', ['party', '2']],
  ['owners', ['owners', 'compound']],
  ['both', ['supervisor', 'west'], ['gridWorker', '2']],
]

export function personOf(tenant: TenantId, name: string): PersonId {
  return (name === 'both' ? name : `${tenant}.${name}`) as PersonId
}

export function peopleOf(tenant: TenantId): readonly PersonId[] {
  return PEOPLE.map(([name]) => personOf(tenant, name))
}

export function appointmentsAtFirst(tenant: TenantId, person: PersonId): readonly Appointment[] {
  const found = PEOPLE.find(([name]) => personOf(tenant, name) === person)
  const [, ...at] = found ?? ['']
  return at.map(([role, key]) => ({ role, place: placeOf(tenant, key), from: '2020-01-01' }))
}

export function placeOf(tenant: TenantId, key: string): RecordId {
  return key === 'compound' ? compoundPlace(tenant) : placeId(tenant, key)
}

/** Everything that is there before the first device comes. */
export function setUp(tenant: TenantId): readonly Intent[] {
  const compound = compoundPlace(tenant)
  const enter = (what: What, key: string, parent?: RecordId): Intent => ({
    record: placeOf(tenant, key),
    name: 'place.enter',
    v: 1,
    args: { what, key, label: `${tenant} ${key}`, order: 1, ...(parent && { parent }) },
  })
  return [
    enter('compound', 'compound'),
    ...PLACES.map(([what, key, above]) => enter(what, key, placeOf(tenant, above))),
    { record: settingsId(tenant), name: 'settings.put', v: 1, args: { place: compound, name: tenant } },
    ...peopleOf(tenant).map((person) => ({
      record: person as string as RecordId,
      name: 'member.join',
      v: 1,
      args: { place: compound, name: '某', appointments: appointmentsAtFirst(tenant, person) },
    })),
  ]
}

export interface PlannedDevice {
  readonly tenant: TenantId
  readonly kind: DeviceKind
  /** Who uses it, the first of them at first. */
  readonly people: readonly PersonId[]
}

/** Three to eight devices: the office's and a shared tablet of one compound, one of the other, and what chance gives. */
export function devicesFor(chance: Chance): readonly PlannedDevice[] {
  const planned: PlannedDevice[] = []
  const total = 3 + chance.below(6)
  for (let at = 0; at < total; at += 1) {
    const tenant = at < 2 ? TENANTS[0]! : at === 2 ? TENANTS[1]! : chance.pick(TENANTS)
    const names = PEOPLE.map(([name]) => name)
    if (at === 0 || (at > 3 && chance.once(4))) {
      planned.push({ tenant, kind: 'own', people: [personOf(tenant, 'officer')] })
    } else if (at === 1 || chance.once(3)) {
      const people = new Set([chance.pick(['bins', 'bins2', 'both']), chance.pick(names), chance.pick(names)])
      planned.push({ tenant, kind: 'shared', people: [...people].map((name) => personOf(tenant, name)) })
    } else {
      const name = at === 2 && chance.once(2) ? 'both' : chance.pick(names)
      planned.push({ tenant, kind: 'own', people: [personOf(tenant, name)] })
    }
  }
  return planned
}
