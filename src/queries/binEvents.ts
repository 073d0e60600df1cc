import type { Haul } from '#domain/bins/haul.ts'
import type { RecordId } from '#domain/ids.ts'
import { type Incident, INCIDENTS, type IncidentType } from '#domain/bins/incident.ts'
import type { Recorded } from '#domain/record.ts'
import type { Shift } from '#domain/bins/shift.ts'
import { dayOf } from '#domain/workingDays.ts'
import type { View } from '#store/view.ts'
import type { Span } from './sheet.ts'

/** What happened beside the bins in a span, in the order of time. */
export interface BinEvents {
  readonly incidents: readonly Incident[]
  readonly hauls: readonly Haul[]
}

/**
 * It lies on the day of its shift; what was written down without a shift, or whose shift is not here, on the day of its
 * own hour. So nothing is lost, and nothing is there twice.
 */
export function eventsIn(view: Pick<View, 'all'>, { point, from, to }: Span): BinEvents {
  const days = new Map<RecordId, string>()
  for (const one of view.all<Shift>('shift')) if (!one.voided) days.set(one.id, one.day)
  const within = <R extends Recorded & { readonly shift?: RecordId }>(records: readonly R[]): readonly R[] =>
    records
      .filter((one) => {
        if (one.voided || (point !== undefined && one.place !== point)) return false
        const day = (one.shift && days.get(one.shift)) ?? dayOf(one.at)
        return from <= day && day <= to
      })
      .sort((a, b) => (a.at < b.at || (a.at === b.at && a.id < b.id) ? -1 : 1))
  return { incidents: within(view.all<Incident>('incident')), hauls: within(view.all<Haul>('haul')) }
}

export interface Kind {
  readonly type: IncidentType
  readonly count: number
}

/** By kind, the most frequent first; of two that are as frequent the one that stands first among the keys. */
export function kindsOf(incidents: readonly Pick<Incident, 'type'>[]): readonly Kind[] {
  const counts = new Map<IncidentType, number>()
  for (const { type } of incidents) counts.set(type, (counts.get(type) ?? 0) + 1)
  return INCIDENTS.flatMap((type) => {
    const count = counts.get(type)
    return count === undefined ? [] : [{ type, count }]
  }).sort((a, b) => b.count - a.count)
}
