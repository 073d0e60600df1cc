import { type DoorParts, type DoorUnread, readDoor } from '#domain/doorKey.ts'
import type { Use } from '#domain/places.ts'
import { AGE_BANDS, type AgeBand } from '#domain/doors/resident.ts'
import type { RosterField } from './headings.ts'

/** Why a row, or a cell of it, did not enter. Each has its sentence on the screen. */
export type RowWhy =
  | 'noDoor' // names somebody, but no door
  | 'doorUnreadable'
  | 'doorIsDate' // a program made a day out of 5-2
  | 'doorAmbiguous' // 1-5-2: unit or floor?
  | 'floorMismatch' // floor 3, door 401
  | 'partsMismatch' // the door's own building or unit is not that of its columns
  | 'noBuilding' // other rows name one
  | 'noUnit' // other rows of its building name one
  | 'nameTooLong'
  | 'phoneUnreadable' // the person enters, the phone does not
  | 'ageUnreadable' // the person enters, the age does not
  | 'sameAgain' // the same name at the same door
  | 'vacantWithName' // said to be empty, but somebody is named
  | 'sum' // 合计

export interface NotUnderstood {
  /** The sheet's name, where it was read out of a file that has them. */
  readonly sheet?: string
  /** As the spreadsheet shows it, from 1. */
  readonly row: number
  readonly why: RowWhy
  /** The cell in question. */
  readonly text: string
}

/** A row that was read: a door, and perhaps somebody behind it. */
export interface ReadRow {
  readonly sheet?: string
  readonly row: number
  readonly parts: DoorParts & { readonly floor: string; readonly door: string }
  /** As the door is written, or the room's word (活动室). */
  readonly label: string
  readonly text: string
  readonly name: string
  readonly phone: string
  readonly age: string
  readonly use: Use | undefined
  /** 跃层: the floors it takes, upwards from its door; absent where the row does not say more than one. */
  readonly spans?: number
}

const DOOR_WHY: Readonly<Record<DoorUnread, RowWhy>> = {
  empty: 'noDoor',
  unreadable: 'doorUnreadable',
  ambiguous: 'doorAmbiguous',
  floorMismatch: 'floorMismatch',
}

/** `cells` is the whole row, `cell` one field of it; `row` counts from 1 as the spreadsheet does. */
export function readRow(
  row: number,
  cells: readonly string[],
  cell: (field: RosterField) => string,
): ReadRow | NotUnderstood {
  const unread = (why: RowWhy, text: string): NotUnderstood => ({ row, why, text })
  const first = firstOf(cells)
  if (isSum(cells)) return unread('sum', first)

  // The basement is written -1 as well; a plain dash would be lost.
  const text = cell('door').replace(/^[-－](?=\d{3,4}\D*$)/, 'B')
  if (text === '') return unread('noDoor', cell('name') || first)
  if (IS_DATE.test(text)) return unread('doorIsDate', text)
  const place = readPlace(cell('building'), cell('unit'))
  if (typeof place === 'string') return unread(place, `${cell('building')} ${cell('unit')}`.trim())
  const within = place.unit !== undefined ? 'unit' : place.building !== undefined ? 'building' : 'compound'
  const floor = cell('floor').replace(/^[-－](?=\d)/, '负')
  const counted = floor !== '' && isCounted(text)
  const door = readDoor(counted ? `${tagged(floor, '楼')}${text}` : text, within)
  if (!door.ok) return unread(DOOR_WHY[door.refused], text)
  const parts = door.value
  if (parts.door === undefined || parts.floor === undefined) return unread('noDoor', text)
  if (conflicts(parts.building, place.building) || conflicts(parts.unit, place.unit))
    return unread('partsMismatch', text)
  if (floor !== '') {
    const read = readDoor(tagged(floor, '楼'))
    if (!read.ok || read.value.floor !== parts.floor) return unread('floorMismatch', `${floor} ${text}`)
  }
  const named = cell('name')
  // A long note tells a story (家里白天无人), a short one the use.
  const note = cell('note')
  const sources = [cell('use'), note.length <= 6 ? note : '', named]
  const use = sources.map(useOf).find((one) => one !== undefined)
  const spans = sources.map(spansOf).find((one) => one !== undefined)
  const written = parts.building === undefined && parts.unit === undefined && !counted
  return {
    row,
    text,
    use,
    ...(spans !== undefined && { spans }),
    parts: { ...place, ...parts, floor: parts.floor, door: parts.door },
    label:
      ((use === 'notHome' || use === 'stilt') && sources.map(roomOf).find(Boolean)) ||
      (written ? text.normalize('NFKC') : parts.door),
    name: useOf(named) === undefined ? named : '',
    phone: cell('phone'),
    age: cell('age'),
  }
}

/** 2024-05-02, 2024/5/2, 5月2日: what programs make of 5-2. */
const IS_DATE = /^((19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}|((19|20)\d\d年)?\d{1,2}月\d{1,2}日)$/

/** 合计, 1单元小计: a row that adds others up. */
export function isSum(cells: readonly string[]): boolean {
  return /^(本页|以上|[\d一二三四五六七八九十]+(栋|单元|楼|层))*(合计|小计|总计|共计)/.test(
    firstOf(cells).replace(/\s/g, ''),
  )
}

function firstOf(cells: readonly string[]): string {
  return cells.find((one) => one.trim() !== '')?.trim() ?? ''
}

/** A door of one or two digits counts within its floor. */
export function isCounted(door: string): boolean {
  return /^[\d０-９]{1,2}[号室户]?$/.test(door)
}

function readPlace(building: string, unit: string): DoorParts | RowWhy {
  if (building === '' && unit === '') return {}
  const read = readDoor(`${building && tagged(building, '栋')}${unit && tagged(unit, '单元')}`)
  if (!read.ok || read.value.door !== undefined || read.value.floor !== undefined) return 'doorUnreadable'
  return read.value
}

/** A bare number in a column of its own is what its heading says. */
function tagged(text: string, tag: string): string {
  return /[\d０-９A-Za-z〇零一二两三四五六七八九十百]$/.test(text) ? `${text}${tag}` : text
}

function conflicts(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && a !== b
}

const ROOMS = /活动室|门卫室?|值班室|物业用房|物业办公室?|配电房|架空层?|消防站|岗亭/

function roomOf(text: string): string | undefined {
  return ROOMS.exec(text)?.[0]
}

/** What a home is used for, from the words of the table; undefined where they do not say. */
export function useOf(text: string): Use | undefined {
  if (/架空/.test(text)) return 'stilt'
  if (ROOMS.test(text)) return 'notHome'
  if (/空置|空房|空户|无人|没人住|未入住|没住人|^空$/.test(text)) return 'vacant'
  if (/商铺|门面|商用|商店/.test(text)) return 'shop'
  if (/出租(?!车)|租户|租住|租客|^租$|群租|合租/.test(text)) return 'rented'
  if (/自住|常住|入住/.test(text)) return 'livedIn'
  return undefined
}

/** One of the numbers that nothing else looks like. */
export function isMobile(text: string): boolean {
  return readPhones(text).some((phone) => /^1|^0/.test(phone))
}

/** How many floors a home takes, where the words of the table say more than one. */
function spansOf(text: string): number | undefined {
  if (/三层跃|跃三层|三跃/.test(text)) return 3
  return /跃层|复式/.test(text) ? 2 : undefined
}

/** The phones of a cell, in its order; a number cell may write them as 1.38E10. */
export function readPhones(text: string): readonly string[] {
  const plain = text
    .normalize('NFKC')
    // Two mobiles with one gap between them; a gap inside of one is no end.
    .replace(/(?<!\d)(1[3-9]\d{9})\s+(?=1[3-9]\d{9}(?!\d))/g, '$1/')
  return plain.split(/[/、,;；\n]|\s{2,}/).flatMap((one) => {
    const digits = whole(one.trim().replace(/^(?:手机|电话|座机)[:：]?/, ''))
      .replace(/\.0+$/, '')
      .replace(/[\s\-()]/g, '')
      .replace(/^\+?86(?=1\d{10}$)/, '')
    return /^(1[3-9]\d{9}|0\d{9,11}|[2-8]\d{6,7}|[48]00\d{7})$/.test(digits) ? [digits] : []
  })
}

/** 1.3800002207E+10 says all its digits, 1.38E+10 has lost them. */
function whole(text: string): string {
  const [, one = '', more = '', power] = /^(\d)\.(\d+)E\+?(\d+)$/i.exec(text) ?? []
  return Number(power) === more.length ? one + more : text
}

/** 72, 72岁, 70–79, 80岁以上 → the band; undefined where it is none of ours. */
export function readAge(text: string): AgeBand | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/[岁周\s]/g, '')
    .replace(/[—–~至到]/g, '-')
    .replace(/(以上|\+)$/, '+')
  const band = AGE_BANDS.find((one) => one === plain)
  if (band || !/^\d{1,3}(\.0+)?$/.test(plain)) return band
  const age = Number(plain)
  return age > 120 ? undefined : [...AGE_BANDS].reverse().find((one) => Number.parseInt(one, 10) <= age)
}
