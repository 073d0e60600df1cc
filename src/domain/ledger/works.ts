import type { Fund } from '#domain/money/accountWords.ts'
import type { ChangeId, PersonId, RecordId } from '#domain/ids.ts'
import type { Recorded } from '#domain/record.ts'

/** Each step is written once, with who and when; a claimed time. */
interface Step {
  readonly id: ChangeId
  readonly by: PersonId
  readonly at: string
}

/** A remark or an order that asked for it, and how many homes spoke through it when it was put here. */
export interface WorksVoice extends Step {
  readonly of: RecordId
  readonly homes: number
}

export interface Quote extends Step {
  readonly vendor: string
  readonly cents: number
  /** `YYYY-MM-DD` */
  readonly day: string
  readonly photos: readonly string[]
}

export const APPROVALS = ['council', 'owners', 'manager'] as const
/** 议事会议定, 业主共同决定, 物业在预算内定的. */
export type ApprovedBy = (typeof APPROVALS)[number]

export interface Approval extends Step {
  readonly approved: ApprovedBy
  readonly day: string
  readonly note?: string
  /** The resolution it follows from. */
  readonly cause?: RecordId
}

/** Known by its words: who names the same step twice means the same. */
export interface Milestone extends Step {
  readonly label: string
  /** Planned; absent for one that was only written when it was done. */
  readonly day?: string
  readonly done?: string
  readonly photos: readonly string[]
}

/** Somebody who lives here looked at it and said so. */
export interface Acceptance extends Step {
  readonly day: string
  readonly note: string
  /** What the resident is called, where somebody else wrote it down for them. */
  readonly name?: string
}

/** Something built or repaired for everybody, from the need to the warranty. */
export interface Works extends Recorded {
  readonly kind: 'works'
  readonly label: string
  readonly need?: string
  readonly voices: readonly WorksVoice[]
  readonly quotes: readonly Quote[]
  readonly approvals: readonly Approval[]
  readonly milestones: readonly Milestone[]
  readonly acceptances: readonly Acceptance[]
  readonly vendor?: string
  /** Cents. */
  readonly budget?: number
  readonly cost?: number
  readonly fund?: Fund
  /** `YYYY-MM-DD` */
  readonly warrantyUntil?: string
  readonly before: readonly string[]
  readonly after: readonly string[]
  readonly cancelled?: { readonly by: PersonId; readonly at: string; readonly reason: string }
}

/** So many residents have to have looked at it. */
export const ACCEPTED_BY = 2

/**
 * How many residents accepted it. Whoever wrote for themself counts once, and a resident somebody wrote down counts once,
 * whoever wrote them down and however often.
 */
export function acceptedBy({ acceptances }: Pick<Works, 'acceptances'>): number {
  return new Set(
    acceptances.map(({ name, by }) =>
      name === undefined
        ? `person ${by}`
        : `name ${name.normalize('NFKC').replace(/\s/gu, '').toLowerCase()}`,
    ),
  ).size
}

export const WORKS_STATES = [
  'need',
  'quotes',
  'approved',
  'underWay',
  'finished',
  'accepted',
  'cancelled',
] as const
export type WorksState = (typeof WORKS_STATES)[number]

/** How far it is, worked out from its steps. */
export function stateOfWorks(works: Works): WorksState {
  if (works.cancelled) return 'cancelled'
  if (acceptedBy(works) >= ACCEPTED_BY) return 'accepted'
  const { milestones } = works
  const done = milestones.filter((one) => one.done !== undefined).length
  if (done > 0 && done === milestones.length) return 'finished'
  if (done > 0) return 'underWay'
  if (works.approvals.length > 0) return 'approved'
  return works.quotes.length > 0 ? 'quotes' : 'need'
}

/** The last day on which something of it was finished. */
export function finishedOn({ milestones }: Pick<Works, 'milestones'>): string | undefined {
  return milestones
    .flatMap((one) => one.done ?? [])
    .sort()
    .at(-1)
}
