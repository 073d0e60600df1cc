import { type InferOutput, minLength, object, optional, picklist, pipe } from 'valibot'
import { id as anyId, type PersonId } from '#domain/ids.ts'
import { ROLES, type Role } from '#domain/roles.ts'
import { calendarDay } from '#domain/window.ts'

const id = pipe(anyId, minLength(1))

/**
 * POST /api/appointments/hand-over → `{}`: somebody else has this role at this place from a day on, and the one who had it until
 * then has it up to the day before. With `until` they keep it, and the other one has it beside them for these days: a deputy.
 */
export const handOverSchema = object({
  person: id,
  role: picklist(Object.keys(ROLES) as Role[]),
  place: id,
  to: id,
  from: calendarDay,
  until: optional(calendarDay),
})
export type HandOver = InferOutput<typeof handOverSchema>

/** In `MeReply`: a place that was somebody's of this device, and who has it now. */
export interface HandedRow {
  /** The same as the device's own of it. */
  readonly key: string
  readonly person: PersonId
  /** 1栋 2单元; empty is the whole compound. */
  readonly where: string
  /** What the other one is called. */
  readonly to: string
  /** First day of the other one, `YYYY-MM-DD`. */
  readonly day: string
}
