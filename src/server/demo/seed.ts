import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type DeviceId, SERVER, type TenantId } from '#domain/ids.ts'
import { compoundPlace } from '#domain/places.ts'
import { type Office, today } from '#server/people/office.ts'
import type { KeptPhotos } from '#server/photos/kept.ts'
import { actOnServer } from '#server/records/act.ts'
import type { Seeding } from '#server/start.ts'
import { nameOf, personOf, TEAM } from './cast.ts'
import { lastWeek } from './clock.ts'
import { COMPOUND } from './compound.ts'
import { hashOf, pictureHash, PICTURES } from './pictures.ts'
import { demoScript } from './script.ts'

/**
 * Fills an empty folder with the scripted week, through the same door as everybody's changes: under the rights of the
 * person who did it, at the hour they did it. `monday` is the first day of the week; without it the week ended last Sunday.
 * @throws when the product does not take a change of the script: then the script is wrong, or a rule has changed.
 */
export async function seedDemo(
  office: Office,
  { house, kept, uploads }: Seeding,
  monday = lastWeek(today(office)),
): Promise<void> {
  const tenant = office.newId() as TenantId
  await keepPictures(kept, tenant, uploads)
  for (const { by, receivedAt, intents } of demoScript(monday, tenant, pictureHash)) {
    // Nobody listens yet, and the hour is the script's.
    const { moved: _, ...then } = { ...house, clock: () => receivedAt }
    const done = await actOnServer(then, tenant, by, intents)
    if (!done.ok) throw new Error(`demo: ${intents[0]?.name} … at ${receivedAt} not taken: ${done.refused}`)
  }
  await enterPeople(office, tenant)
  house.moved?.(tenant, [])
}

/** The last thing, as in a set-up: until this is written there is no compound. */
async function enterPeople({ db, now }: Office, tenant: TenantId): Promise<void> {
  const made_at = now().toISOString()
  const persons = TEAM.map((who) => ({
    id: personOf(tenant, who),
    tenant,
    name: nameOf(who),
    passphrase: null,
    made_at,
  }))
  await db.transaction().execute(async (tx) => {
    const compound = { tenant, place: compoundPlace(tenant), name: COMPOUND, made_at }
    await tx.insertInto('compounds').values(compound).execute()
    await tx.insertInto('persons').values(persons).execute()
  })
}

/** Through the same judgement as an uploaded photo. */
async function keepPictures(kept: KeptPhotos, tenant: TenantId, uploads: string): Promise<void> {
  for (const bytes of PICTURES) {
    const hash = hashOf(bytes)
    const file = join(uploads, hash)
    await writeFile(file, bytes)
    const taken = await kept.take(tenant, SERVER as string as DeviceId, hash, file)
    if (!taken.ok) throw new Error(`demo: picture not taken: ${taken.refused}`)
  }
}
