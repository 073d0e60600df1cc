import type { ListedDoor } from '#queries/doorList.ts'

/** A line of the list: a door, or the floor that its doors stand under. */
export type ListItem =
  | { readonly is: 'floor'; readonly at: ListedDoor; readonly where: string }
  | { readonly is: 'door'; readonly at: ListedDoor }

export interface Listed {
  readonly items: readonly ListItem[]
  /** Where each line begins, in rem; the last one is the end of the list. */
  readonly tops: Float64Array
}

/** Heights of the lines in rem: they grow with the text. */
export const HEIGHTS = { floor: 3.25, door: 5.5 } as const

/** The lines of a list of doors; a floor is named where it begins. */
export function listedOf(doors: readonly ListedDoor[]): Listed {
  const items: ListItem[] = []
  let before: ListedDoor | undefined
  for (const at of doors) {
    if (before?.unitId !== at.unitId || before.floor !== at.floor)
      items.push({ is: 'floor', at, where: [at.building.label, at.unit, at.floor].join(' ').trim() })
    items.push({ is: 'door', at })
    before = at
  }
  const tops = new Float64Array(items.length + 1)
  for (const [index, item] of items.entries()) tops[index + 1] = tops[index]! + HEIGHTS[item.is]
  return { items, tops }
}

/** The line at a height, in rem from the beginning of the list. */
export function lineAt({ items, tops }: Listed, rem: number): number {
  let low = 0
  let high = Math.max(0, items.length - 1)
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (tops[middle]! <= rem) low = middle
    else high = middle - 1
  }
  return low
}

/** The door so many doors further on; there is none: the last one that way. */
export function doorFrom({ items }: Listed, from: number, by: number): number {
  const step = Math.sign(by)
  let left = Math.abs(by)
  let found = from
  for (let at = from + step; left > 0 && at >= 0 && at < items.length; at += step) {
    if (items[at]!.is !== 'door') continue
    found = at
    left -= 1
  }
  return found
}
