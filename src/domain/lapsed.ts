import type { PersonId, RecordId } from './ids.ts'
import { type Appointment, type Ground, mayAct } from './rights.ts'
import type { Act } from './roles.ts'
import { addDays } from './workingDays.ts'

/** What only adds what somebody saw, heard or did. */
const ENTRIES: readonly Act[] = [
  'recordFeedback',
  'openOrder',
  'standShift',
  'recordIncident',
  'recordVisit',
  'noteLook',
  'takePaper',
]

/** As long as a device keeps what it sent: what comes later than that nobody remembers. */
const LAPSED_DAYS = 35

/**
 * Whether something new is taken, with a mark, from somebody whose appointment has ended lately (W8): they may have written
 * it down while they had it, and a claimed time cannot tell. `appointments` are all they ever had.
 */
export function mayStillEnter(
  actor: PersonId,
  appointments: readonly Appointment[],
  act: Act,
  record: { readonly place: RecordId; readonly author: PersonId },
  ground: Ground,
  day: string,
): boolean {
  if (!ENTRIES.includes(act)) return false
  const since = addDays(day, -LAPSED_DAYS)
  const lately = appointments.flatMap(({ to, ...one }) => (to === undefined || to >= since ? [one] : []))
  return mayAct(actor, lately, act, record, ground, day)
}
