import type { RecordId, TenantId } from '#domain/ids.ts'
import { type Period, daysOf } from '#domain/period.ts'
import type { Place } from '#domain/places.ts'
import { dayOf } from '#domain/workingDays.ts'
import type { View } from '#store/view.ts'
import type { BinSheet } from './sheet.ts'
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

/**
 * Day by day. A point counts from the day it was entered to the day it was retired, and none before `began`, the day on
 * which anybody wrote down a shift for the first time: what was before that nobody knows.
 */
export function sessionsIn(
  { view, tenant, now, began = '' }: Asking & { readonly began?: string | undefined },
  points: readonly Place[],
  span: Pick<Period, 'from' | 'to'>,
  sheets: readonly BinSheet[],
): readonly SessionsOfDay[] {
  const stood = new Map<string, Set<string>>()
  for (const one of sheets) {
    const there = stood.get(one.day)
    if (there) there.add(slot(one.point, one.window))
    else stood.set(one.day, new Set([slot(one.point, one.window)]))
  }
  const until = `${dayOf(now)} ${clockOf(now)}`
  return daysOf(span).map((day) => {
    const there = stood.get(day) ?? new Set<string>()
    const planned = points
      .filter((one) => began <= day && isThereOn(one, day))
      .flatMap((one) =>
        windowsOn(view, tenant, one.id, day)
          .map(({ window, from }) => ({ at: slot(one.id, window), begun: `${day} ${from}` <= until }))
          // Who came early is there already.
          .filter(({ at, begun }) => begun || there.has(at))
          .map(({ at }) => at),
      )
    const held = planned.filter((one) => there.has(one)).length
    return { day, planned: planned.length, held, besides: there.size - held }
  })
}

export function sumOfSessions(days: readonly Sessions[]): Sessions {
  const sum = (of: (one: Sessions) => number) => days.reduce((all, one) => all + of(one), 0)
  return {
    planned: sum((one) => one.planned),
    held: sum((one) => one.held),
    besides: sum((one) => one.besides),
  }
}

function slot(point: RecordId, window: string): string {
  return `${point} ${window}`
}

function isThereOn(point: Place, day: string): boolean {
  return dayOf(point.at) <= day && (point.voided === undefined || day <= dayOf(point.voided.at))
}
