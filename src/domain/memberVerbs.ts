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
import { id, type RecordId } from './ids.ts'
import { same } from './merge.ts'
import { applied, creation, fresh, type Kind, verb } from './record.ts'
import type { Appointment } from './rights.ts'
import { ROLES, type Role } from './roles.ts'
import { everAppointed, type Member, NONE, withAppointment, memberOutline } from './member.ts'

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
  ...memberOutline,
  sealed: false,
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
