import { type Duty, dutyId, WEEKDAYS, weekdayOf } from '#domain/bins/duty.ts'
import type { PersonId, RecordId, TenantId } from '#domain/ids.ts'
import type { Place } from '#domain/places.ts'
import type { Appointment } from '#domain/rights.ts'
import type { Shift } from '#domain/bins/shift.ts'
import type { Window } from '#domain/window.ts'
import { addDays, dayOf } from '#domain/workingDays.ts'
import type { View } from '#store/view.ts'
import { type Rota, rotaOf, type Slot } from './rota.ts'
import { clockOf } from './windows.ts'

/** Who asks, and when (ISO instant of the device). */
export interface Asker {
  readonly view: View
  readonly tenant: TenantId
  readonly me: PersonId
  readonly appointments: readonly Appointment[]
  readonly now: string
}

/** As far ahead as people look at their own plan, today included. */
const AHEAD = 7

/**
 * Windows that are mine, from now on, by day and hour: where a rota is kept those it gives me; where none is, those of the
 * points that were given to me. What is over, or handed over already, is not among them.
 */
export function slotsOfMine(asker: Asker, days = AHEAD): readonly Slot[] {
  const { view, tenant, me, appointments, now } = asker
  const today = dayOf(now)
  const rota = rotaOf(view, tenant, today)
  const done = shiftsBy(view, (one) => one.author === me && one.closedAt !== undefined)
  // Those who may stand at every point (the property) are not expected at each of them.
  const own = appointments.filter((one) => one.role === 'supervisor')
  return rota
    .slots({ from: today, to: addDays(today, days - 1) })
    .filter((one) => !isOver(one, now) && !done.has(slotKey(one)))
    .filter((one) => (rota.isKept(one.point) ? one.person === me : rota.letsStand(own, one.point, one.day)))
}

/** Windows of today and tomorrow that nobody took yet and I could: planned points only, by day and hour. */
export function slotsToTake(asker: Asker): readonly Slot[] {
  const { view, tenant, appointments, now } = asker
  const rota = rotaOf(view, tenant, dayOf(now))
  return slotsWithout(asker, rota).filter((one) => rota.letsStand(appointments, one.point, one.day))
}

/**
 * What somebody could take for a window of theirs in the next days: windows of others, where each may stand in the other's
 * place.
 */
export function slotsToExchange(view: View, tenant: TenantId, mine: Slot, now: string): readonly Slot[] {
  const today = dayOf(now)
  const rota = rotaOf(view, tenant, today)
  const { person: me } = mine
  if (me === undefined) return []
  return rota
    .slots({ from: today, to: addDays(today, AHEAD - 1) })
    .filter((one) => one.person !== undefined && one.person !== me && !isOver(one, now))
    .filter((one) => one.day !== mine.day || one.window !== mine.window)
    .filter(
      (one) =>
        rota.mayStand(me, one.point, one.day) &&
        one.person !== undefined &&
        rota.mayStand(one.person, mine.point, mine.day),
    )
}

/** Windows of today and tomorrow for which nobody is planned and nobody has begun. */
export function slotsWithout(
  { view, tenant, now }: Pick<Asker, 'view' | 'tenant' | 'now'>,
  rota: Rota = rotaOf(view, tenant, dayOf(now)),
): readonly Slot[] {
  const today = dayOf(now)
  const begun = shiftsBy(view, () => true)
  return rota
    .slots({ from: today, to: addDays(today, 1) })
    .filter((one) => one.person === undefined && rota.isKept(one.point))
    .filter((one) => !isOver(one, now) && !begun.has(slotKey(one)))
}

/** A day that was given from one to another. */
export interface Handing {
  readonly id: RecordId
  readonly point: RecordId
  readonly label: string
  readonly day: string
  readonly window: Window
  readonly by: PersonId
  /** Whose it was. */
  readonly was?: PersonId
  /** Whose it is. */
  readonly now?: PersonId
  /** Who had taken it at the same time and has it not: the later word stands. */
  readonly instead?: PersonId
  /** It is again as the week says. */
  readonly isBack: boolean
}

/** What was handed over from today on, by day. */
export function handings(view: View, today: string): readonly Handing[] {
  return view
    .all<Duty>('duty')
    .filter((one) => !one.voided && one.handed && !isWeekday(one.when) && one.when >= today)
    .flatMap((one): Handing[] => {
      const point = view.get<Place>(one.place)
      const { handed, lost } = one
      if (!point || point.voided || !handed) return []
      const instead = lost?.field === 'person' && lost.at === handed.at ? lost.value : undefined
      return [
        {
          id: one.id,
          point: one.place,
          label: point.label,
          day: one.when,
          window: one.window,
          by: handed.by,
          isBack:
            one.person !== undefined &&
            view.get<Duty>(dutyId(one.place, weekdayOf(one.when), one.window))?.person === one.person,
          ...(handed.was !== undefined && { was: handed.was }),
          ...(one.person !== undefined && { now: one.person }),
          ...(typeof instead === 'string' && { instead: instead as PersonId }),
        },
      ]
    })
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

/** Those that one person gave, got, or did not get. What one took oneself, or took back, is no news to oneself. */
export function handingsOf(view: View, me: PersonId, today: string): readonly Handing[] {
  return handings(view, today).filter(({ by, was, now, instead }) =>
    now === me ? by !== me || instead !== undefined : was === me || instead === me,
  )
}

function isOver(slot: Slot, now: string): boolean {
  const today = dayOf(now)
  return slot.day < today || (slot.day === today && slot.to < clockOf(now))
}

function isWeekday(when: string): boolean {
  return (WEEKDAYS as readonly string[]).includes(when)
}

function shiftsBy(view: View, fits: (shift: Shift) => boolean): ReadonlySet<string> {
  return new Set(
    view
      .all<Shift>('shift')
      .filter((one) => !one.voided && fits(one))
      .map((one) => slotKey({ ...one, point: one.place })),
  )
}

function slotKey(at: { readonly point: RecordId; readonly day: string; readonly window: Window }): string {
  return `${at.point} ${at.day} ${at.window}`
}
