import type { DeviceId, PersonId } from '#domain/ids.ts'
import { findDevice } from './devices.ts'
import { type Entered, enrolmentOf, type Office } from './office.ts'
import type { PeopleDb } from './schema.ts'
import { openSession } from './sessions.ts'

/** How long the same browser may confirm again what it has not heard the answer of. */
const PATIENCE = 15 * 60_000

/** What was confirmed, and by which browser: a number it made itself, kept as a digest. */
export interface Attempt {
  /** `setup`, or the invitation's id. */
  readonly what: string
  readonly attempt: string | undefined
}

/** In the transaction that uses the invitation up: from now on the same attempt leads to the same device. */
export async function rememberAttempt(
  { seals, now }: Office,
  db: PeopleDb,
  { what, attempt }: Attempt,
  entered: { readonly device: DeviceId; readonly person: PersonId },
): Promise<void> {
  if (attempt === undefined) return
  const at = now()
  const old = new Date(at.getTime() - PATIENCE).toISOString()
  await db.deleteFrom('attempts').where('made_at', '<=', old).execute()
  const row = { hash: await seals.digest(`attempt ${what} ${attempt}`), made_at: at.toISOString() }
  await db
    .insertInto('attempts')
    .values({ ...row, device: entered.device, person: entered.person })
    .execute()
}

/**
 * The answer of an attempt again, when it was lost on its way: the same person on the same device, with a cookie of its
 * own. Undefined for another browser, after a quarter of an hour, and when the device was stopped meanwhile.
 */
export async function enteredBefore(office: Office, attempt: Attempt): Promise<Entered | undefined> {
  const found = await deviceOf(office, attempt)
  if (!found) return undefined
  const { device, person } = found
  const token = await openSession(
    office.db,
    office.seals.digest,
    { device, person },
    office.now().toISOString(),
  )
  return { token, enrolment: await enrolmentOf(office, found) }
}

/** Whether this very browser has used it up just now; looking opens nothing. */
export async function wasHere(office: Office, attempt: Attempt): Promise<boolean> {
  return (await deviceOf(office, attempt)) !== undefined
}

async function deviceOf({ db, seals, now }: Office, { what, attempt }: Attempt) {
  if (attempt === undefined) return undefined
  const made = await db
    .selectFrom('attempts')
    .select(['device', 'person'])
    .where('hash', '=', await seals.digest(`attempt ${what} ${attempt}`))
    .where('made_at', '>', new Date(now().getTime() - PATIENCE).toISOString())
    .executeTakeFirst()
  const device = made && (await findDevice(db, made.device))
  return device && !device.revoked ? { ...device, person: made.person } : undefined
}
