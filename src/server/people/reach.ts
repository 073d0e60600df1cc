import type { PersonId } from '#domain/ids.ts'
import { overseenBy } from './above.ts'
import { compoundsOfOfficer } from './communities.ts'
import type { Office, Officer } from './office.ts'

/**
 * Whether somebody is of the office of a compound, or is shown the counts of one, that whoever invites them does not look after. An
 * invitation in their name opens what is theirs, and an officer's sets the passphrase that is good for all of their compounds: it
 * must not lead whoever made it there.
 */
export async function reachesFurther(
  office: Office,
  by: Pick<Officer, 'tenant' | 'person'>,
  person: PersonId,
): Promise<boolean> {
  const own = new Set((await compoundsOfOfficer(office, by.tenant, by.person)).map(({ tenant }) => tenant))
  const theirs = [
    ...(await compoundsOfOfficer(office, by.tenant, person)),
    ...(await overseenBy(office, by.tenant, person)),
  ]
  return theirs.some(({ tenant }) => !own.has(tenant))
}
