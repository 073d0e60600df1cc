import { integer, maxValue, minValue, number, picklist, pipe, strictObject } from 'valibot'
import { DUE, type DueTable, type Term } from './due.ts'
import type { OwnDays } from '#domain/window.ts'

export const TERM_UNITS = ['hours', 'workingDays', 'days'] as const
export type TermUnit = (typeof TERM_UNITS)[number]

/** A time to keep as the compound says it. */
export interface OwnTerm {
  readonly unit: TermUnit
  readonly count: number
}

/** One line of the compound's table: what is field for field its own, so that two who change two lines change both. */
export const TERM_FIELDS = [
  'dueFixNow',
  'dueActSoon',
  'dueVisiblePlan',
  'dueU1',
  'dueU2',
  'dueU3',
  'dueU4',
  'dueReopened',
] as const
export type TermField = (typeof TERM_FIELDS)[number]

/** When somebody is on duty, clock times in Shanghai. What does not burn waits for it. */
export interface Duty {
  readonly from: string
  readonly to: string
}
export const DUTY: Duty = { from: '08:00', to: '21:00' }

export type OwnTimes = Readonly<Partial<Record<TermField, OwnTerm>>> & { readonly duty?: Duty }

export const term = strictObject({
  unit: picklist(TERM_UNITS),
  count: pipe(number(), integer(), minValue(1), maxValue(365)),
})

/** What holds where the compound has said nothing. */
export const USUAL_TERMS: Readonly<Partial<Record<TermField, Term>>> = {
  dueFixNow: DUE.track.fix_now,
  dueActSoon: DUE.track.act_soon,
  dueVisiblePlan: DUE.track.visible_plan,
  ...(DUE.urgency.u1 && { dueU1: DUE.urgency.u1 }),
  ...(DUE.urgency.u2 && { dueU2: DUE.urgency.u2 }),
  dueReopened: DUE.reopened,
}

function termOf({ unit, count }: OwnTerm): Term {
  return unit === 'hours' ? { hours: count } : unit === 'days' ? { days: count } : { workingDays: count }
}

export function ownTermOf(one: Term): OwnTerm {
  if ('hours' in one) return { unit: 'hours', count: one.hours }
  return 'days' in one ? { unit: 'days', count: one.days } : { unit: 'workingDays', count: one.workingDays }
}

/** The times that hold in a compound, with its duty hours and its own days. */
export function dueTableOf(settings: (OwnTimes & { readonly ownDays?: OwnDays }) | undefined): DueTable {
  const said = (field: TermField): Term | undefined =>
    settings?.[field] ? termOf(settings[field]) : USUAL_TERMS[field]
  const urgencies = [
    ['u1', said('dueU1')],
    ['u2', said('dueU2')],
    ['u3', said('dueU3')],
    ['u4', said('dueU4')],
  ] as const
  return {
    track: {
      fix_now: said('dueFixNow') ?? DUE.track.fix_now,
      act_soon: said('dueActSoon') ?? DUE.track.act_soon,
      visible_plan: said('dueVisiblePlan') ?? DUE.track.visible_plan,
    },
    urgency: Object.fromEntries(urgencies.filter(([, one]) => one !== undefined)),
    reopened: said('dueReopened') ?? DUE.reopened,
    duty: settings?.duty ?? DUTY,
    ...(settings?.ownDays && { ownDays: settings.ownDays }),
  }
}
