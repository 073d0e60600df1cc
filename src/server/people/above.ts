import type { Feedback } from '#domain/feedback/feedback.ts'
import { type CountsAbove, countsAbove } from '#domain/countsAbove.ts'
import type { Visit } from '#domain/doors/visit.ts'
import type { PersonId, TenantId } from '#domain/ids.ts'
import type { Shift } from '#domain/bins/shift.ts'
import { upgraded } from '#domain/catalogue.ts'
import type { Order } from '#domain/ledger/order.ts'
import { appointmentsOf } from '#domain/member.ts'
import type { Place } from '#domain/places.ts'
import type { Recorded } from '#domain/record.ts'
import { inForce } from '#domain/rights.ts'
import { type Settings, settingsId } from '#domain/settings.ts'
import { compoundsOfOfficer } from './communities.ts'
import { type Invitation, personOf } from './invitations.ts'
import { memberOf, type Office, today } from './office.ts'

/** Whether somebody of the level above may be shown the counts today. */
export async function isOverseer(office: Office, tenant: TenantId, person: PersonId): Promise<boolean> {
  const day = today(office)
  const member = await memberOf(office, tenant, person)
  return appointmentsOf(member).some((one) => one.role === 'overseer' && inForce(one, day))
}

export interface CompoundCounted {
  readonly name: string
  readonly counts: CountsAbove
}

/**
 * The compounds that whoever invited them looks after now, each with its counts: an officer lets nobody see what they do not
 * answer for themselves.
 */
export async function countsFor(
  office: Office,
  tenant: TenantId,
  person: PersonId,
): Promise<readonly CompoundCounted[]> {
  const compounds = await overseenBy(office, tenant, person)
  const now = office.now().toISOString()
  return Promise.all(
    compounds.map(async (one) => ({ name: one.name, counts: await countsOf(office, one.tenant, now) })),
  )
}

/** The compounds of which somebody is shown the counts, if they are of the level above today. */
export async function overseenBy(
  office: Office,
  tenant: TenantId,
  person: PersonId,
): ReturnType<typeof compoundsOfOfficer> {
  if (!(await isOverseer(office, tenant, person))) return []
  const invitedBy = await inviterOf(office, tenant, person)
  return invitedBy ? compoundsOfOfficer(office, tenant, invitedBy) : []
}

/**
 * The invitations by which those of the level above came in whose time is not over. They alone say who invited them, and so whose
 * compounds they are shown: they stay as long.
 */
export async function invitationsAbove(office: Office, tenant: TenantId): Promise<readonly string[]> {
  const day = today(office)
  const standing: string[] = []
  for (const one of await usedAbove(office, tenant)) {
    const held = appointmentsOf(await memberOf(office, tenant, personOf(one)))
    if (held.some(({ role, to }) => role === 'overseer' && (to === undefined || to >= day)))
      standing.push(one.id)
  }
  return standing
}

async function inviterOf(office: Office, tenant: TenantId, person: PersonId): Promise<PersonId | undefined> {
  return (await usedAbove(office, tenant)).find((one) => personOf(one) === person)?.invited_by
}

/** The latest first. */
function usedAbove({ db }: Office, tenant: TenantId): Promise<readonly Invitation[]> {
  return db
    .selectFrom('invitations')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('role', '=', 'overseer')
    .where('used_at', 'is not', null)
    .orderBy('used_at', 'desc')
    .execute()
}

function countsOf({ log }: Office, tenant: TenantId, now: string): Promise<CountsAbove> {
  return log.transact(tenant, async (tx) => {
    const all = async <R extends Recorded>(kind: R['kind']) =>
      (await tx.recordsOf(kind)).map((one) => upgraded(one) as R)
    return countsAbove(
      {
        settings: (await tx.record(settingsId(tenant)))?.record as Settings | undefined,
        places: await all<Place>('place'),
        remarks: await all<Feedback>('feedback'),
        orders: await all<Order>('order'),
        shifts: await all<Shift>('shift'),
        visits: await all<Visit>('visit'),
      },
      now,
    )
  })
}
