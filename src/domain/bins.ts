import { incident } from './incident.ts'
import { shift } from './shift.ts'

/** The kinds of the bin side. */
export const bins = [shift, incident] as const
