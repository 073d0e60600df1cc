import type { Context, MiddlewareHandler } from 'hono'
import type { PersonId, TenantId } from '#domain/ids.ts'
import { type Device, findDevice, forgotten } from '#server/people/devices.ts'
import { type Guesses, guesser } from '#server/people/guesses.ts'
import { isOfOffice, isSetUp, type Office } from '#server/people/office.ts'
import { findSession } from '#server/people/sessions.ts'
import { ticketIn, tokenIn } from '#server/people/ticket.ts'
import type { SessionCookie } from './cookie.ts'
import { refuse } from './refuse.ts'
import type { RouteRow } from './routes.ts'

/** Who asks: a device that is enrolled, and the person who was let in last on it. */
export interface Caller {
  readonly tenant: TenantId
  readonly device: Device
  readonly person: PersonId
}

export interface Env {
  Variables: { caller: Caller }
}

export interface Doors {
  readonly office: Office
  readonly cookie: SessionCookie
}

export interface GuardDeps extends Doors {
  readonly guesses: Guesses
  readonly demo: boolean
  addressOf(c: Context): string | undefined
}

/** Wrong guesses are answered with these; any other answer means that the guess was right or none was made. */
const WRONG = [401, 403, 404]

/** Lets through who may; the handlers behind it need not ask again. */
export function guard(deps: GuardDeps, row: RouteRow): MiddlewareHandler<Env> {
  return async (c, next) => {
    if (row.demo && !deps.demo) return refuse('notFound')
    if (row.beforeSetUp && (await isSetUp(deps.office.db))) return refuse('alreadySetUp')
    if (row.guessed) return guessing(deps, c, next)
    if (row.may === 'anybody') return next()

    const caller = await callerOf(deps, c)
    if (!caller) return refuse('signInFirst')
    if (row.may !== 'formerDevice' && caller.device.revoked) return refuse('notAllowed')
    if (row.may === 'office' && !(await isOfOffice(deps.office, caller.tenant, caller.person)))
      return refuse('notAllowed')
    c.set('caller', caller)
    return next()
  }
}

/** The device a browser is, if it is one; also a revoked one, and one that only its ticket still speaks for. */
export async function callerOf({ office, cookie }: Doors, c: Context): Promise<Caller | undefined> {
  const text = cookie.read(c)
  if (text === undefined) return undefined
  const session = await findSession(office.db, office.seals.digest, tokenIn(text))
  const device = session && (await findDevice(office.db, session.device))
  if (session && device) return { tenant: device.tenant, device, person: session.person }

  // W7: a database that was put back has forgotten it. A session that was ended leaves its device known.
  const ticket = await ticketIn(office.seals, text)
  if (!ticket || (await findDevice(office.db, ticket.device))) return undefined
  return { tenant: ticket.tenant, device: forgotten(ticket), person: ticket.person }
}

async function guessing(
  deps: GuardDeps,
  c: Context,
  next: () => Promise<void>,
): Promise<Response | undefined> {
  const address = guesser(deps.addressOf(c))
  const tried = deps.guesses.try(address)
  if (!tried.ok) return refuse('tooOften', tried.retryAfter)
  await next()
  if (!WRONG.includes(c.res.status)) deps.guesses.right(address)
  return undefined
}
