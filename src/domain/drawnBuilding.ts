import { readDoor } from './doorKey.ts'

/** How doors are written: 502, 0502 or 5-2. */
export const NUMBERINGS = ['502', '0502', '5-2'] as const
export type Numbering = (typeof NUMBERINGS)[number]

/** A building drawn by its numbers: every floor of every unit has the same doors. */
export interface DrawnBuilding {
  /** 1栋, A座 */
  readonly name: string
  readonly floors: number
  readonly units: number
  /** Doors a floor in each unit. */
  readonly doors: number
  readonly numbering: Numbering
  /** Windows that are no homes, by `windowKey`. */
  readonly notHomes: readonly string[]
}

export const MOST = { floors: 40, units: 8, doors: 12, buildings: 40 } as const

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

export function writtenDoor(numbering: Numbering, floor: number, nth: number): string {
  if (numbering === '5-2') return `${floor}-${nth}`
  const door = `${floor}${String(nth).padStart(2, '0')}`
  return numbering === '0502' ? door.padStart(4, '0') : door
}

export function homesOf(drawn: DrawnBuilding): number {
  const inside = drawn.notHomes.filter((key) => {
    const [unit = 0, floor = 0, nth = 0] = key.split('-').map(Number)
    return unit <= drawn.units && floor <= drawn.floors && nth <= drawn.doors
  })
  return drawn.floors * drawn.units * drawn.doors - inside.length
}

/** The drawn buildings as the rows of a roster without names: one way in for both. */
export function rowsOf(buildings: readonly DrawnBuilding[]): string[][] {
  const rows: string[][] = [['楼栋', '单元', '楼层', '房号', '用途']]
  for (const drawn of buildings) {
    const notHomes = new Set(drawn.notHomes)
    for (let unit = 1; unit <= drawn.units; unit++) {
      for (let floor = 1; floor <= drawn.floors; floor++) {
        for (let nth = 1; nth <= drawn.doors; nth++) {
          const use = notHomes.has(windowKey(unit, floor, nth)) ? '活动室' : ''
          rows.push([drawn.name, `${unit}单元`, `${floor}楼`, writtenDoor(drawn.numbering, floor, nth), use])
        }
      }
    }
  }
  return rows
}
