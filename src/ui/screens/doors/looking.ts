import { createStore } from 'zustand/vanilla'
import type { RecordId } from '#domain/ids.ts'
import { useStore } from '#ui/state/view.ts'

export type Filter = 'all' | 'toGo' | 'open' | 'care'

/** Where a person looks in the building; it stays while they go to a home and back, and is on no disk. */
export interface Looking {
  readonly building?: RecordId
  readonly unit?: RecordId
  /** The window with the heavy frame. */
  readonly chosen?: RecordId
  /** The top row shown large; absent: proposed by what is chosen. */
  readonly first?: number
  /** Of 5–8 doors on a phone. */
  readonly side: 'left' | 'right'
  readonly filter: Filter
  readonly list: boolean
  /** A floor of a whole building was opened. */
  readonly zoomed: boolean
  /** Homes seen lately, newest first. */
  readonly recent: readonly RecordId[]
}

const looking = createStore<Looking>(() => ({
  side: 'left',
  filter: 'all',
  list: false,
  zoomed: false,
  recent: [],
}))

export function useLooking(): Looking {
  return useStore(looking)
}

export function look(at: Partial<Looking>): void {
  looking.setState(at)
}

const RECENT = 6

/** A home was opened: it is chosen in the building and heads the list of those seen lately. */
export function seen(home: RecordId): void {
  const { recent } = looking.getState()
  looking.setState({ chosen: home, recent: [home, ...recent.filter((one) => one !== home)].slice(0, RECENT) })
}
