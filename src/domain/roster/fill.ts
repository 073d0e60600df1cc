import { readDoor } from '#domain/doorKey.ts'
import type { RosterField } from './headings.ts'
import { isCounted, isSum } from './readRow.ts'

/** A row that is to be understood. */
export interface RosterLine {
  readonly sheet?: string
  /** As the spreadsheet shows it, from 1. */
  readonly row: number
  readonly cells: readonly string[]
  cell(field: RosterField): string
}

/** What stands below the headings; a gap is a blank row, or headings again. */
export type BodyRow = { readonly is: 'row'; readonly line: RosterLine } | { readonly is: 'gap' }

/** What was read otherwise than it stands there. The row entered, and somebody may want to look. */
export interface RosterWarning {
  /** Absent where the file has no names for its sheets. */
  readonly sheet?: string
  readonly row: number
  readonly why: WarningWhy
  readonly text: string
}

export type WarningWhy =
  | 'columnByContents' // what a column is was told by what stands in it; once for the column
  | 'filledDown' // place cells that a row leaves empty, as in the row above
  | 'fromTitle' // building or unit as in the sheet's name or in a title; once for a sheet
  | 'secondPhone' // two phones in a cell, the second did not enter
  | 'signsRemoved' // invisible signs stood in the row

type PlaceField = 'building' | 'unit' | 'floor' | 'door'
type PlaceCells = Record<PlaceField, string>

export interface Filled {
  readonly lines: readonly RosterLine[]
  readonly warnings: readonly RosterWarning[]
}

interface Around {
  /** What a merged cell says of this row (from 1), else ''. */
  merged(row: number, field: RosterField): string
  mapped(field: RosterField): boolean
  /** 2栋3单元, from the sheet's name or a title. */
  readonly title: Heading
}

type Heading = Readonly<Record<'building' | 'unit', string>>

const NOWHERE: PlaceCells = { building: '', unit: '', floor: '', door: '' }

/**
 * Fills in the places that a sheet's rows leave out, from what is certain to what is likely: a merged cell that covers
 * the row; the row above, where a block names its place in its first row only; a band of its own (二单元); the sheet's
 * name. Never over what a row says, never past a place that differs, and a door only for somebody who is named.
 */
export function filled(body: readonly BodyRow[], around: Around): Filled {
  const lines: RosterLine[] = []
  const warnings: RosterWarning[] = []
  let above = NOWHERE
  let band: Heading = { building: '', unit: '' }
  let titled = false
  for (const one of body) {
    if (one.is === 'gap' || isSum(one.line.cells)) {
      // A household does not go on behind a gap, a building does.
      above = { ...above, floor: '', door: '' }
      if (one.is === 'row') lines.push(one.line)
      continue
    }
    const { line } = one
    const next = bandOf(line.cells)
    if (next) {
      band = { building: next.building || band.building, unit: next.unit }
      above = NOWHERE
      continue
    }
    const said = placesOf(line)
    const likely = likelyPlaces(line, said, above, around)
    const place = { ...likely }
    const heading = over(band, around.title)
    if (!statesBuilding(place.door)) {
      place.building ||= heading.building
      // A unit is of the building that is named with it.
      if (sameBuilding(place.building, heading.building)) place.unit ||= heading.unit
    }
    lines.push({ ...line, cell: (field) => (isPlace(field) ? place[field] : line.cell(field)) })
    if (place.door !== '') above = place
    const down = FIELDS.filter((field) => likely[field] !== said[field])
    if (down.length > 0)
      warnings.push({ row: line.row, why: 'filledDown', text: down.map((field) => likely[field]).join(' ') })
    const named = FIELDS.filter((field) => place[field] !== likely[field])
    if (named.length > 0 && !titled) {
      titled = true
      warnings.push({ row: line.row, why: 'fromTitle', text: named.map((field) => place[field]).join(' ') })
    }
  }
  return { lines, warnings }
}

const FIELDS = ['building', 'unit', 'floor', 'door'] as const

/** A row that is nothing but a place stands over the rows that follow: 二单元. Undefined: it is no such row. */
function bandOf(cells: readonly string[]): Heading | undefined {
  const said = cells.filter((cell) => cell.trim() !== '')
  const read = said.length === 1 ? readDoor(said[0] ?? '') : undefined
  if (!read?.ok || read.value.door !== undefined || read.value.floor !== undefined) return undefined
  const { building, unit } = read.value
  return { building: building ? `${building}栋` : '', unit: unit ? `${unit}单元` : '' }
}

function over(band: Heading, title: Heading): Heading {
  const same = sameBuilding(band.building, title.building)
  return {
    building: band.building || title.building,
    unit: band.unit || (same ? title.unit : ''),
  }
}

function likelyPlaces(line: RosterLine, said: PlaceCells, above: PlaceCells, around: Around): PlaceCells {
  const place = { ...said }
  const person = line.cell('name')
  // Who filled the table in, and when, stands below it and is nobody who lives there.
  const somebody = person !== '' && !/[:：\d]/.test(person)
  for (const field of ['building', 'unit', 'door'] as const) place[field] ||= around.merged(line.row, field)

  const { building, unit, floor } = said
  if (place.door === '' && somebody && !building && !unit && !floor && sameBlock(place, above))
    place.door = above.door
  if (place.door === '') return said
  if (!statesBuilding(place.door)) {
    if (place.building === '' && around.mapped('building')) place.building = above.building
    const block = building === '' && sameBuilding(place.building, above.building)
    if (place.unit === '' && block && around.mapped('unit')) place.unit = above.unit
  }
  // The floor counts only where the door does not say it.
  if (place.floor === '' && isCounted(place.door)) {
    const same = place.building === above.building && place.unit === above.unit
    place.floor = around.merged(line.row, 'floor') || (same ? above.floor : '')
  }
  return place
}

/** Whether what a merged cell says of the building and unit is what the row above says. */
function sameBlock(place: PlaceCells, above: PlaceCells): boolean {
  return (
    (place.building === '' || place.building === above.building) &&
    (place.unit === '' || place.unit === above.unit)
  )
}

function placesOf(line: RosterLine): PlaceCells {
  return {
    building: line.cell('building'),
    unit: line.cell('unit'),
    floor: line.cell('floor'),
    door: line.cell('door'),
  }
}

function isPlace(field: RosterField): field is PlaceField {
  return FIELDS.some((one) => one === field)
}

function statesBuilding(door: string): boolean {
  const read = readDoor(door)
  return read.ok && read.value.building !== undefined
}

/** 2 and 2栋 are one building; where either is not said they may be. */
function sameBuilding(a: string, b: string): boolean {
  const plain = (text: string) => {
    const read = readDoor(/\d$|[A-Za-z]$/.test(text) ? `${text}栋` : text)
    return read.ok ? (read.value.building ?? text) : text
  }
  return a === '' || b === '' || a === b || plain(a) === plain(b)
}
