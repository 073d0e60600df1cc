import { picklist, pipe, regex, string } from 'valibot'

/** Whose money it is: it never runs from one into another unseen. */
export const FUNDS = ['service', 'common_income', 'maintenance'] as const
export type Fund = (typeof FUNDS)[number]

export const DIRECTIONS = ['in', 'out'] as const
export type Direction = (typeof DIRECTIONS)[number]

/** What money comes for and goes for, as property companies' sheets have it; own words stand beside it. */
export const SUBJECTS_IN = ['property_fee', 'parking', 'advertising', 'charging', 'other_in'] as const
export const SUBJECTS_OUT = [
  'staff',
  'cleaning_greening',
  'lift',
  'fire',
  'public_utilities',
  'waste',
  'repair_material',
  'works',
  'remuneration',
  'tax',
  'other_out',
] as const
export const SUBJECTS = [...SUBJECTS_IN, ...SUBJECTS_OUT] as const
export type Subject = (typeof SUBJECTS)[number]

export function directionOf(subject: Subject): Direction {
  return (SUBJECTS_IN as readonly Subject[]).includes(subject) ? 'in' : 'out'
}

export const fund = picklist(FUNDS)
export const direction = picklist(DIRECTIONS)
export const subject = picklist(SUBJECTS)

/** `2024-03`, a month of the calendar in Shanghai. */
export const monthOfYear = pipe(string(), regex(/^\d{4}-(0[1-9]|1[0-2])$/))
export const bookYear = pipe(string(), regex(/^20\d\d$/))

/** The month that lies `by` months after another. */
export function monthAfter(month: string, by = 1): string {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + by
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`
}
