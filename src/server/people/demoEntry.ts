import type { PersonId } from '#domain/ids.ts'
import { appointmentsOf, type Member } from '#domain/member.ts'
import { ok, type Result, refused } from '#domain/result.ts'
import { inForce } from '#domain/rights.ts'
import type { Role } from '#domain/roles.ts'
import { type Entered, enrolmentOf, enter, type Office, today } from './office.ts'

/** One tap on a demonstration: a new device for who joined first of those who have this role today. Bin supervisors get a shared tablet. */
export async function enterDemo(
  office: Office,
  role: Role,
): Promise<Result<Entered, 'personUnknown' | 'notSetUp'>> {
  // The demonstration is what was there first; others may have been added to it.
  const compound = await office.db
    .selectFrom('compounds')
    .select('tenant')
    .orderBy('made_at')
    .orderBy('tenant')
    .limit(1)
    .executeTakeFirst()
  if (!compound) return refused('notSetUp')
  const { tenant } = compound
  const day = today(office)
  const members = (await office.log.transact(tenant, (tx) => tx.recordsOf('member'))) as readonly Member[]
  const found = [...members]
    .sort(earlierFirst)
    .find((one) => appointmentsOf(one).some((held) => held.role === role && inForce(held, day)))
  if (!found) return refused('personUnknown')
  const entering = {
    tenant,
    person: found.id as string as PersonId,
    kind: role === 'supervisor' ? 'shared' : 'own',
  } as const
  const { token, device } = await office.db.transaction().execute((db) => enter(office, db, entering))
  return ok({ token, enrolment: await enrolmentOf(office, { ...entering, device }) })
}

function earlierFirst(a: Member, b: Member): number {
  const [first, second] = a.at === b.at ? [a.id, b.id] : [a.at, b.at]
  return first < second ? -1 : 1
}
