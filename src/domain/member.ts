import type { PersonId, RecordId } from './ids.ts'
import type { Outline, Recorded } from './record.ts'
import type { Appointment } from './rights.ts'
import { addDays, dayOf } from './workingDays.ts'

/** Somebody of the compound's team; the record has the person's id. Rights are read from here. */
export interface Member extends Recorded {
  readonly kind: 'member'
  /** 称呼: how colleagues call them. */
  readonly name: string
  readonly appointments: readonly Appointment[]
  /** From before they left and came back. */
  readonly former?: readonly Appointment[]
  /** When they left, ISO instant; from then on no appointment counts. */
  readonly endedAt?: string
}

export function memberId(person: PersonId): RecordId {
  return person as string as RecordId
}

/** The appointments that may count at all; each still has its days. */
export function appointmentsOf(record: Member | undefined): readonly Appointment[] {
  return record === undefined || record.endedAt !== undefined ? [] : record.appointments
}

/** All they ever had; who left had nothing any more on the day they did. */
export function everAppointed(record: Member | undefined): readonly Appointment[] {
  if (!record) return []
  const { appointments, former = [], endedAt } = record
  if (endedAt === undefined) return appointments.reduce(withAppointment, former)
  const last = addDays(dayOf(endedAt), -1)
  return appointments
    .map((one) => (one.to !== undefined && one.to < last ? one : { ...one, to: last }))
    .reduce(withAppointment, former)
}

export const NONE: readonly Appointment[] = []

/** One set on top of the others; of the same role, place and first day the last word holds. */
export function withAppointment(all: readonly Appointment[], one: Appointment): readonly Appointment[] {
  const isSame = (other: Appointment) =>
    other.role === one.role && other.place === one.place && other.from === one.from
  return all.some(isSame) ? all.map((other) => (isSame(other) ? one : other)) : [...all, one]
}

/** Who may read it; what may happen to it is in `memberVerbs.ts`. */
export const memberOutline: Outline<Member> = {
  kind: 'member',
  scopeOf: (record) => ({ place: record.place, group: 'team', people: [] }),
}
