export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Where everything of a small drawing lies, in pixels. */
export interface Plan {
  readonly width: number
  readonly height: number
  readonly wall: Box
  readonly roof: Box
  readonly huts: readonly Box[]
  readonly seams: readonly number[]
  readonly doors: readonly Box[]
  readonly pitch: number
  readonly top: number
  window(unit: number, x: number, y: number): Box
}

const HUT = 8
const ROOF = 4
const EAVES = 3
const PITCH = 9

/**
 * Fits a building into a width; the height follows from its floors where none is given. Takes any building of 1–60
 * floors and 1–8 doors a unit; no window is ever thinner than a pixel.
 */
export function measure(doors: readonly number[], floors: number, width: number, height?: number): Plan {
  const entrance = height === undefined ? 10 : Math.max(8, Math.round(height * 0.05))
  const around = HUT + ROOF + entrance + 3
  const whole = height ?? around + PITCH * floors + 4
  const top = HUT + ROOF + 2
  const pitch = (whole - around - 4) / Math.max(1, floors)
  const wall = { x: EAVES, y: HUT, width: width - 2 * EAVES, height: whole - HUT - 1 }
  const columns = doors.reduce((sum, one) => sum + one, 0)
  const share = (wall.width - 4 - 4 * doors.length) / Math.max(1, columns)
  const lefts: number[] = []
  let left = wall.x + 2
  for (const count of doors) {
    lefts.push(left + 2)
    left += count * share + 4
  }
  const middle = (unit: number) => (lefts[unit] ?? 0) + ((doors[unit] ?? 0) * share) / 2
  const each = doors.map((_, unit) => unit)
  return {
    width,
    height: whole,
    wall,
    roof: { x: 0, y: HUT, width, height: ROOF },
    huts: each.map((unit) => ({ x: middle(unit) - width * 0.07, y: 1, width: width * 0.14, height: HUT })),
    seams: lefts.slice(1).map((x) => x - 2),
    doors: each.map((unit) => {
      const wide = Math.min(14, Math.max(5, (doors[unit] ?? 1) * share * 0.24))
      return {
        x: middle(unit) - wide / 2,
        y: whole - 3 - entrance * 0.55,
        width: wide,
        height: entrance * 0.55,
      }
    }),
    pitch,
    top,
    window: (unit, x, y) => ({
      x: (lefts[unit] ?? 0) + x * share + share * 0.1,
      y: top + y * pitch + pitch * 0.16,
      width: Math.max(1, share * 0.8),
      height: Math.max(1, pitch * 0.68),
    }),
  }
}
