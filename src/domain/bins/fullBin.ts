import { type Haul, hauledAtOf } from './haul.ts'
import type { Incident } from './incident.ts'
import { stepsOf } from './incidentSteps.ts'
import type { Shift } from './shift.ts'
import type { Fill, Stream } from './streams.ts'

/** How full a bin was when somebody looked last. */
export function fillNow(shift: Pick<Shift, 'fills' | 'endFills'>, stream: Stream): Fill | undefined {
  return shift.endFills?.[stream] ?? shift.fills[stream]
}

/**
 * When the haulier was called about full bins of a stream, ISO instant: with the note, or as a later step of it. Undefined
 * where it is no such note.
 */
export function calledAt(one: Incident, stream: Stream): string | undefined {
  if (one.type !== 'overflow' || one.stream !== stream) return undefined
  return stepsOf(one).findLast((step) => step.action === 'called_haulier')?.at
}

/**
 * The call for a stream that still stands: noted, and the lorry has not come for it since. Incidents and hauls are those of
 * one sheet. A call that stands is not noted a second time.
 */
export function standingCall(
  stream: Stream,
  incidents: readonly Incident[],
  hauls: readonly Haul[],
): Incident | undefined {
  const came = hauls.filter((one) => one.stream === stream && !one.voided).map(hauledAtOf)
  return incidents.find((one) => {
    const called = calledAt(one, stream)
    return called !== undefined && !one.voided && !came.some((lorry) => lorry > called)
  })
}
