import type { PersonId, RecordId } from '#domain/ids.ts'
import { memberId } from '#domain/member.ts'
import type { Appointment } from '#domain/rights.ts'

/** Somebody comes into a compound, with what they do there. */
export function joining(person: PersonId, name: string, compound: RecordId, appointment: Appointment) {
  const args = { place: compound, name, appointments: [appointment] }
  return { record: memberId(person), name: 'member.join', v: 1, args }
}

export function appointing(person: PersonId, appointment: Appointment) {
  return { record: memberId(person), name: 'member.appoint', v: 1, args: { appointment } }
}
