import { derivedId, type RecordId, type TenantId } from '#domain/ids.ts'
import { compoundPlace, placeId, type Use, type What } from '#domain/places.ts'
import { contactId } from '#domain/doors/resident.ts'
import { ok, type Result } from '#domain/result.ts'
import type { Mapping } from './columns.ts'
import type { RosterWarning } from './fill.ts'
import type { Column } from './headings.ts'
import type { NotUnderstood } from './readRow.ts'
import { type Gathered, gatherSheets, gatherTable, type Sheet, type SheetRead } from './sheets.ts'
import { readTown, type RosterRefusal, type TownPerson } from './town.ts'

/** A change to be made, without the parts that every change gets the same way. */
export interface PlannedChange {
  readonly record: RecordId
  readonly name: string
  readonly v: number
  readonly args: unknown
}

export interface PlannedPlace {
  readonly id: RecordId
  readonly what: What
  readonly parent: RecordId
  readonly key: string
  readonly label: string
  readonly order: number
  readonly use?: Use
  readonly spans?: number
}

export interface RosterPlan {
  readonly buildings: number
  readonly units: number
  /** Homes, lived in or not; 活动室, 商铺 and 架空层 are none. */
  readonly dwellings: number
  readonly vacant: number
  readonly residents: number
  readonly notUnderstood: readonly NotUnderstood[]
  /** What was read otherwise than it stands there; it entered. */
  readonly warnings: readonly RosterWarning[]
  /** Every sheet, and what was done with it; a plain table is one without a name. */
  readonly sheets: readonly SheetRead[]
  /** Which column was read as what; of several sheets, in the first. */
  readonly mapping: readonly Column[]
  /** From the buildings down; the compound itself is not among them. */
  readonly places: readonly PlannedPlace[]
  /** Places before what lies in them, residents before their phones; without what is here already. */
  readonly intents: readonly PlannedChange[]
}

/**
 * Reads a plain roster, one row a person or a home, every row saying all of itself. Pure: the browser shows what was
 * understood, the server makes it. Ids follow from the doors and names, so that the same table entered twice makes
 * nothing twice. `existing` answers whether a record is here already.
 */
export function planRoster(
  rows: Sheet['rows'],
  tenant: TenantId,
  existing?: (id: RecordId) => boolean,
): Result<RosterPlan, RosterRefusal> {
  return planned(gatherTable(rows), tenant, existing)
}

/** The same of the sheets of a file, as people keep it: with merged cells, a sheet for each unit, sheets put out of sight. `mapping` is what a person said of columns. */
export function planSheets(
  sheets: readonly Sheet[],
  tenant: TenantId,
  existing?: (id: RecordId) => boolean,
  mapping?: Mapping,
): Result<RosterPlan, RosterRefusal> {
  return planned(gatherSheets(sheets, mapping), tenant, existing)
}

/** The id of somebody whom a roster names: it follows from door and name; one that is taken gets the next generation. */
export function rosterResidentId(tenant: TenantId, home: string, name: string, generation = 1): RecordId {
  return generation === 1
    ? derivedId('resident', tenant, home, name)
    : derivedId('resident', tenant, home, name, generation)
}

function planned(
  gathered: Gathered,
  tenant: TenantId,
  existing: (id: RecordId) => boolean = () => false,
): Result<RosterPlan, RosterRefusal> {
  const read = readTown(gathered)
  if (!read.ok) return read
  const town = read.value
  const ids = new Map([...town.places.keys()].map((key) => [key, placeId(tenant, key)]))
  const places = [...town.places.values()]
    .sort((a, b) => DEPTH[a.what] - DEPTH[b.what])
    .map(({ above, ...place }): PlannedPlace => ({
      id: ids.get(place.key)!,
      ...place,
      parent: above === undefined ? compoundPlace(tenant) : ids.get(above)!,
    }))
  const homes = places.filter(({ what, use }) => what === 'dwelling' && !NO_HOMES.includes(use))
  const residents: PlannedChange[] = []
  const contacts: PlannedChange[] = []
  for (const person of town.people) {
    const id = rosterResidentId(tenant, person.home, person.name)
    const place = ids.get(person.home)!
    residents.push(residentEntering(id, place, person))
    if (person.phone !== undefined) contacts.push(contactEntering(id, place, person.phone))
  }
  return ok({
    buildings: places.filter((one) => one.what === 'building').length,
    units: places.filter((one) => one.what === 'unit').length,
    dwellings: homes.length,
    vacant: homes.filter((one) => one.use === 'vacant').length,
    residents: residents.length,
    notUnderstood: town.notUnderstood,
    warnings: town.warnings,
    sheets: gathered.sheets,
    mapping: gathered.mapping,
    places,
    intents: [...places.map(placeEntering), ...residents, ...contacts].filter((one) => !existing(one.record)),
  })
}

const NO_HOMES: readonly (Use | undefined)[] = ['notHome', 'shop', 'stilt']

const DEPTH = { building: 1, unit: 2, floor: 3, dwelling: 4 } as const

export function placeEntering({ id, ...args }: PlannedPlace): PlannedChange {
  return { record: id, name: 'place.enter', v: 1, args }
}

export function residentEntering(
  id: RecordId,
  place: RecordId,
  { name, ageBand }: Pick<TownPerson, 'name' | 'ageBand'>,
): PlannedChange {
  return { record: id, name: 'resident.enter', v: 1, args: { place, name, ...(ageBand && { ageBand }) } }
}

export function contactEntering(resident: RecordId, place: RecordId, phone: string): PlannedChange {
  const args = { place, resident, phone }
  return { record: contactId(resident), name: 'contact.enter', v: 1, args }
}
