import type { PersonId, TenantId } from '#domain/ids.ts'
import { compoundPlace } from '#domain/places.ts'
import { ok, type Result, refused } from '#domain/result.ts'
import type { AddCompound, CompoundRow, CompoundsReply } from '#wire/compounds.ts'
import { isOfOffice, memberOf, type Office, type Officer } from './office.ts'
import { colleaguesIn } from './colleagues.ts'
import { fitsPassphrase } from './passphrase.ts'
import { found, type RosterRefusal, readRoster } from './setUp.ts'

type Compound = Omit<CompoundRow, 'here'>

/**
 * The compounds of a person's community in which they are of the office today. Their account is one for all of them; what they
 * may read and do in each is said by the appointments there alone.
 */
export async function compoundsOfOfficer(
  office: Office,
  tenant: TenantId,
  person: PersonId,
): Promise<readonly Compound[]> {
  const { community } = await linkOf(office, tenant)
  const all = await office.db
    .selectFrom('compounds')
    .select(['tenant', 'name'])
    .where((eb) => (community === null ? eb('tenant', '=', tenant) : eb('community', '=', community)))
    .orderBy('made_at')
    .orderBy('tenant')
    .execute()
  const theirs: Compound[] = []
  for (const one of all) if (await isOfOffice(office, one.tenant, person)) theirs.push(one)
  return theirs
}

export async function listCompounds(office: Office, by: Officer): Promise<CompoundsReply> {
  const { name } = await linkOf(office, by.tenant)
  const compounds = await compoundsOfOfficer(office, by.tenant, by.person)
  return {
    ...(name !== null && { community: name }),
    compounds: compounds.map((one) => ({ ...one, here: one.tenant === by.tenant })),
    colleagues: await colleaguesIn(office, by, compounds),
  }
}

/**
 * Another compound of the community, by the same steps as the first, and with nothing of it: a log, places, words and people of
 * its own. Its first officer is whoever adds it. Whoever has not heard the answer finds it in the list: there is one of a name.
 */
export async function addCompound(
  office: Office,
  by: Officer,
  form: AddCompound,
): Promise<Result<CompoundRow, RosterRefusal | 'loginWrong' | 'compoundHere'>> {
  const account = await office.db
    .selectFrom('persons')
    .select('passphrase')
    .where('id', '=', by.person)
    .executeTakeFirst()
  if (!(await fitsPassphrase(account?.passphrase ?? undefined, form.passphrase))) return refused('loginWrong')
  const roster = readRoster(form.rows)
  if (!roster.ok) return roster
  const before = await linkOf(office, by.tenant)
  if (await isNamed(office, by.tenant, before.community, form.compound)) return refused('compoundHere')

  const tenant = office.newId() as TenantId
  const name = (await memberOf(office, by.tenant, by.person))?.name ?? ''
  await found(office, tenant, form, { person: by.person, name }, roster.value)

  // The last thing, as with the first one: until this is written there is no compound.
  const at = office.now().toISOString()
  const community = before.community ?? office.newId()
  const place = compoundPlace(tenant)
  await office.db.transaction().execute(async (db) => {
    if (before.community === null) {
      const named = { id: community, name: form.community ?? form.compound, made_at: at }
      await db.insertInto('communities').values(named).execute()
      await db.updateTable('compounds').set({ community }).where('tenant', '=', by.tenant).execute()
    }
    await db
      .insertInto('compounds')
      .values({ tenant, place, name: form.compound, made_at: at, community })
      .execute()
    const did = { actor: by.person, device: by.device?.device }
    await office.trail.note(db, by.tenant, { ...did, what: 'compound.added', object: place })
    await office.trail.note(db, tenant, { actor: by.person, device: undefined, what: 'setUp', object: place })
  })
  return ok({ tenant, name: form.compound, here: false })
}

async function linkOf(
  { db }: Office,
  tenant: TenantId,
): Promise<{ readonly community: string | null; readonly name: string | null }> {
  return db
    .selectFrom('compounds')
    .leftJoin('communities', 'communities.id', 'compounds.community')
    .select(['compounds.community', 'communities.name'])
    .where('compounds.tenant', '=', tenant)
    .executeTakeFirstOrThrow()
}

async function isNamed(
  { db }: Office,
  tenant: TenantId,
  community: string | null,
  name: string,
): Promise<boolean> {
  const there = await db
    .selectFrom('compounds')
    .select('tenant')
    .where('name', '=', name)
    .where((eb) => (community === null ? eb('tenant', '=', tenant) : eb('community', '=', community)))
    .executeTakeFirst()
  return there !== undefined
}
