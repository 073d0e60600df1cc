import type { PersonId } from '#domain/ids.ts'
import type { Disk, Read, Write } from './disk.ts'
import { withoutPerson } from './enrolment.ts'
import type { OutboxRow } from './outbox.ts'
import { aboutAll, OWN_KEYS, readOwnKey } from './photoRows.ts'
import { isLock } from './personKeys.ts'
import { positionIn } from './position.ts'
import { dropWayIn } from './vaultKeys.ts'

/**
 * Whoever has left a shared tablet leaves no key behind: their pair behind a PIN and their half of the vault's go, once nothing here
 * needs them. What they wrote and sent is with the office; what is half written lies sealed to the server too and comes back to
 * them, should they be invited again. Answers whether anybody went.
 *
 * @param isGone by the server's time (ISO instant), since a clock here may be years off
 */
export function dropLeft(
  disk: Disk,
  isGone: (person: PersonId, serverTime: string) => boolean,
): Promise<boolean> {
  return disk.write(['meta', 'keys', 'outbox', 'drafts', 'photos'], async (tx) => {
    const serverTime = (await positionIn(tx))?.serverTime
    if (!serverTime) return false
    const needed = await stillNeeded(tx)
    const gone = (await tx.range('keys'))
      .filter(({ value }) => isLock(value))
      .map(({ key }) => key as PersonId)
      .filter((person) => !needed.has(person) && isGone(person, serverTime))
    for (const person of gone) await drop(tx, person)
    return gone.length > 0
  })
}

async function drop(tx: Write, person: PersonId): Promise<void> {
  tx.delete('keys', person)
  await dropWayIn(tx, person)
  await withoutPerson(tx, person)
}

/** Whose keys something here waits for: what is unsent, a photo on its way, a draft that nobody but its author can open. */
async function stillNeeded(tx: Read): Promise<ReadonlySet<PersonId>> {
  const waiting = new Set(
    (await aboutAll(tx)).flatMap(({ hash, state }) => (state === 'waiting' ? [hash] : [])),
  )
  const [outbox, drafts, own] = await Promise.all([
    tx.range<OutboxRow>('outbox'),
    tx.range<{ readonly author: PersonId; readonly body?: unknown }>('drafts'),
    tx.range('photos', OWN_KEYS),
  ])
  return new Set([
    ...outbox.map(({ value }) => value.change.actor),
    ...drafts.flatMap(({ value }) => (value.body === undefined ? [value.author] : [])),
    ...own
      .map(({ key }) => readOwnKey(key))
      .flatMap(({ hash, person }) => (waiting.has(hash) ? [person] : [])),
  ])
}
