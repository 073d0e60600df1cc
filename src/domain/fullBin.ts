import { type Haul, hauledAtOf } from './haul.ts'
import type { Incident } from './incident.ts'
import type { Shift } from './shift.ts'
import type { Fill, Stream } from './streams.ts'

/** How full a bin was when somebody looked last. */
export function fillNow(shift: Pick<Shift, 'fills' | 'endFills'>, stream: Stream): Fill | undefined {
  return shift.endFills?.[stream] ?? shift.fills[stream]
}

/** A note that the haulier was called because bins of a stream were full. */
export function isCall(one: Incident, stream: Stream): boolean {
  return one.type === 'overflow' && one.action === 'called_haulier' && one.stream === stream
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
  return incidents.find((one) => isCall(one, stream) && !one.voided && !came.some((lorry) => lorry > one.at))
}
