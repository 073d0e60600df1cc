import type { Context } from 'hono'
import type { GenericSchema } from 'valibot'
import type { Result } from '#domain/result.ts'
import type { Entered } from '#server/people/office.ts'
import { putKey } from '#server/people/deviceKeys.ts'
import { withTicket } from '#server/people/ticket.ts'
import type { ChooseReply } from '#wire/compounds.ts'
import type { Waiting } from '#wire/invitations.ts'
import type { OfficeRefusal } from '#wire/refusals.ts'
import { readForm } from './body.ts'
import type { Doors, Env } from './guard.ts'
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

/** As `act`, for what makes this browser a device: the token goes into the cookie and nowhere else. Until the inviter has said yes nothing is made. */
export async function letIn<F>(
  c: Context<Env>,
  { cookie, office }: Doors,
  schema: GenericSchema<unknown, F>,
  bytes: number,
  todo: (
    form: F,
  ) => Promise<Result<Entered | Waiting | ChooseReply, OfficeRefusal> & { readonly retryAfter?: number }>,
): Promise<Response> {
  const form = await readForm(c.req.raw, schema, bytes)
  if (!form.ok) return refuse(form.refused)
  if (cookie.isFull(c)) return refuse('compoundsMany')
  const entered = await todo(form.value)
  if (!entered.ok) return refuse(entered.refused, entered.retryAfter)
  if ('waiting' in entered.value) return c.json(entered.value, 202)
  if ('choose' in entered.value) return c.json(entered.value)
  const { token, enrolment, pass } = entered.value
  const { tenant, device, person, deviceKind: kind } = enrolment
  const signature = c.get('signature')
  if (signature.is === 'right') await putKey(office, { tenant, device }, signature.key)
  cookie.set(c, await withTicket(office.seals, token, { tenant, device, person, kind }))
  return c.json({ ...enrolment, ...(pass !== undefined && { officePass: pass }) })
}
