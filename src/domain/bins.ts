import { binPoint } from './binPoint.ts'
import { duty } from './duty.ts'
import { haul } from './haul.ts'
import { incident } from './incident.ts'
import { lookup } from './lookup.ts'
import { recording } from './recording.ts'
import { shift } from './shift.ts'
import { wasteRule } from './wasteRule.ts'

/** The kinds of the bin side. */
export const bins = [shift, incident, haul, binPoint, duty, wasteRule, lookup, recording] as const
