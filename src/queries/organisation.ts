import type { PersonId, RecordId } from '#domain/ids.ts'
import { appointmentsOf, type Member } from '#domain/member.ts'
import { type Line, LINE_NAMES, LINES, TEAMS_OF } from '#domain/organisation.ts'
import { insideOf, type Place, type PlaceTree, placeTree, whereOf } from '#domain/places.ts'
import { type Appointment, inForce } from '#domain/rights.ts'
import type { Role } from '#domain/roles.ts'
import type { View } from '#store/view.ts'
import { type CrewRow, crewRows } from './crews.ts'

export interface Holder {
  readonly person: PersonId
  readonly name: string
  /** The last day, where there is one. */
  readonly to?: string
  /** For some days, beside somebody who has the place for longer. */
  readonly standsIn: boolean
}

/** A place of a level, and who holds it; nobody: it is vacant. */
export interface Seat {
  readonly place: RecordId
  /** 3栋; empty for the compound. */
  readonly where: string
  readonly holders: readonly Holder[]
}

export interface Level {
  readonly role: Role
  readonly seats: readonly Seat[]
}

export interface OrganisationLine {
  readonly line: Line
  readonly levels: readonly Level[]
  /** Its teams that have people. A team is no place to be filled: without people it is not there. */
  readonly teams: readonly CrewRow[]
}

export interface Organisation {
  readonly lines: readonly OrganisationLine[]
  /** Who holds something today, each once. */
  readonly people: number
  /** What they hold: one person may hold several. */
  readonly held: number
  readonly vacant: number
}

interface Held extends Appointment {
  readonly member: Member
}

/** Who is who on a day (`YYYY-MM-DD`): the lines beside each other, what has nobody among it. */
export function organisationOn(view: View, compound: RecordId, day: string): Organisation {
  const places = view.all<Place>('place').filter((one) => !one.voided)
  const tree = placeTree(places)
  const held = view
    .all<Member>('member')
    .filter((one) => !one.voided)
    .flatMap((member) =>
      appointmentsOf(member)
        .filter((one) => inForce(one, day))
        .map((one): Held => ({ ...one, member })),
    )
  const crews = crewRows(view, day).filter((one) => one.people.length > 0)
  const lines = LINE_NAMES.map((line) => ({
    line,
    levels: LINES[line].map((role): Level => ({
      role,
      seats: seatsOf(
        role,
        held.filter((one) => one.role === role),
        { tree, compound },
      ),
    })),
    teams: crews.filter(({ team }) => (TEAMS_OF[line] as readonly string[]).includes(team)),
  }))
  const seats = lines.flatMap(({ levels }) => levels.flatMap((level) => level.seats))
  return {
    lines,
    people: new Set(held.map(({ member }) => member.id)).size,
    held: seats.reduce((sum, { holders }) => sum + holders.length, 0),
    vacant: seats.filter(({ holders }) => holders.length === 0).length,
  }
}

function seatsOf(
  role: Role,
  held: readonly Held[],
  ground: { readonly tree: PlaceTree; readonly compound: RecordId },
): readonly Seat[] {
  const { tree, compound } = ground
  const { below } = tree
  const isHeld = (place: RecordId) => held.some((one) => below(one.place, place) || below(place, one.place))
  const vacant = groundsOf(role, tree, compound).filter((place) => !isHeld(place))
  const places = [...new Set([...held.map(({ place }) => place), ...vacant])]
  const order = new Map(inOrder(tree, compound).map((place, index) => [place, index]))
  return places
    .sort((a, b) => (order.get(a) ?? -1) - (order.get(b) ?? -1))
    .map((place) => ({
      place,
      where: whereOf(place, tree),
      holders: holdersOf(held.filter((one) => one.place === place)),
    }))
}

/** Whoever has it longest first; who is there for them comes after. */
function holdersOf(held: readonly Held[]): readonly Holder[] {
  const isBeside = (one: Held) =>
    one.to !== undefined &&
    held.some(
      (other) =>
        other.member !== one.member &&
        other.from < one.from &&
        (other.to === undefined || other.to > one.to!),
    )
  return held
    .map((one) => ({
      person: one.member.id as string as PersonId,
      name: one.member.name,
      ...(one.to !== undefined && { to: one.to }),
      standsIn: isBeside(one),
    }))
    .sort((a, b) => Number(a.standsIn) - Number(b.standsIn) || a.name.localeCompare(b.name, 'zh'))
}

/** Where a role has to be held by somebody: the grids and micro-grids in which something lies, else the compound as a whole. */
function groundsOf(role: Role, tree: PlaceTree, compound: RecordId): readonly RecordId[] {
  if (role === 'gridWorker') {
    const grounds = groundsOfWorkers(tree, compound)
    return grounds.length > 0 ? grounds : [compound]
  }
  const what = role === 'gridOfficer' ? 'grid' : role === 'partyGroup' ? 'microGrid' : undefined
  const grids = what
    ? inOrder(tree, compound).filter((id) => tree.get(id)?.what === what && tree.children(id).length > 0)
    : []
  return grids.length > 0 ? grids : [compound]
}

/** Micro-grids, and the buildings that lie in none. */
function groundsOfWorkers(tree: PlaceTree, at: RecordId): readonly RecordId[] {
  return tree.children(at).flatMap(({ id, what }) => {
    if (what === 'building' || (what === 'microGrid' && tree.children(id).length > 0)) return [id]
    return what === 'grid' ? groundsOfWorkers(tree, id) : []
  })
}

function inOrder(tree: PlaceTree, at: RecordId): readonly RecordId[] {
  return [at, ...tree.children(at).flatMap(({ id }) => inOrder(tree, id))]
}

/** A grid or micro-grid with what lies in it, as the office draws them. */
export interface GridRow {
  readonly grid: Place
  /** The grid above it, where there is one. */
  readonly above?: Place
  readonly buildings: readonly Place[]
}

export interface Grids {
  /** Grids before the micro-grids in them. */
  readonly rows: readonly GridRow[]
  readonly buildings: readonly Place[]
}

export function gridsOf(view: View, compound: RecordId): Grids {
  const tree = placeTree(view.all<Place>('place').filter((one) => !one.voided))
  const walk = (at: RecordId): readonly GridRow[] =>
    tree
      .children(at)
      .filter(({ what }) => what === 'grid' || what === 'microGrid')
      .flatMap((grid) => {
        const above = tree.get(at)
        const row = {
          grid,
          ...(above?.what === 'grid' && { above }),
          buildings: buildingsIn(tree, grid.id),
        }
        return [row, ...walk(grid.id)]
      })
  return { rows: walk(compound), buildings: buildingsIn(tree, compound) }
}

function buildingsIn(tree: PlaceTree, at: RecordId): readonly Place[] {
  return insideOf(at, tree)
    .filter((one) => one.what === 'building')
    .sort((a, b) => a.order - b.order || (a.key < b.key ? -1 : 1))
}
