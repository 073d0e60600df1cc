import { derivedId, type PersonId, type RecordId } from '#domain/ids.ts'
import type { Outline, Recorded } from '#domain/record.ts'
import type { Window } from '#domain/window.ts'

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof WEEKDAYS)[number]

/**
 * Who stands at a point in a window: every week on a weekday, or on one day, which then comes before the week. A plan that
 * nobody answers for: whoever comes instead simply opens a shift.
 */
export interface Duty extends Recorded {
  readonly kind: 'duty'
  /** A weekday, or a day in Shanghai, `YYYY-MM-DD`. */
  readonly when: string
  readonly window: Window
  /** Absent: nobody. */
  readonly person?: PersonId
  /** Of a day: who gave it to another last, and whose it was until then, so that both can read it. */
  readonly handed?: { readonly by: PersonId; readonly at: string; readonly was?: PersonId }
}

/** One record for a point, weekday or day, and window: who plans it twice plans the same. */
export function dutyId(point: RecordId, when: string, window: Window): RecordId {
  return derivedId('duty', point, when, window)
}

/** `YYYY-MM-DD` → its weekday. */
export function weekdayOf(day: string): Weekday {
  return WEEKDAYS[(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7]!
}

/** Who may read it; what may happen to it is in `dutyVerbs.ts`. */
export const dutyOutline: Outline<Duty> = {
  kind: 'duty',
  scopeOf: (record) => ({
    place: record.place,
    group: 'bins',
    people: record.person === undefined ? [] : [record.person],
  }),
}
