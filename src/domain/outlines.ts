import { careOutline } from './doors/care.ts'
import { dutyOutline } from './bins/duty.ts'
import { feedbackOutline } from './feedback/feedback.ts'
import { heldOutline } from './held.ts'
import { incidentOutline } from './bins/incident.ts'
import { memberOutline } from './member.ts'
import { orderOutline } from './ledger/order.ts'
import { outline } from './kinds.ts'
import { placeOutline } from './places.ts'
import { reasonsOutline } from './reasons.ts'
import { reporterOutline } from './feedback/reporter.ts'
import { residentOutline } from './doors/resident.ts'
import { settingsOutline } from './settings.ts'
import { shiftOutline } from './bins/shift.ts'
import { visitOutline } from './doors/visit.ts'

/**
 * Every kind that the first screen shows, and all that lift older shapes: a start shows what lies on the disk. What may happen to
 * them, with the shapes it may take, is heavier than the screen itself and comes when something of it is to be folded.
 */
outline([
  placeOutline,
  settingsOutline,
  memberOutline,
  heldOutline,
  shiftOutline,
  incidentOutline,
  dutyOutline,
  visitOutline,
  residentOutline,
  careOutline,
  reasonsOutline,
  feedbackOutline,
  reporterOutline,
  orderOutline,
])
