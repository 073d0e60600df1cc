import type { PersonId, RecordId } from '#domain/ids.ts'
import { type Place, placeTree } from '#domain/places.ts'
import { type Appointment, mayAct } from '#domain/rights.ts'
import type { Act } from '#domain/roles.ts'
import type { View } from '#store/view.ts'

/**
 * Whether somebody may do an act at a place on a day (`YYYY-MM-DD`): to something new of their own, or to what `author`
 * wrote. Keys are shown by it; the server judges by the same
 * table when the change arrives.
 */
export function mayDo(
  view: View,
  who: { readonly me: PersonId; readonly appointments: readonly Appointment[] },
  act: Act,
  place: RecordId,
  day: string,
  author: PersonId = who.me,
): boolean {
  const tree = placeTree(view.all<Place>('place'))
  return mayAct(who.me, who.appointments, act, { place, author }, tree, day)
}
