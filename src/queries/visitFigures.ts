import { type Visit, VISIT_OUTCOMES, visitDay, type VisitOutcome } from '#domain/doors/visit.ts'
import type { Reader } from './reader.ts'

/** What came of the knocks of some days. What was taken back is in no number. */
export interface VisitFigures {
  /** Knocks, also several at one door. */
  readonly knocked: number
  /** Knocks at which somebody was there and spoke. */
  readonly met: number
  /** Each outcome, also where there was none. */
  readonly by: Readonly<Record<VisitOutcome, number>>
}

/**
 * Over the visits the reader may read, from a day to a day in Shanghai, both included. 见到 is counted over knocks, never over people:
 * nobody is compared with anybody by it.
 */
export function visitFigures(reader: Reader, from: string, to: string): VisitFigures {
  const by = Object.fromEntries(VISIT_OUTCOMES.map((outcome) => [outcome, 0])) as Record<VisitOutcome, number>
  let knocked = 0
  for (const visit of reader.all<Visit>('visit')) {
    const day = visitDay(visit)
    if (day < from || day > to) continue
    by[visit.outcome] += 1
    knocked += 1
  }
  return { knocked, met: by.met, by }
}
