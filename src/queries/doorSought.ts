import { numbersOf, plainDoor, readDoor } from '#domain/doorKey.ts'

/** Where a home is, in the numbers of its key. */
export interface DoorNumbers {
  readonly building: string
  readonly unit: string
  readonly floor: string
  readonly door: string
}

interface Part {
  readonly text: string
  /** All of the number; otherwise it may go on. */
  readonly whole: boolean
}

/** One way to understand what was typed; what it does not name may be anything. */
export type Way = Partial<Record<keyof DoorNumbers, Part | undefined>>

const SLOTS = ['building', 'unit', 'floor', 'door'] as const
const [BUILDING, UNIT, DOOR] = [0, 1, 3] as const
/** 三 alone is somebody's name rather than a floor: without a digit or such a word only a long numeral is a door. */
const SAYS_DOOR = /[0-9栋幢座楼层室号户房]|单元|门$/
const LONG_NUMERAL = /^\d{3,}$/

/**
 * All ways to understand a door that may not be typed to its end: `1-2-1803`, `1栋2单元18`, `2单元`, `1803`, `18`. 1-18 is building 1 or
 * unit 1. Empty: no door was meant.
 */
export function waysToRead(text: string): readonly Way[] {
  const plain = plainDoor(text).replace(/(?<=[0-9A-Z])单$/, '单元')
  if (!SAYS_DOOR.test(text.normalize('NFKC')) && !LONG_NUMERAL.test(plain)) return []
  const ways: Way[] = []
  for (const within of ['compound', 'building'] as const) {
    const read = readDoor(plain, within)
    if (!read.ok) continue
    const way: Way = {}
    for (const slot of SLOTS) {
      const number = read.value[slot]
      if (number !== undefined) way[slot] = { text: number, whole: true }
    }
    ways.push(way)
  }
  const numbers = numbersOf(plain) ?? []
  const follow = (at: number, from: number, way: Way): void => {
    const number = numbers[at]
    if (!number) return void ways.push(way)
    const last = at === numbers.length - 1
    const open = last && number.slot === undefined
    // A number alone is a door; behind a building it may be a unit, too.
    const slots = number.slot !== undefined ? [number.slot] : !last ? [BUILDING, UNIT] : [UNIT, DOOR]
    for (const slot of slots) {
      if (slot < from) continue
      if (open && slot === UNIT && from !== UNIT) continue
      const digits = number.text.replace(/^0+(?=.)/, '')
      const floor = from === DOOR ? way.floor?.text : undefined
      const door = floor === undefined || digits.startsWith(floor) ? digits : floor + number.text
      const part = { text: slot === DOOR ? door : digits, whole: !open }
      follow(at + 1, slot + 1, { ...way, [SLOTS[slot]]: part })
    }
  }
  if (numbers.length > 0) follow(0, BUILDING, {})
  return ways
}

/** How a door fits a way: all of it, its beginning, or not. */
export function doorFit(way: Way, numbers: DoorNumbers): 'exact' | 'beginning' | undefined {
  return staircaseFits(way, numbers) ? fitInStaircase(way, numbers) : undefined
}

/** The same of a home whose staircase is known to fit. */
export function fitInStaircase(
  way: Way,
  numbers: Pick<DoorNumbers, 'floor' | 'door'>,
): 'exact' | 'beginning' | undefined {
  if (!fits(way.floor, numbers.floor) || !fits(way.door, numbers.door)) return undefined
  return way.door?.text === numbers.door ? 'exact' : 'beginning'
}

/** Whether a home of this staircase may fit at all. */
export function staircaseFits(way: Way, { building, unit }: Pick<DoorNumbers, 'building' | 'unit'>): boolean {
  return fits(way.building, building) && fits(way.unit, unit)
}

/** Whether a number is the one that is sought, or begins with what is typed of it. */
export function fits(part: Part | undefined, number: string): boolean {
  return part === undefined || (part.whole ? number === part.text : number.startsWith(part.text))
}
