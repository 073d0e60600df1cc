import type { RecordId, TenantId } from '#domain/ids.ts'
import { type Period, daysOf } from '#domain/period.ts'
import type { Place } from '#domain/places.ts'
import type { Shift } from '#domain/bins/shift.ts'
import type { Window } from '#domain/window.ts'
import { dayOf } from '#domain/workingDays.ts'
import type { View } from '#store/view.ts'
import { pointsIn } from './rota.ts'
import { clockOf, windowsOn } from './windows.ts'

/** 47 个时段里有人 45 个. */
export interface Sessions {
  /** Windows that were to be held and have begun by now. */
  readonly planned: number
  /** Those of them in which somebody stood there. */
  readonly held: number
  /** Shifts beside the plan: nobody asked for them, and they are work too. */
  readonly besides: number
}

export interface SessionsOfDay extends Sessions {
  readonly day: string
}

export interface Asking {
  readonly view: View
  readonly tenant: TenantId
  /** ISO instant. */
  readonly now: string
}

/** A window that was to be held, and whether somebody stood there. */
export interface DueWindow {
  readonly point: RecordId
  /** What people call the point. */
  readonly label: string
  readonly day: string
  readonly window: Window
  readonly stood: boolean
}

type There = Pick<DueWindow, 'point' | 'day' | 'window'>

/**
 * The one rule by which windows are counted, on Today and in the report. A window was to be held
 * - on the days that its settings and the holidays say,
 * - from the day its point was entered until the day it was given up, that day too: in the morning people still stood there,
 * - not before `began`, the first day on which anybody wrote down a shift: what was before that nobody knows,
 * - from the hour it begins; where somebody came early it has begun.
 * By day, and on a day in the order of the points.
 */
function dueIn(
  { view, tenant, now, began = '' }: Asking & { readonly began?: string | undefined },
  points: readonly Place[],
  span: Pick<Period, 'from' | 'to'>,
  there: readonly There[],
): readonly DueWindow[] {
  const stood = new Set(there.map(slot))
  const until = `${dayOf(now)} ${clockOf(now)}`
  return daysOf(span)
    .filter((day) => began <= day)
    .flatMap((day) =>
      points
        .filter((one) => isThereOn(one, day))
        .flatMap(({ id: point, label }) =>
          windowsOn(view, tenant, point, day).flatMap(({ window, from }) => {
            const at = { point, label, day, window, stood: stood.has(slot({ point, day, window })) }
            return at.stood || `${day} ${from}` <= until ? [at] : []
          }),
        ),
    )
}

/** Day by day, of what the sheets tell; `began` as above. */
export function sessionsIn(
  asking: Asking & { readonly began?: string | undefined },
  points: readonly Place[],
  span: Pick<Period, 'from' | 'to'>,
  sheets: readonly There[],
): readonly SessionsOfDay[] {
  const due = dueIn(asking, points, span, sheets)
  return daysOf(span).map((day) => {
    const planned = due.filter((one) => one.day === day)
    const held = planned.filter(({ stood }) => stood).length
    const there = new Set(sheets.filter((one) => one.day === day).map(slot)).size
    return { day, planned: planned.length, held, besides: there - held }
  })
}

/** Of the windows that were to be held: in how many somebody stood, and in which nobody did, by day. */
export interface Stood {
  readonly held: number
  readonly stood: number
  readonly without: readonly DueWindow[]
}

/** At all points of the compound, whoever stood there. */
export function stoodIn(asking: Asking, span: Pick<Period, 'from' | 'to'>): Stood {
  const shifts = asking.view.all<Shift>('shift').filter((one) => !one.voided)
  const there = shifts.map(({ place, day, window }) => ({ point: place, day, window }))
  const points = pointsIn(asking.view.all<Place>('place'))
  const due = dueIn({ ...asking, began: firstDayOf(shifts) }, points, span, there)
  const without = due.filter(({ stood }) => !stood)
  return { held: due.length, stood: due.length - without.length, without }
}

/** The first day of which there is a shift. */
export function firstDayOf(shifts: readonly Pick<Shift, 'day'>[]): string | undefined {
  return shifts.reduce<string | undefined>(
    (first, { day }) => (first === undefined || day < first ? day : first),
    undefined,
  )
}

export function sumOfSessions(days: readonly Sessions[]): Sessions {
  const sum = (of: (one: Sessions) => number) => days.reduce((all, one) => all + of(one), 0)
  return {
    planned: sum((one) => one.planned),
    held: sum((one) => one.held),
    besides: sum((one) => one.besides),
  }
}

function slot({ point, day, window }: There): string {
  return `${point} ${day} ${window}`
}

/** A device whose clock is ahead enters a point next year; the server knows when it came. */
function isThereOn({ at, receivedAt, voided }: Place, day: string): boolean {
  const entered = receivedAt !== undefined && receivedAt < at ? receivedAt : at
  return dayOf(entered) <= day && (voided === undefined || day <= dayOf(voided.at))
}
