import { type Door, isHome } from './doors.ts'

/** Which doors somebody looks for. The last three say something of who lives there: on screen only, and by right. */
export const FILTERS = ['all', 'toGo', 'open', 'care', 'rented', 'vacant'] as const
export type Filter = (typeof FILTERS)[number]

/** Whether a door is one of those that are looked for. What the reader may not know of it, it is not. */
export function passes(door: Door, filter: Filter): boolean {
  switch (filter) {
    case 'all':
      return true
    case 'toGo':
      return door.light === 'half' || door.light === 'dusk'
    case 'open':
      return door.open > 0
    case 'care':
      return door.care
    case 'rented':
    case 'vacant':
      return door.used === filter
  }
}

/** How many doors each filter finds; of all only homes are counted. */
export function found(doors: Iterable<Door>): Readonly<Record<Filter, number>> {
  const counts: Record<Filter, number> = { all: 0, toGo: 0, open: 0, care: 0, rented: 0, vacant: 0 }
  for (const door of doors) {
    for (const filter of FILTERS) if (filter !== 'all' && passes(door, filter)) counts[filter] += 1
    if (isHome(door)) counts.all += 1
  }
  return counts
}
