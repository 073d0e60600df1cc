import type { DeviceId, PersonId } from '#domain/ids.ts'
import type { PeopleDb } from './schema.ts'
import { type Hash, newSecret } from './secrets.ts'

/** A browser that was let in: which device it is, and who was let in last on it. */
export interface Session {
  readonly device: DeviceId
  readonly person: PersonId
}

/** Answers the cookie's value: opaque, and the only copy. A session ends with `endSession`, not by age: a phone may be away for months. */
export async function openSession(db: PeopleDb, hash: Hash, session: Session, at: string): Promise<string> {
  const token = newSecret()
  await db
    .insertInto('sessions')
    .values({ hash: await hash(`session ${token}`), ...session, opened_at: at })
    .execute()
  return token
}

export async function findSession(db: PeopleDb, hash: Hash, token: string): Promise<Session | undefined> {
  const hashed = await hash(`session ${token}`)
  return db.selectFrom('sessions').select(['device', 'person']).where('hash', '=', hashed).executeTakeFirst()
}

export async function endSession(db: PeopleDb, hash: Hash, token: string): Promise<void> {
  await db
    .deleteFrom('sessions')
    .where('hash', '=', await hash(`session ${token}`))
    .execute()
}
