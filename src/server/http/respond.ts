import type { Context } from 'hono'
import type { GenericSchema } from 'valibot'
import type { Result } from '#domain/result.ts'
import type { Entered } from '#server/people/office.ts'
import { withTicket } from '#server/people/ticket.ts'
import type { OfficeRefusal } from '#wire/refusals.ts'
import { readForm } from './body.ts'
import type { Doors } from './guard.ts'
import { refuse } from './refuse.ts'

/** Reads a form, does what is to be done, and answers the value or the refusal. */
export async function act<F, T>(
  c: Context,
  schema: GenericSchema<unknown, F>,
  bytes: number,
  todo: (form: F) => Promise<Result<T, OfficeRefusal>>,
): Promise<Response> {
  const form = await readForm(c.req.raw, schema, bytes)
  if (!form.ok) return refuse(form.refused)
  const done = await todo(form.value)
  return done.ok ? c.json(done.value ?? {}) : refuse(done.refused)
}

/** As `act`, for what makes this browser a device: the token goes into the cookie and nowhere else. */
export async function letIn<F>(
  c: Context,
  { cookie, office }: Doors,
  schema: GenericSchema<unknown, F>,
  bytes: number,
  todo: (form: F) => Promise<Result<Entered, OfficeRefusal>>,
): Promise<Response> {
  const form = await readForm(c.req.raw, schema, bytes)
  if (!form.ok) return refuse(form.refused)
  const entered = await todo(form.value)
  if (!entered.ok) return refuse(entered.refused)
  const { token, enrolment } = entered.value
  const { tenant, device, person, deviceKind: kind } = enrolment
  cookie.set(c, await withTicket(office.seals, token, { tenant, device, person, kind }))
  return c.json(enrolment)
}
