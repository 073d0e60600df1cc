import { binPoint } from './bins/binPoint.ts'
import { duty } from './bins/dutyVerbs.ts'
import { enter } from './kinds.ts'
import { feedback } from './feedback/feedbackVerbs.ts'
import { incident } from './bins/incidentVerbs.ts'
import { order } from './ledger/orderVerbs.ts'
import { reporter } from './feedback/reporterVerbs.ts'
import { shift } from './bins/shiftVerbs.ts'
import { visit } from './doors/visitVerbs.ts'

/**
 * The kinds that are written every day at the bins and the doors: where something of them is unsent, a start fetches these and not
 * all there are.
 */
enter([shift, incident, binPoint, duty, visit, feedback, reporter, order])
