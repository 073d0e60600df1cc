import type { IncidentType } from './incident.ts'
import type { Shift } from './shift.ts'

/** What one looks at on arrival: 桶身干净, 桶盖关好, 地面没水, 标识清楚, 异味蚊蝇. */
export const ARRIVAL_ITEMS = ['body', 'lid', 'floor', 'sign', 'odour'] as const
export type ArrivalItem = (typeof ARRIVAL_ITEMS)[number]

type Checks = Shift['checks']

export interface CheckProgress {
  readonly seen: number
  readonly of: number
  readonly toFix: number
}

/** How far a round is. 不查 is an answer: it counts as seen. */
export function checkProgress(checks: Checks, items: readonly string[] = ARRIVAL_ITEMS): CheckProgress {
  const answers = items.map((item) => checks[item])
  return {
    seen: answers.filter((answer) => answer !== undefined).length,
    of: items.length,
    toFix: answers.filter((answer) => answer === 'toFix').length,
  }
}

/** 都好 answers only what nobody has answered: what was seen to be wrong stays wrong. */
export function unanswered(checks: Checks, items: readonly string[] = ARRIVAL_ITEMS): readonly string[] {
  return items.filter((item) => checks[item] === undefined)
}

/** The incident that an item to fix usually is, so that its photo starts with the right kind. */
export function incidentOf(item: string): IncidentType | undefined {
  return isArrivalItem(item) ? TO_FIX[item] : undefined
}

const TO_FIX: Readonly<Record<ArrivalItem, IncidentType>> = {
  body: 'bin_dirty',
  lid: 'bin_broken',
  floor: 'leachate_odour',
  sign: 'sign_missing',
  odour: 'pest',
}

function isArrivalItem(item: string): item is ArrivalItem {
  return (ARRIVAL_ITEMS as readonly string[]).includes(item)
}
