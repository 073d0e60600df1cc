import type { Crew } from '#domain/ledger/crew.ts'
import { type Team, TEAMS } from '#domain/ledger/hands.ts'
import type { PersonId, RecordId } from '#domain/ids.ts'
import { appointmentsOf, type Member, memberId } from '#domain/member.ts'
import { type Place, placeTree } from '#domain/places.ts'
import { inForce, mayRead, partsOf } from '#domain/rights.ts'
import { ROLES } from '#domain/roles.ts'
import type { View } from '#store/view.ts'
import { teamOn, type TeamRow } from './team.ts'

/** A team as somebody may give an order to it at a place. */
export interface CrewRow {
  readonly team: Team
  /** The compound's own name for it. */
  readonly name?: string
  readonly crew?: Crew
  /** Its members who are here on the day. */
  readonly people: readonly TeamRow[]
}

/** All teams there are, also those nobody is in yet; `day` is `YYYY-MM-DD`. */
export function crewRows(view: View, day: string): readonly CrewRow[] {
  const crews = new Map(view.all<Crew>('crew').map((one) => [one.team, one]))
  const here = teamOn(view, day).filter((one) => !one.away)
  return TEAMS.map((team) => {
    const crew = crews.get(team)
    const people = here.filter(({ person }) => crew?.people.includes(person))
    return { team, people, ...(crew && { crew }), ...(crew?.name !== undefined && { name: crew.name }) }
  })
}

/** The same with those members only who read orders at a place: an order that none of them can see waits for nobody. */
export function crewsAt(
  view: View,
  asked: { readonly place: RecordId; readonly compound: RecordId; readonly day: string },
): readonly CrewRow[] {
  const { below } = placeTree(view.all<Place>('place'))
  const scope = { place: asked.place, group: 'orders', people: [] } as const
  const reads = (person: PersonId) => {
    const appointments = appointmentsOf(view.get<Member>(memberId(person)))
    return mayRead(partsOf(person, appointments, asked.compound, 'own', asked.day), scope, below)
  }
  return crewRows(view, asked.day).map((row) => ({
    ...row,
    people: row.people.filter(({ person }) => reads(person)),
  }))
}

/** Who may be in a team: those whose appointment lets them read orders somewhere. */
export function crewCandidates(view: View, day: string): readonly TeamRow[] {
  return teamOn(view, day).filter(({ duties }) =>
    duties.some((one) => inForce(one, day) && ROLES[one.role].read.includes('orders')),
  )
}
