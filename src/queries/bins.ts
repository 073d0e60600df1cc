import { type CheckProgress, checkProgress, itemsOf } from '#domain/bins/checklist.ts'
import type { PersonId, RecordId, TenantId } from '#domain/ids.ts'
import { COMMON_INCIDENTS, type Incident, type IncidentType, INCIDENTS } from '#domain/bins/incident.ts'
import { type Place, placeTree } from '#domain/places.ts'
import { type Appointment, inForce } from '#domain/rights.ts'
import { ROLES } from '#domain/roles.ts'
import { type Settings, settingsId } from '#domain/settings.ts'
import { type Shift } from '#domain/bins/shift.ts'
import {
  type Counts,
  countsOf,
  lastTapped,
  type Minute,
  type Rate,
  rateOf,
  type Tap,
} from '#domain/bins/tallies.ts'
import type { View } from '#store/view.ts'
import { type WindowTimes, windowsOn } from './windows.ts'

/** The bin points where these appointments let somebody stand on a day (`YYYY-MM-DD`), in the compound's order. */
export function pointsOfMine(
  view: View,
  appointments: readonly Appointment[],
  day: string,
): readonly Place[] {
  const places = view.all<Place>('place')
  const tree = placeTree(places)
  const above = appointments
    .filter((one) => inForce(one, day) && ROLES[one.role].act.includes('standShift'))
    .map((one) => one.place)
  return places
    .filter(
      (place) => place.what === 'binPoint' && !place.voided && above.some((one) => tree.below(place.id, one)),
    )
    .sort((a, b) => a.order - b.order || (a.key < b.key ? -1 : 1))
}

/** The shift a person is in: theirs, not handed over, the one begun last. It is where a restart goes on. */
export function openShiftOf(view: View, person: PersonId): Shift | undefined {
  return view
    .all<Shift>('shift')
    .filter((one) => one.author === person && one.closedAt === undefined && !one.voided)
    .sort((a, b) => (a.at < b.at ? 1 : -1))[0]
}

/** Whether a person has ended a shift since, ISO instant, and is in none now. */
export function isBackFromShift(view: View, person: PersonId, since: string): boolean {
  const ended = view
    .all<Shift>('shift')
    .some((one) => one.author === person && one.closedAt !== undefined && one.closedAt >= since)
  return ended && openShiftOf(view, person) === undefined
}

/** Where a person began a shift last. */
export function lastPointOf(view: View, person: PersonId): RecordId | undefined {
  return view
    .all<Shift>('shift')
    .filter((one) => one.author === person && !one.voided)
    .sort((a, b) => (a.at < b.at ? 1 : -1))[0]?.place
}

/** A person's last shifts that were handed over, newest first. */
export function closedShiftsOf(view: View, person: PersonId, count: number): readonly Shift[] {
  return view
    .all<Shift>('shift')
    .filter((one) => one.author === person && one.closedAt !== undefined && !one.voided)
    .sort((a, b) => (a.at < b.at ? 1 : -1))
    .slice(0, count)
}

export interface ShiftSheet {
  readonly shift: Shift
  /** What people call the point. */
  readonly point: string
  readonly times: WindowTimes | undefined
  readonly counts: Counts
  readonly rate: Rate
  /** What is looked at on arrival here, in order. */
  readonly items: readonly string[]
  readonly progress: CheckProgress
  /** What undo takes back next. */
  readonly last: Tap | undefined
}

/** One shift as its screens show it; `minutes` are handed in where some are still on their way to the disk. */
export function shiftSheet(
  view: View,
  tenant: TenantId,
  id: RecordId,
  minutes?: readonly Minute[],
): ShiftSheet | undefined {
  const kept = view.get<Shift>(id)
  if (kept?.kind !== 'shift') return undefined
  const shift = minutes ? { ...kept, minutes } : kept
  const items = itemsOf(shift, 'arrival')
  const counts = countsOf(shift)
  return {
    shift,
    point: view.get<Place>(shift.place)?.label ?? '',
    times: windowsOn(view, tenant, shift.place, shift.day).find((one) => one.window === shift.window),
    counts,
    rate: rateOf(counts),
    items,
    progress: checkProgress(shift.checks, items),
    last: lastTapped(shift.minutes),
  }
}

/** In the order they were recorded. Withdrawn ones are not among them. */
export function incidentsOfShift(view: View, shift: RecordId): readonly Incident[] {
  return view
    .all<Incident>('incident')
    .filter((one) => one.shift === shift && !one.voided)
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

/** The five kinds a point offers first: what happened there most, then what the office chose, then the usual ones. */
export function commonestAt(
  view: View,
  tenant: TenantId,
  point: RecordId,
  count = 5,
): readonly IncidentType[] {
  const times = new Map<IncidentType, number>()
  for (const one of view.all<Incident>('incident')) {
    if (one.place === point && !one.voided) times.set(one.type, (times.get(one.type) ?? 0) + 1)
  }
  const chosen = view.get<Settings>(settingsId(tenant))?.commonest ?? []
  const preferred = [...new Set([...chosen, ...COMMON_INCIDENTS, ...INCIDENTS])]
  // One time is chance: only what came twice moves a key from where people know it.
  const often = (type: IncidentType) => Math.max((times.get(type) ?? 0) - 1, 0)
  return preferred
    .map((type, order) => ({ type, order }))
    .sort((a, b) => often(b.type) - often(a.type) || a.order - b.order)
    .slice(0, count)
    .map(({ type }) => type)
}

export interface ShiftSummary extends ShiftSheet {
  readonly incidents: readonly Incident[]
  /** Nobody came: 今晚没人来，也记一班. */
  readonly quiet: boolean
}

export function shiftSummary(view: View, tenant: TenantId, id: RecordId): ShiftSummary | undefined {
  const sheet = shiftSheet(view, tenant, id)
  if (!sheet) return undefined
  return {
    ...sheet,
    incidents: incidentsOfShift(view, id),
    quiet: sheet.shift.minutes.length === 0,
  }
}
