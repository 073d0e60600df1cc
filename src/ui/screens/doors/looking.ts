import { createStore } from 'zustand/vanilla'
import type { RecordId } from '#domain/ids.ts'
import type { Place } from '#domain/places.ts'
import type { Filter } from '#queries/doorFilters.ts'
import { useStore } from '#ui/state/view.ts'

/** Where a person looks in the building; it stays while they go to a home and back, and is on no disk. */
export interface Looking {
  readonly building?: RecordId | undefined
  readonly unit?: RecordId | undefined
  /** The window with the heavy frame. */
  readonly chosen?: RecordId
  /** The top row shown large; absent: proposed by what is chosen. */
  readonly first?: number | undefined
  /** The leftmost door that is seen of a floor with more than fit side by side, from 0; absent: by what is chosen. */
  readonly from?: number | undefined
  readonly filter: Filter
  readonly list: boolean
  /** A floor of a whole building was opened. */
  readonly zoomed: boolean
}

const looking = createStore<Looking>(() => ({
  filter: 'all',
  list: false,
  zoomed: false,
}))

export function useLooking(): Looking {
  return useStore(looking)
}

export function look(at: Partial<Looking>): void {
  looking.setState(at)
}

/** A home was opened, from wherever: the building will show it. */
export function seen(home: RecordId, path: readonly Place[]): void {
  const idOf = (what: Place['what']) => path.find((place) => place.what === what)?.id
  looking.setState({
    chosen: home,
    building: idOf('building'),
    unit: idOf('unit'),
    first: undefined,
    from: undefined,
  })
}
