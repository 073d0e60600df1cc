import {
  array,
  maxLength,
  minLength,
  optional,
  picklist,
  pipe,
  regex,
  strictObject,
  string,
  transform,
} from 'valibot'
import { ALREADY } from './change.ts'
import { id, type PersonId, type RecordId } from './ids.ts'
import { same } from './merge.ts'
import { applied, creation, fresh, type Kind, type Recorded, verb } from './record.ts'
import { type Appointment, ROLES, type Role } from './rights.ts'
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

const day = pipe(string(), regex(/^\d{4}-\d{2}-\d{2}$/))
const name = pipe(string(), minLength(1), maxLength(20))
const appointment = pipe(
  strictObject({ role: picklist(Object.keys(ROLES) as Role[]), place: id, from: day, to: optional(day) }),
  transform(({ role, place, from, to }): Appointment => ({
    role,
    place: place as RecordId,
    from,
    ...(to !== undefined && { to }),
  })),
)

export const member: Kind<Member> = {
  kind: 'member',
  sealed: false,
  scopeOf: (record) => ({ place: record.place, group: 'team', people: [] }),
  verbs: {
    /** `place` is the compound. Somebody who is here already gets the appointments on top; who had left is back. */
    join: creation({
      v: 1,
      args: strictObject({ place: id, name, appointments: pipe(array(appointment), maxLength(20)) }),
      act: 'setUp',
      create: (args, change, stamp): Member => ({
        ...fresh('member', args.place as RecordId, change, stamp),
        kind: 'member',
        name: args.name,
        appointments: args.appointments.reduce(withAppointment, NONE),
      }),
      meet: (record: Member, args) => {
        const { endedAt, ...rest } = record
        if (endedAt !== undefined)
          return applied({
            ...rest,
            appointments: args.appointments.reduce(withAppointment, NONE),
            former: everAppointed(record),
          })
        const appointments = args.appointments.reduce(withAppointment, record.appointments)
        return same(appointments, record.appointments) ? ALREADY : applied({ ...rest, appointments })
      },
    }),
    /** Adds an appointment, or sets another end to the one of the same role, place and first day. */
    appoint: verb({
      v: 1,
      args: strictObject({ appointment }),
      act: 'setUp',
      fold: (record: Member, args) => {
        const appointments = withAppointment(record.appointments, args.appointment)
        return same(appointments, record.appointments) ? ALREADY : applied({ ...record, appointments })
      },
    }),
    end: verb({
      v: 1,
      args: strictObject({}),
      act: 'setUp',
      fold: (record: Member, _, change, stamp) =>
        record.endedAt === undefined
          ? applied({ ...record, endedAt: stamp?.receivedAt ?? change.at })
          : ALREADY,
    }),
  },
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

const NONE: readonly Appointment[] = []

function withAppointment(all: readonly Appointment[], one: Appointment): readonly Appointment[] {
  const isSame = (other: Appointment) =>
    other.role === one.role && other.place === one.place && other.from === one.from
  return all.some(isSame) ? all.map((other) => (isSame(other) ? one : other)) : [...all, one]
}
