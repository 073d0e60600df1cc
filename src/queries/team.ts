import type { PersonId, RecordId } from '#domain/ids.ts'
import { appointmentsOf, type Member } from '#domain/member.ts'
import { type Place, type PlaceTree, placeTree, type What, whereOf } from '#domain/places.ts'
import { type Appointment, inForce } from '#domain/rights.ts'
import type { Role } from '#domain/roles.ts'
import type { View } from '#store/view.ts'

export interface Duty {
  readonly role: Role
  readonly place: RecordId
  /** 1栋 2单元; the compound itself is empty: everybody is in it. */
  readonly where: string
  readonly from: string
  readonly to?: string
}

export interface TeamRow {
  readonly person: PersonId
  readonly name: string
  /** In force on the day, the office's first. */
  readonly duties: readonly Duty[]
  /** Nothing is in force: they have left, or are not here yet. */
  readonly away: boolean
}

/** The volunteers of the compound on a day (`YYYY-MM-DD`), those on duty first, by name. */
export function teamOn(view: View, day: string): readonly TeamRow[] {
  const tree = placeTree(view.all<Place>('place'))
  return view
    .all<Member>('member')
    .filter((one) => !one.voided)
    .map((one) => {
      const duties = appointmentsOf(one)
        .filter((appointment) => inForce(appointment, day))
        .map((appointment) => dutyOf(appointment, tree))
      return { person: one.id as string as PersonId, name: one.name, duties, away: duties.length === 0 }
    })
    .sort((a, b) => Number(a.away) - Number(b.away) || a.name.localeCompare(b.name, 'zh'))
}

function dutyOf(appointment: Appointment, tree: PlaceTree): Duty {
  return { ...appointment, where: whereOf(appointment.place, tree) }
}

export interface PlaceChoice {
  readonly place: RecordId
  readonly what: What
  readonly where: string
}

const CHOOSABLE: readonly What[] = ['compound', 'grid', 'microGrid', 'building', 'unit', 'floor', 'binPoint']

/** The places somebody can be appointed to, from the whole compound down to a floor. */
export function placesToAppoint(view: View, within: readonly What[] = CHOOSABLE): readonly PlaceChoice[] {
  const places = view.all<Place>('place').filter((one) => !one.voided)
  const tree = placeTree(places)
  const walk = (place: Place): PlaceChoice[] => [
    ...(within.includes(place.what)
      ? [{ place: place.id, what: place.what, where: whereOf(place.id, tree) }]
      : []),
    ...tree.children(place.id).flatMap(walk),
  ]
  return places.filter((one) => one.what === 'compound').flatMap(walk)
}
