import type { PersonId, TenantId } from '#domain/ids.ts'
import { appointmentsOf, type Member } from '#domain/member.ts'
import { ok, type Result, refused } from '#domain/result.ts'
import type { Appointment } from '#domain/rights.ts'
import type { AskColleague, ColleagueRow, CompoundRow } from '#wire/compounds.ts'
import { joining } from './appointing.ts'
import { compoundOf, officeOf, type Office, type Officer, today } from './office.ts'

type Compound = Omit<CompoundRow, 'here'>

/**
 * Whoever is of the office of one of these compounds and not of the asker's: they have an account, which is good for every compound of
 * the community, and need no invitation. `compounds` are those of whose office the asker is; of others nothing is told.
 */
export async function colleaguesIn(
  office: Office,
  by: Officer,
  compounds: readonly Compound[],
): Promise<readonly ColleagueRow[]> {
  const here = new Set((await ofOffice(office, by.tenant)).map(({ person }) => person))
  const found = new Map<PersonId, ColleagueRow>()
  for (const { tenant, name: of } of compounds)
    for (const one of tenant === by.tenant ? [] : await ofOffice(office, tenant))
      if (!here.has(one.person) && !found.has(one.person)) found.set(one.person, { ...one, of })
  const accounts = await withAccount(office, [...found.keys()])
  return [...found.values()].filter(({ person }) => accounts.has(person))
}

/**
 * Asks one of them to be of the asker's office too, as long as they are of the other one's. Whoever has not heard the answer asks
 * again: they are it once.
 */
export async function askColleague(
  office: Office,
  by: Officer,
  compounds: readonly Compound[],
  form: AskColleague,
): Promise<Result<undefined, 'personUnknown' | 'notAllowed'>> {
  const person = form.person as PersonId
  if ((await ofOffice(office, by.tenant)).some((one) => one.person === person)) return ok(undefined)
  const asked = (await colleaguesIn(office, by, compounds)).find((one) => one.person === person)
  if (!asked) return refused('personUnknown')
  const { place } = await compoundOf(office, by.tenant)
  const { name, to } = asked
  const appointment: Appointment = { role: 'officer', place, from: today(office), ...(to && { to }) }
  const done = await office.act(by.tenant, by.person, [joining(person, name, place, appointment)])
  return done.ok ? ok(undefined) : refused('notAllowed')
}

/** Everybody of a compound's office today, and until when: without `to` it has no end yet. */
async function ofOffice(office: Office, tenant: TenantId): Promise<readonly Omit<ColleagueRow, 'of'>[]> {
  const { place } = await compoundOf(office, tenant)
  const members = (await office.log.transact(tenant, (tx) => tx.recordsOf('member'))) as readonly Member[]
  return members.flatMap((member) => {
    const held = officeOf(appointmentsOf(member), place, today(office))
    const ends = held.map(({ to }) => to)
    const to = ends.includes(undefined) ? undefined : ends.toSorted().at(-1)
    const person = member.id as string as PersonId
    return held.length === 0 ? [] : [{ person, name: member.name, ...(to && { to }) }]
  })
}

/** Without a passphrase there is no way in but an invitation. */
async function withAccount({ db }: Office, people: readonly PersonId[]): Promise<ReadonlySet<PersonId>> {
  if (people.length === 0) return new Set()
  const found = await db
    .selectFrom('persons')
    .select('id')
    .where('id', 'in', people)
    .where('passphrase', 'is not', null)
    .execute()
  return new Set(found.map(({ id }) => id))
}
