import { doorOrder } from '#domain/doorKey.ts'
import type { Use, What } from '#domain/places.ts'
import type { AgeBand } from '#domain/doors/resident.ts'
import { ok, type Result, refused } from '#domain/result.ts'
import type { RosterWarning } from './fill.ts'
import { type NotUnderstood, readAge, readPhones, readRow, type ReadRow, type RowWhy } from './readRow.ts'
import type { Gathered, SheetRead } from './sheets.ts'

/** A place as a roster names it: by its key, whatever records there are. */
export interface TownPlace {
  readonly what: Extract<What, 'building' | 'unit' | 'floor' | 'dwelling'>
  readonly key: string
  /** Key of the place above; a building has none. */
  readonly above?: string
  readonly label: string
  readonly order: number
  readonly use?: Use
  /** 跃层: the floors it takes, upwards from its door. */
  readonly spans?: number
}

/** Somebody as a roster names them. */
export interface TownPerson {
  /** Key of the dwelling. */
  readonly home: string
  readonly name: string
  readonly ageBand?: AgeBand
  readonly phone?: string
  readonly sheet?: string
  /** As the spreadsheet shows it, from 1. */
  readonly row: number
}

/** What a roster says: places and people, without ids and without a look at what is known already. */
export interface Town {
  /** By key; every place after the one above it. */
  readonly places: ReadonlyMap<string, TownPlace>
  /** Where each dwelling is named first. */
  readonly rows: ReadonlyMap<string, { readonly sheet?: string; readonly row: number }>
  readonly people: readonly TownPerson[]
  readonly notUnderstood: readonly NotUnderstood[]
  /** What was read otherwise than it stands there; it entered. */
  readonly warnings: readonly RosterWarning[]
}

export type RosterRefusal = 'empty' | 'noHeadings' | 'nothingUnderstood'

const NAME_LENGTH = 20

/** Puts the rows together: places, then who lives in them. */
export function readTown({ sheets, lines, warnings: before }: Gathered): Result<Town, RosterRefusal> {
  if (sheets.every(({ is }) => is === 'empty')) return refused('empty')
  if (sheets.every(({ is }) => is !== 'read')) return refused('noHeadings')

  const notUnderstood: NotUnderstood[] = []
  const warnings: RosterWarning[] = [...before]
  const read: ReadRow[] = []
  for (const { sheet, row, cells, cell } of lines) {
    const one = { ...readRow(row, cells, cell), ...(sheet !== undefined && { sheet }) }
    if ('why' in one) notUnderstood.push(one)
    else read.push(one)
  }

  const { places, homes } = placesOf(read, notUnderstood)
  if (places.size === 0) return refused('nothingUnderstood')
  const people = peopleOf(homes, places, notUnderstood, warnings)
  const rows = new Map<string, { sheet?: string; row: number }>()
  for (const { row, key } of homes) if (!rows.has(key)) rows.set(key, at(row))
  return ok({
    places,
    rows,
    people,
    notUnderstood: inOrder(notUnderstood, sheets),
    warnings: inOrder(warnings, sheets),
  })
}

/** A row and the key of its dwelling. */
interface Home {
  readonly row: ReadRow
  readonly key: string
}

function placesOf(
  rows: readonly ReadRow[],
  notUnderstood: NotUnderstood[],
): { readonly places: Map<string, TownPlace>; readonly homes: readonly Home[] } {
  const named = rows.some((row) => row.parts.building !== undefined)
  const withUnits = new Set(
    rows.filter((row) => row.parts.unit !== undefined).map((row) => row.parts.building ?? '1'),
  )
  const places = new Map<string, TownPlace>()
  // Of 50,000 rows most name a place that is there already.
  const enter = (place: TownPlace): string => {
    if (!places.has(place.key)) places.set(place.key, place)
    return place.key
  }

  const homes: Home[] = []
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
    const { floor, door } = parts
    enter({ what: 'building', key: building, label: `${building}栋`, order: orderOf(building) })
    const inUnit = enter({
      what: 'unit',
      key: `${building}-${unit}`,
      above: building,
      label: `${unit}单元`,
      order: orderOf(unit),
    })
    const onFloor = enter({
      what: 'floor',
      key: `${inUnit}-${floor}`,
      above: inUnit,
      label: `${floor}楼`,
      order: floorOrder(floor),
    })
    const key = enter({
      what: 'dwelling',
      key: `${onFloor}-${door}`,
      above: onFloor,
      label: row.label,
      order: doorOrder(parts),
    })
    const home = places.get(key)!
    if (row.use !== undefined && home.use === undefined) places.set(key, { ...home, use: row.use })
    if (row.spans !== undefined) places.set(key, { ...places.get(key)!, spans: row.spans })
    homes.push({ row, key })
  }
  return { places, homes }
}

function peopleOf(
  homes: readonly Home[],
  places: ReadonlyMap<string, TownPlace>,
  notUnderstood: NotUnderstood[],
  warnings: RosterWarning[],
): readonly TownPerson[] {
  const people = new Map<string, TownPerson>()
  for (const { row, key } of homes) {
    if (row.name === '') continue
    const why = cannotLive(row.name, places.get(key)?.use)
    const who = `${key} ${row.name}`
    if (why || people.has(who)) {
      notUnderstood.push({ ...at(row), why: why ?? 'sameAgain', text: row.name })
      continue
    }
    const ageBand = row.age === '' ? undefined : readAge(row.age)
    if (row.age !== '' && ageBand === undefined)
      notUnderstood.push({ ...at(row), why: 'ageUnreadable', text: row.age })
    const [phone, second] = row.phone === '' ? [] : readPhones(row.phone)
    if (second !== undefined) warnings.push({ ...at(row), why: 'secondPhone', text: second })
    if (row.phone !== '' && phone === undefined)
      notUnderstood.push({ ...at(row), why: 'phoneUnreadable', text: row.phone })
    people.set(who, {
      home: key,
      name: row.name,
      ...(ageBand && { ageBand }),
      ...(phone !== undefined && { phone }),
      ...at(row),
    })
  }
  return [...people.values()]
}

/** As the file has them: sheet by sheet, row by row. */
function inOrder<T extends { readonly sheet?: string; readonly row: number }>(
  all: readonly T[],
  sheets: readonly SheetRead[],
): readonly T[] {
  const nth = new Map(sheets.map(({ name }, index) => [name, index]))
  const sheetOf = (one: T) => nth.get(one.sheet ?? '') ?? 0
  return [...all].sort((a, b) => sheetOf(a) - sheetOf(b) || a.row - b.row)
}

function at({ sheet, row }: ReadRow): { readonly sheet?: string; readonly row: number } {
  return sheet === undefined ? { row } : { sheet, row }
}

function cannotLive(name: string, use: Use | undefined): RowWhy | undefined {
  if (use === 'vacant' || use === 'notHome' || use === 'stilt') return 'vacantWithName'
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
