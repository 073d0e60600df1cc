import type { Haul } from '#domain/bins/haul.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Incident } from '#domain/bins/incident.ts'
import type { Shift } from '#domain/bins/shift.ts'
import type { View } from '#store/view.ts'

/** What everybody who stands at the same point on the same day in the same window wrote down, withdrawn records too. */
export interface SameSheet {
  readonly incidents: readonly Incident[]
  readonly hauls: readonly Haul[]
}

export function sameSheet(view: View, { place, day, window }: Shift): SameSheet {
  const shifts = new Set(
    view
      .all<Shift>('shift')
      .filter((one) => one.place === place && one.day === day && one.window === window)
      .map((one) => one.id),
  )
  const isOfSheet = ({ shift }: { readonly shift?: RecordId }) => shift !== undefined && shifts.has(shift)
  return {
    incidents: view.all<Incident>('incident').filter(isOfSheet),
    hauls: view.all<Haul>('haul').filter(isOfSheet),
  }
}
