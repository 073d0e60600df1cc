import { type Duty, weekdayOf } from '#domain/bins/duty.ts'
import type { PersonId, RecordId, TenantId } from '#domain/ids.ts'
import { appointmentsOf, type Member, memberId } from '#domain/member.ts'
import { type Place, type PlaceTree, placeTree } from '#domain/places.ts'
import { type Appointment, mayAct } from '#domain/rights.ts'
import type { Window } from '#domain/window.ts'
import { addDays, dayOf } from '#domain/workingDays.ts'
import type { View } from '#store/view.ts'
import { type WindowTimes, windowsOn } from './windows.ts'

/** One window of one point on one day, as it is planned. */
export interface Slot {
  readonly point: RecordId
  /** What people call the point. */
  readonly label: string
  /** `YYYY-MM-DD` in Shanghai. */
  readonly day: string
  readonly window: Window
  /** Clock times in Shanghai, `HH:MM`. */
  readonly from: string
  readonly to: string
  /** Who stands there. Absent: nobody took it. */
  readonly person?: PersonId
  /** Whom the plan names, also where they may not stand there any more: what an edit has to say it saw. */
  readonly planned?: PersonId
  /** This day is planned otherwise than its week. */
  readonly ownDay: boolean
}

/** Days in Shanghai, both included. */
export interface Days {
  readonly from: string
  readonly to: string
}

/** Who stands where, read once; the answers hold for the view as it was then. */
export interface Rota {
  /** Where nobody plans, nobody is missing: everybody who may stand there simply comes. */
  isKept(point: RecordId): boolean
  /** What is held at a point, by day and hour. A point is planned from its first day to its last. */
  slotsAt(point: RecordId, days: Days): readonly Slot[]
  /** The same of all points, by day and hour. */
  slots(days: Days): readonly Slot[]
  /** Whom the week names at a weekday. */
  weekly(point: RecordId, weekday: string, window: Window): PersonId | undefined
  mayStand(person: PersonId, point: RecordId, day: string): boolean
  /** Whether these appointments let somebody stand there. */
  letsStand(appointments: readonly Appointment[], point: RecordId, day: string): boolean
}

/** `today` tells a rota that is kept from one that ran out, and what is planned from what was. */
export function rotaOf(view: View, tenant: TenantId, today: string): Rota {
  const duties = new Map<string, Duty>()
  const kept = new Set<RecordId>()
  for (const one of view.all<Duty>('duty')) {
    if (one.voided) continue
    duties.set(keyOf(one.place, one.when, one.window), one)
    // A weekday sorts after every day of the calendar.
    if (one.person !== undefined && one.when >= today) kept.add(one.place)
  }
  const places = view.all<Place>('place')
  const points = pointsIn(places)
  // Read for every record that changes: the tree is built only where somebody is asked after.
  let tree: PlaceTree | undefined
  const answers = new Map<string, boolean>()

  const letsStand = (appointments: readonly Appointment[], point: RecordId, day: string): boolean => {
    const someone = '' as PersonId
    tree ??= placeTree(places)
    return mayAct(someone, appointments, 'standShift', { place: point, author: someone }, tree, day)
  }
  const mayStand = (person: PersonId, point: RecordId, day: string): boolean => {
    const key = `${person} ${point} ${day}`
    const known = answers.get(key)
    if (known !== undefined) return known
    const answer = letsStand(appointmentsOf(view.get<Member>(memberId(person))), point, day)
    answers.set(key, answer)
    return answer
  }
  const slotOf = (point: Place, day: string, { window, from, to }: WindowTimes): Slot => {
    const own = duties.get(keyOf(point.id, day, window))
    const planned = own ? own.person : duties.get(keyOf(point.id, weekdayOf(day), window))?.person
    const stands = planned !== undefined && mayStand(planned, point.id, day)
    return {
      point: point.id,
      label: point.label,
      day,
      window,
      from,
      to,
      ...(stands && { person: planned }),
      ...(planned !== undefined && { planned }),
      ownDay: own !== undefined,
    }
  }
  const slotsOf = (point: Place, days: Days) =>
    daysIn(days)
      .filter((day) => isThere(point, day, today))
      .flatMap((day) =>
        [...windowsOn(view, tenant, point.id, day)]
          .sort((a, b) => (a.from < b.from ? -1 : 1))
          .map((times) => slotOf(point, day, times)),
      )
  return {
    isKept: (point) => kept.has(point),
    slotsAt: (id, days) => points.filter((one) => one.id === id).flatMap((one) => slotsOf(one, days)),
    slots: (days) => points.flatMap((one) => slotsOf(one, days)).sort(byTime),
    weekly: (point, weekday, window) => duties.get(keyOf(point, weekday, window))?.person,
    mayStand,
    letsStand,
  }
}

/** The bin points in the compound's order, also those that are no more. */
export function pointsIn(places: readonly Place[]): readonly Place[] {
  return places
    .filter((one) => one.what === 'binPoint')
    .sort((a, b) => a.order - b.order || (a.key < b.key ? -1 : 1))
}

/** Those that are there today. */
export function pointsNow(view: View): readonly Place[] {
  return pointsIn(view.all<Place>('place')).filter((one) => !one.voided)
}

/** Those that were given up. */
export function pointsGone(view: View): readonly Place[] {
  return pointsIn(view.all<Place>('place')).filter((one) => one.voided)
}

export interface Standing {
  readonly person: PersonId
  readonly name: string
  /** They were given the bins as their work; others may stand in. */
  readonly supervisor: boolean
}

/** Who may stand at a point on a day; those whose work it is first, by name. */
export function peopleFor(
  view: View,
  rota: Rota,
  { point, day }: { readonly point: RecordId; readonly day: string },
): readonly Standing[] {
  return view
    .all<Member>('member')
    .filter((one) => !one.voided && rota.mayStand(one.id as string as PersonId, point, day))
    .map((one) => ({
      person: one.id as string as PersonId,
      name: one.name,
      supervisor: appointmentsOf(one).some(({ role }) => role === 'supervisor'),
    }))
    .sort((a, b) => Number(b.supervisor) - Number(a.supervisor) || a.name.localeCompare(b.name, 'zh'))
}

/**
 * From the day it was entered until the day before it was given up. From today on only what is or is not there counts: the
 * clocks that say when may be wrong.
 */
function isThere(point: Place, day: string, today: string): boolean {
  if (day >= today) return point.voided === undefined
  const isAfter = dayOf(point.at) <= day || (point.receivedAt !== undefined && dayOf(point.receivedAt) <= day)
  const wasGone = (point.gone ?? []).some(({ from, to }) => day >= dayOf(from) && day < dayOf(to))
  return isAfter && !wasGone && (point.voided === undefined || day < dayOf(point.voided.at))
}

function daysIn({ from, to }: Days): readonly string[] {
  const days: string[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  return days
}

function keyOf(point: RecordId, when: string, window: Window): string {
  return `${point} ${when} ${window}`
}

function byTime(a: Slot, b: Slot): number {
  const left = `${a.day} ${a.from}`
  const right = `${b.day} ${b.from}`
  return left < right ? -1 : left > right ? 1 : 0
}
