import { binPoint } from './bins/binPoint.ts'
import { duty } from './bins/duty.ts'
import { feedback } from './feedback/feedback.ts'
import { held } from './held.ts'
import { incident } from './bins/incident.ts'
import { enter } from './kinds.ts'
import { member } from './member.ts'
import { order } from './ledger/orderVerbs.ts'
import { place } from './places.ts'
import { reporter } from './feedback/reporter.ts'
import { settings } from './settings.ts'
import { shift } from './bins/shift.ts'
import { visit } from './doors/visit.ts'

/**
 * The kinds that are written from the first screen, and all that lift older shapes: a start shows what lies on the disk before the
 * others are fetched.
 */
enter([place, settings, member, held, shift, incident, binPoint, duty, visit, feedback, reporter, order])
