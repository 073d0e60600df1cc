import { readDoor } from '#domain/doorKey.ts'

/** How doors are written: 502, 0502 or 5-2. */
export const NUMBERINGS = ['502', '0502', '5-2'] as const
export type Numbering = (typeof NUMBERINGS)[number]

/** What the lowest floor is: homes like above, shops, or open on its pillars. */
export const GROUNDS = ['homes', 'shops', 'stilts'] as const
export type Ground = (typeof GROUNDS)[number]

/** A building drawn by its numbers: every floor of every unit has the same doors. */
export interface DrawnBuilding {
  /** 1栋, A座 */
  readonly name: string
  /** The number of the top floor. */
  readonly floors: number
  readonly units: number
  /** Doors a floor in each unit. */
  readonly doors: number
  readonly numbering: Numbering
  /** Windows that are no homes, by `windowKey`. */
  readonly notHomes: readonly string[]
  /** Numbers no floor has, in order: 4, 13, 14. */
  readonly missing: readonly number[]
  readonly ground: Ground
  /** 跃层: the two top floors are one home at each door. */
  readonly topDouble: boolean
}

export const MOST = { floors: 60, units: 8, doors: 20, buildings: 40 } as const

/** The numbers that buildings leave out for how they sound. */
export const OFTEN_MISSING: readonly number[] = [4, 13, 14]

/** A drawing as somebody left it, also of a time when buildings were simpler. */
export function drawnFrom(
  kept: Omit<DrawnBuilding, 'missing' | 'ground' | 'topDouble'> & Partial<DrawnBuilding>,
): DrawnBuilding {
  return { missing: [], ground: 'homes', topDouble: false, ...kept }
}

export function windowKey(unit: number, floor: number, nth: number): string {
  return `${unit}-${floor}-${nth}`
}

/** 1栋, 1 and 一栋 are one building; undefined where a name cannot stand in front of a door. */
export function buildingKey(name: string): string | undefined {
  const plain = name.normalize('NFKC').trim()
  const read = readDoor(/[0-9A-Za-z]$/.test(plain) ? `${plain}栋` : plain)
  return read.ok && read.value.door === undefined && read.value.unit === undefined
    ? read.value.building
    : undefined
}

/** 4、13 14 → the numbers of floors that can be missing, in order. The top one is always there. */
export function readMissing(text: string, floors: number): readonly number[] {
  const said = text.normalize('NFKC').match(/\d+/g) ?? []
  const numbers = new Set(said.map(Number).filter((one) => one >= 1 && one < floors))
  return [...numbers].sort((a, b) => a - b)
}

export function writtenDoor(numbering: Numbering, floor: number, nth: number): string {
  if (numbering === '5-2') return `${floor}-${nth}`
  const door = `${floor}${String(nth).padStart(2, '0')}`
  return numbering === '0502' ? door.padStart(4, '0') : door
}

/** One floor as it is drawn, in each of the units. */
export interface DrawnFloor {
  /** 7 */
  readonly floor: number
  readonly is: 'homes' | 'shops' | 'stilts'
  /** 跃层: the second floor that its homes go up into; this one has no doors. */
  readonly upTo?: number
}

/** The floors that have doors, from the ground up. */
export function floorsOf(drawn: DrawnBuilding): readonly DrawnFloor[] {
  const there: number[] = []
  for (let floor = 1; floor <= drawn.floors; floor++) if (!drawn.missing.includes(floor)) there.push(floor)
  const is = (nth: number) => (nth === 0 ? drawn.ground : 'homes')
  const top = there.length - 1
  // The ground stays a floor of its own where it is no floor of homes.
  const double = drawn.topDouble && top >= 1 && is(top - 1) === 'homes'
  return there.flatMap((floor, nth): DrawnFloor[] => {
    if (double && nth === top) return []
    return [{ floor, is: is(nth), ...(double && nth === top - 1 && { upTo: there[top]! }) }]
  })
}

export function homesOf(drawn: DrawnBuilding): number {
  const withHomes = floorsOf(drawn).filter(({ is }) => is === 'homes')
  const inside = drawn.notHomes.filter((key) => {
    const [unit = 0, floor = 0, nth = 0] = key.split('-').map(Number)
    return unit <= drawn.units && nth <= drawn.doors && withHomes.some((one) => one.floor === floor)
  })
  return withHomes.length * drawn.units * drawn.doors - inside.length
}

/** The drawn buildings as the rows of a roster without names: one way in for both. */
export function rowsOf(buildings: readonly DrawnBuilding[]): string[][] {
  const rows: string[][] = [['楼栋', '单元', '楼层', '房号', '用途']]
  for (const drawn of buildings) {
    const notHomes = new Set(drawn.notHomes)
    for (let unit = 1; unit <= drawn.units; unit++) {
      for (const { floor, is, upTo } of floorsOf(drawn)) {
        // One stands for the whole open floor.
        const doors = is === 'stilts' ? 1 : drawn.doors
        for (let nth = 1; nth <= doors; nth++) {
          const use =
            is === 'stilts'
              ? '架空层'
              : is === 'shops'
                ? '商铺'
                : notHomes.has(windowKey(unit, floor, nth))
                  ? '活动室'
                  : upTo === undefined
                    ? ''
                    : '跃层'
          rows.push([drawn.name, `${unit}单元`, `${floor}楼`, writtenDoor(drawn.numbering, floor, nth), use])
        }
      }
    }
  }
  return rows
}
