import { doorOrder } from './doorKey.ts'
import { derivedId, type RecordId, type TenantId } from './ids.ts'
import { compoundPlace, placeId, type Use, type What } from './places.ts'
import { contactId } from './resident.ts'
import { ok, type Result, refused } from './result.ts'
import type { RosterWarning } from './rosterFill.ts'
import type { Column } from './rosterHeadings.ts'
import { type NotUnderstood, type ReadRow, readAge, readPhones, readRow, type RowWhy } from './rosterRows.ts'
import { type Gathered, gatherSheets, gatherTable, type Sheet, type SheetRead } from './rosterSheets.ts'

/** A change to be made, without the parts that every change gets the same way. */
interface PlannedChange {
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
}

export interface RosterPlan {
  readonly buildings: number
  readonly units: number
  /** Homes, lived in or not; 活动室 and 门卫 are none. */
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

export type RosterRefusal = 'empty' | 'noHeadings' | 'nothingUnderstood'

const NAME_LENGTH = 20

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

/** The same of the sheets of a file, as people keep it: with merged cells, a sheet for each unit, sheets put out of sight. */
export function planSheets(
  sheets: readonly Sheet[],
  tenant: TenantId,
  existing?: (id: RecordId) => boolean,
): Result<RosterPlan, RosterRefusal> {
  return planned(gatherSheets(sheets), tenant, existing)
}

function planned(
  { sheets, lines, mapping, warnings }: Gathered,
  tenant: TenantId,
  existing: (id: RecordId) => boolean = () => false,
): Result<RosterPlan, RosterRefusal> {
  if (sheets.every(({ is }) => is === 'empty')) return refused('empty')
  if (sheets.every(({ is }) => is !== 'read')) return refused('noHeadings')

  const notUnderstood: NotUnderstood[] = []
  const said: RosterWarning[] = [...warnings]
  const read: ReadRow[] = []
  for (const { sheet, row, cells, cell } of lines) {
    const one = { ...readRow(row, cells, cell), ...(sheet !== undefined && { sheet }) }
    if ('why' in one) notUnderstood.push(one)
    else read.push(one)
  }

  const town = build(read, tenant, notUnderstood, said)
  if (town.places.size === 0) return refused('nothingUnderstood')
  const places = [...town.places.values()].sort((a, b) => DEPTH[a.what] - DEPTH[b.what])
  const homes = places.filter((one) => one.what === 'dwelling' && one.use !== 'notHome')
  const entering: PlannedChange[] = places.map(({ id, ...args }) => ({
    record: id,
    name: 'place.enter',
    v: 1,
    args,
  }))
  return ok({
    buildings: places.filter((one) => one.what === 'building').length,
    units: places.filter((one) => one.what === 'unit').length,
    dwellings: homes.length,
    vacant: homes.filter((one) => one.use === 'vacant').length,
    residents: town.residents.length,
    notUnderstood: inOrder(notUnderstood, sheets),
    warnings: inOrder(said, sheets),
    sheets,
    mapping,
    places,
    intents: [...entering, ...town.residents, ...town.contacts].filter((one) => !existing(one.record)),
  })
}

/** As the file has them: sheet by sheet, row by row. */
function inOrder<T extends { readonly sheet?: string; readonly row: number }>(
  all: readonly T[],
  sheets: readonly SheetRead[],
): readonly T[] {
  const nth = new Map(sheets.map(({ name }, index) => [name, index]))
  const at = (one: T) => nth.get(one.sheet ?? '') ?? 0
  return [...all].sort((a, b) => at(a) - at(b) || a.row - b.row)
}

interface Town {
  readonly places: Map<RecordId, PlannedPlace>
  readonly residents: PlannedChange[]
  readonly contacts: PlannedChange[]
}

const DEPTH: Readonly<Record<What, number>> = {
  compound: 0,
  building: 1,
  unit: 2,
  floor: 3,
  dwelling: 4,
  binPoint: 5,
  space: 5,
}

/** Puts the rows together: places, then who lives in them. What does not fit is added to `notUnderstood`. */
function build(
  rows: readonly ReadRow[],
  tenant: TenantId,
  notUnderstood: NotUnderstood[],
  warnings: RosterWarning[],
): Town {
  const named = rows.some((row) => row.parts.building !== undefined)
  const withUnits = new Set(
    rows.filter((row) => row.parts.unit !== undefined).map((row) => row.parts.building ?? '1'),
  )
  const places = new Map<RecordId, PlannedPlace>()
  const residents = new Map<RecordId, PlannedChange>()
  const contacts: PlannedChange[] = []

  // An id is worked out of its key once: of 50,000 rows most name a place that is there already.
  const ids = new Map<string, RecordId>()
  const enter = (what: What, parent: RecordId, key: string, label: string, order: number): RecordId => {
    const known = ids.get(key)
    if (known !== undefined) return known
    const id = placeId(tenant, key)
    ids.set(key, id)
    if (!places.has(id)) places.set(id, { id, what, parent, key, label, order })
    return id
  }

  const homes: { row: ReadRow; id: RecordId }[] = []
  for (const row of rows) {
    const { parts } = row
    if (named && parts.building === undefined) {
      notUnderstood.push({ ...at(row), why: 'noBuilding', text: row.text })
      continue
    }
    // A compound that names no building has one; a building that names no unit has one.
    const building = parts.building ?? '1'
    if (parts.unit === undefined && withUnits.has(building)) {
      notUnderstood.push({ ...at(row), why: 'noUnit', text: row.text })
      continue
    }
    const unit = parts.unit ?? '1'
    const inBuilding = enter('building', compoundPlace(tenant), building, `${building}栋`, orderOf(building))
    const inUnit = enter('unit', inBuilding, `${building}-${unit}`, `${unit}单元`, orderOf(unit))
    const floor = enter(
      'floor',
      inUnit,
      `${building}-${unit}-${parts.floor}`,
      `${parts.floor}楼`,
      floorOrder(parts.floor),
    )
    const id = enter(
      'dwelling',
      floor,
      `${building}-${unit}-${parts.floor}-${parts.door}`,
      row.label,
      doorOrder(parts),
    )
    const home = places.get(id)!
    if (row.use !== undefined && home.use === undefined) places.set(id, { ...home, use: row.use })
    homes.push({ row, id })
  }

  for (const { row, id } of homes) {
    if (row.name === '') continue
    const why = cannotLive(row.name, places.get(id)?.use)
    const resident = derivedId<RecordId>('resident', tenant, places.get(id)!.key, row.name)
    const again = residents.has(resident)
    if (why || again) {
      notUnderstood.push({ ...at(row), why: why ?? 'sameAgain', text: row.name })
      continue
    }
    const ageBand = row.age === '' ? undefined : readAge(row.age)
    if (row.age !== '' && ageBand === undefined)
      notUnderstood.push({ ...at(row), why: 'ageUnreadable', text: row.age })
    const args = { place: id, name: row.name, ...(ageBand && { ageBand }) }
    residents.set(resident, { record: resident, name: 'resident.enter', v: 1, args })
    if (row.phone === '') continue
    const [phone, second] = readPhones(row.phone)
    if (second !== undefined) warnings.push({ ...at(row), why: 'secondPhone', text: second })
    if (phone === undefined) notUnderstood.push({ ...at(row), why: 'phoneUnreadable', text: row.phone })
    else
      contacts.push({
        record: contactId(resident),
        name: 'contact.enter',
        v: 1,
        args: { place: id, resident, phone },
      })
  }
  return { places, residents: [...residents.values()], contacts }
}

function at({ sheet, row }: ReadRow): { readonly sheet?: string; readonly row: number } {
  return sheet === undefined ? { row } : { sheet, row }
}

function cannotLive(name: string, use: Use | undefined): RowWhy | undefined {
  if (use === 'vacant' || use === 'notHome') return 'vacantWithName'
  return Array.from(name).length > NAME_LENGTH ? 'nameTooLong' : undefined
}

function orderOf(text: string): number {
  return /^\d+$/.test(text) ? Number(text) : 1000 + (text.codePointAt(0) ?? 0)
}

/** Upwards, with room between two floors for an inserted one; basements below. */
function floorOrder(floor: string): number {
  const number = Number(/\d+/.exec(floor)?.[0] ?? 0) * 10
  return floor.startsWith('B') ? -number : floor.endsWith('A') ? number + 5 : number
}
