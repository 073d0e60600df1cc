import type { Due } from './due.ts'
import type { Order } from './order.ts'
import { reopenings } from './orderClock.ts'

/** 三色预警, for exports and reports only: screens say a word and the hours. */
export const COLOURS = ['green', 'yellow', 'red'] as const
export type Colour = (typeof COLOURS)[number]

/**
 * Green: more than a quarter of the time is left. Yellow: a quarter or less. Red: over, or opened again twice. Held or outside
 * with a reason and a next date is green: nothing is held without them. Undefined for what is done, or never received.
 */
export function colourOf(due: Due, order?: Order): Colour | undefined {
  if (due.standing === 'done' || due.standing === 'notReceived' || due.standing === 'untold') return undefined
  if (due.standing === 'overdue' || (order && reopenings(order).length >= 2)) return 'red'
  return due.standing === 'soon' ? 'yellow' : 'green'
}
