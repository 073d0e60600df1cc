import type { Context, MiddlewareHandler } from 'hono'
import type { PersonId, TenantId } from '#domain/ids.ts'
import { isOverseer } from '#server/people/above.ts'
import { type Device, findDevice, forgotten } from '#server/people/devices.ts'
import { keyOf, type Proof } from '#server/people/deviceKeys.ts'
import { type Guesses, guesser } from '#server/people/guesses.ts'
import { isOfOffice, isSetUp, type Office } from '#server/people/office.ts'
import { passIn } from '#server/people/officePass.ts'
import type { Moments } from '#server/people/moments.ts'
import { findSession } from '#server/people/sessions.ts'
import { ticketIn, tokenIn } from '#server/people/ticket.ts'
import { VISIT_HEADER } from '#domain/signedRequest.ts'
import { PASS_HEADER } from '#wire/office.ts'
import type { SessionCookie } from './cookie.ts'
import { refuse } from './refuse.ts'
import type { RouteRow } from './routes.ts'
import { type Signature, signatureOf } from './signature.ts'

/** Who asks: a device that is enrolled, and the person who was let in last on it. */
export interface Caller {
  readonly tenant: TenantId
  readonly device: Device
  readonly person: PersonId
}

export interface Env {
  Variables: { caller: Caller; signature: Signature }
}

export interface Doors {
  readonly office: Office
  readonly cookie: SessionCookie
}

export interface GuardDeps extends Doors {
  readonly guesses: Guesses
  readonly moments: Moments
  readonly demo: boolean
  addressOf(c: Context): string | undefined
}

/** Wrong guesses are answered with these; any other answer means that the guess was right or none was made. */
const WRONG = [401, 403, 404]

/** Lets through who may; the handlers behind it need not ask again. */
export function guard(deps: GuardDeps, row: RouteRow): MiddlewareHandler<Env> {
  return async (c, next) => {
    if (deps.cookie.named(c) === 'wrong') return refuse('badRequest')
    if (row.demo && !deps.demo) return refuse('notFound')
    if (row.beforeSetUp && (await isSetUp(deps.office.db))) return refuse('alreadySetUp')
    const signed = async () => {
      const signature = await signatureOf(c, deps.moments, row.bytes)
      if (signature instanceof Response) return signature
      c.set('signature', signature)
      return undefined
    }
    if (row.may === 'anybody') {
      const entering = async () => {
        const no = await signed()
        if (!no) await next()
        return no
      }
      return row.guessed ? guessing(deps, c, entering) : entering()
    }

    const known = await callerOf(deps, c)
    if (!known) return refuse('signInFirst')
    const no = await signed()
    if (no) return no
    const caller = { ...known, device: await provenOn(deps, c, row, known) }
    if (caller.device.unproven && !row.brings) return refuse('notAllowed')
    if (row.may !== 'formerDevice' && caller.device.revoked) return refuse('notAllowed')
    if (row.may === 'counts' && !(await isAbove(deps, caller))) return refuse('notAllowed')
    if (row.may !== 'office') {
      c.set('caller', caller)
      return next()
    }
    const person = await officerAt(deps, c, caller)
    if (!(await isOfOffice(deps.office, caller.tenant, person ?? caller.person))) return refuse('notAllowed')
    if (!person) return refuse('passphraseAgain')
    c.set('caller', { ...caller, person })
    return next()
  }
}

/** On a device of several people nobody knows who looks. */
async function isAbove({ office }: GuardDeps, { tenant, device, person }: Caller): Promise<boolean> {
  return device.kind === 'own' && isOverseer(office, tenant, person)
}

/** The device as it is for this request: one whose key did not sign is shown nothing, and what it has not sent is taken. */
async function provenOn(
  { office }: GuardDeps,
  c: Context<Env>,
  row: RouteRow,
  { device }: Caller,
): Promise<Device> {
  if (row.bare) return device
  const signature = c.get('signature')
  const proof: Proof = await keyOf(office, device, signature.is === 'right' ? signature : undefined)
  if (proof.visit !== undefined) c.header(VISIT_HEADER, String(proof.visit))
  return proof.is === 'device' ? device : { ...device, revoked: true, unproven: true }
}

/** The device of a browser that comes in anew; undefined too where its key did not sign: then it becomes another one. */
export async function hereOf(doors: Doors, c: Context<Env>): Promise<Device | undefined> {
  const device = (await callerOf(doors, c))?.device
  const signature = c.get('signature')
  const isOurs = device?.key === undefined || (signature.is === 'right' && signature.key === device.key)
  return isOurs ? device : undefined
}

/** Who stands there as an officer; undefined: on a tablet of several people nobody has said their passphrase. */
async function officerAt(
  { office, demo }: GuardDeps,
  c: Context,
  { device, person }: Caller,
): Promise<PersonId | undefined> {
  // The invented people of a demonstration have neither PIN nor passphrase.
  return device.kind === 'own' || demo
    ? person
    : passIn(office, device.device, c.req.header(PASS_HEADER) ?? '')
}

/**
 * The device a browser is, if it is one; also a revoked one, and one that only its ticket still speaks for. A request that names a
 * compound is answered as a device of that compound, or of none.
 */
export async function callerOf(doors: Doors, c: Context): Promise<Caller | undefined> {
  const text = doors.cookie.read(c)
  const found = text === undefined ? undefined : await callerBy(doors.office, text)
  const named = doors.cookie.named(c)
  return named === undefined || named === found?.tenant ? found : undefined
}

async function callerBy(office: Office, text: string): Promise<Caller | undefined> {
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
  next: () => Promise<Response | undefined>,
): Promise<Response | undefined> {
  const address = guesser(deps.addressOf(c))
  const tried = deps.guesses.try(address)
  if (!tried.ok) return refuse('tooOften', tried.retryAfter)
  const no = await next()
  if (no) return no
  if (!WRONG.includes(c.res.status)) deps.guesses.right(address)
  return undefined
}
