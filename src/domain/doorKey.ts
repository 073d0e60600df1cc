import { ok, type Result, refused } from './result.ts'

/** A door as people write it, taken apart. What the text does not say is absent. */
export interface DoorParts {
  readonly building?: string
  readonly unit?: string
  readonly floor?: string
  /** With its floor in front: 502, 1803, 3A01. */
  readonly door?: string
}

export type DoorUnread =
  | 'empty'
  | 'unreadable'
  | 'ambiguous' // 1-5-2: unit or floor?
  | 'floorMismatch' // 3楼401

type Slot = 0 | 1 | 2 | 3
const SLOTS = ['building', 'unit', 'floor', 'door'] as const

/** The words behind a number that say what it counts; longer ones first. */
const TAGS: readonly (readonly [word: string, slot: Slot])[] = [
  ['号楼', 0],
  ['栋', 0],
  ['幢', 0],
  ['座', 0],
  ['单元', 1],
  ['门', 1],
  ['梯', 1],
  ['楼', 2],
  ['层', 2],
  ['室', 3],
  ['号', 3],
  ['户', 3],
  ['房', 3],
]
const TAG = TAGS.map(([word]) => word).join('|')
const NUMERAL = new RegExp(`[〇零一二两三四五六七八九十百]+(?=${TAG}|-|$)`, 'g')
const TOKEN = new RegExp(`([0-9A-Z]+)(${TAG})?-*`, 'y')
const PREFIX = new RegExp(`^\\p{Script=Han}+?(?=[0-9A-Z]+(?:号楼|栋|幢|座))`, 'u')

/**
 * Reads a door in any of the ways people write it: `1-2-1803`, `1栋2单元1803室`, `7栋二单元`, `7-2-3-1`; full-width
 * digits, Chinese numerals, gaps and a compound's name in front are all the same to it. `within` says which parts are
 * known from other columns, so that `5-2` under a unit is floor 5, door 2.
 */
export function readDoor(
  text: string,
  within: 'compound' | 'building' | 'unit' = 'compound',
): Result<DoorParts, DoorUnread> {
  const plain = plainDoor(text)
  if (plain === '') return refused('empty')
  const tokens = numbersOf(plain)
  if (!tokens) return refused('unreadable')
  const slots = placed(tokens, within === 'compound' ? 0 : within === 'building' ? 1 : 2)
  if (!slots) return refused(tokens.length > 4 ? 'unreadable' : 'ambiguous')

  const parts: { building?: string; unit?: string; floor?: string; door?: string } = {}
  for (const [index, token] of tokens.entries()) parts[SLOTS[slots[index]!]] = bare(token.text)
  return parts.door === undefined ? checkedFloor(parts) : withFloor(parts, parts.door)
}

/** One way of writing for all: full-width digits, gaps, strokes, Chinese numerals, a compound's name in front. */
export function plainDoor(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/\s+/g, '')
    .replace(/[—–−－_/\\.·~、,]+/g, '-')
    .replace(/#(?:楼|栋|幢|座)?/g, '栋')
    .replace(/[首底](?=[楼层])/g, '1')
    .replace(NUMERAL, arabic)
    .replace(/(?:负|地下)(?=\d)/g, 'B')
    .replace(/^-+|-+$/g, '')
    .replace(PREFIX, '')
}

/** A number of a door and, where a word behind it says so, which part it is: 0 building, 1 unit, 2 floor, 3 door. */
export interface DoorNumber {
  readonly text: string
  readonly slot: Slot | undefined
}

/** The numbers of what `plainDoor` made, in order; undefined: something else is in it. */
export function numbersOf(plain: string): readonly DoorNumber[] | undefined {
  const numbers: DoorNumber[] = []
  TOKEN.lastIndex = 0
  for (let at = 0; at < plain.length; at = TOKEN.lastIndex) {
    const found = TOKEN.exec(plain)
    if (!found) return undefined
    numbers.push({ text: found[1]!, slot: TAGS.find(([word]) => word === found[2])?.[1] })
  }
  return numbers
}

/** The natural key of a dwelling: the same for every way of writing its door. */
export function doorKey(parts: Required<DoorParts>): string {
  return `${parts.building}-${parts.unit}-${parts.floor}-${parts.door}`
}

/** Which part each token is; undefined where the text leaves it open. */
function placed(tokens: readonly DoorNumber[], first: Slot): Slot[] | undefined {
  const tagged = tokens.findIndex((token) => token.slot !== undefined)
  const slots: Slot[] = []
  if (tagged < 0) {
    const plain = untagged(
      tokens.map((token) => token.text),
      first,
    )
    return plain && [...plain]
  }
  // Numbers before the first word count down from it: 1-2单元 is building 1.
  for (let index = 0; index < tagged; index++) slots.push((tokens[tagged]!.slot! - tagged + index) as Slot)
  if (slots.some((slot) => slot < 0)) return undefined
  for (let index = tagged; index < tokens.length; index++) {
    const slot = tokens[index]!.slot
    if (slot !== undefined) {
      slots.push(slot)
      continue
    }
    const rest = tokens.slice(index)
    if (rest.some((token) => token.slot !== undefined)) return undefined
    const last = slots.at(-1)!
    const plain = untagged(
      rest.map((token) => token.text),
      last + 1,
    )
    if (!plain) return undefined
    slots.push(...plain)
    break
  }
  return slots.every((slot, index) => index === 0 || slot > slots[index - 1]!) ? slots : undefined
}

/** Numbers without words, when everything before `first` is known. */
function untagged(texts: readonly string[], first: number): readonly Slot[] | undefined {
  const long = bare(texts.at(-1)!).length >= 3
  if (texts.length === 4) return first === 0 ? [0, 1, 2, 3] : undefined
  if (texts.length === 3) return long && first === 0 ? [0, 1, 3] : first === 1 ? [1, 2, 3] : undefined
  if (texts.length === 2) {
    if (first === 0) return long ? [0, 3] : undefined
    if (first === 1) return long ? [1, 3] : undefined
    return first === 2 ? [2, 3] : undefined
  }
  return texts.length === 1 && first <= 3 ? [3] : undefined
}

/** Ground, basement and inserted floors: 18, B1, 3A. */
const FLOOR = /^(?:B?[1-9]\d?|[1-9]\d?A)$/
/** A floor and two digits; a letter behind for a home that was divided. */
const FULL_DOOR = /^(B?[1-9]\d?|[1-9]\d?A)(\d{2})([A-Z]?)$/

function withFloor(parts: DoorParts, door: string): Result<DoorParts, DoorUnread> {
  const { floor } = parts
  const full = FULL_DOOR.exec(door)
  if (floor !== undefined && !FLOOR.test(floor)) return refused('unreadable')
  if (floor !== undefined && /^[1-9]\d?[A-Z]?$/.test(door))
    return ok({ ...parts, door: `${floor}${door.replace(/^\d(?!\d)/, '0$&')}` })
  if (!full) return refused(/^\d{1,2}[A-Z]?$/.test(door) ? 'ambiguous' : 'unreadable')
  if (floor !== undefined && floor !== full[1]) return refused('floorMismatch')
  return ok({ ...parts, floor: full[1]!, door })
}

function checkedFloor(parts: DoorParts): Result<DoorParts, DoorUnread> {
  return parts.floor === undefined || FLOOR.test(parts.floor) ? ok(parts) : refused('unreadable')
}

/** 0502 and 502 are one door, 03单元 and 3单元 one unit. */
function bare(text: string): string {
  return text.replace(/^0+(?=.)/, '')
}

const DIGITS = '〇一二三四五六七八九'

/** 十二 → 12, 二十一 → 21, 一百零三 → 103, 一八〇三 → 1803. */
function arabic(numeral: string): string {
  const text = numeral.replace(/零/g, '〇').replace(/两/g, '二')
  if (!/[十百]/.test(text)) return Array.from(text, (one) => DIGITS.indexOf(one)).join('')
  let sum = 0
  let digit = 0
  for (const one of text) {
    if (one === '百' || one === '十') {
      sum += (digit || 1) * (one === '百' ? 100 : 10)
      digit = 0
    } else digit = DIGITS.indexOf(one)
  }
  return String(sum + digit)
}

/** A door's order among those of its floor: 1803 before 1803A before 1804. */
export function doorOrder({ floor, door }: { floor: string; door: string }): number {
  const rest = door.slice(floor.length)
  return (
    Number(/\d+/.exec(rest)?.[0] ?? 0) * 10 +
    (/[A-Z]$/.test(rest) ? rest.codePointAt(rest.length - 1)! - 64 : 0)
  )
}
