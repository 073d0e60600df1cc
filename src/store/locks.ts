import type { PersonId } from '#domain/ids.ts'
import { NO_TRIES, onThisClock, type Tries, triedWrong } from '#domain/tries.ts'
import type { Disk } from './disk.ts'
import type { Inside, OutboxRow } from './outbox.ts'
import { ownSentIn, resealOwnSent } from './ownSent.ts'
import { nameOf, OWN_KEYS, type OwnKey, readOwnKey } from './photoRows.ts'
import { isLock } from './personKeys.ts'

/** How what they can read again is opened as it was, and sealed as it will be. `undefined`: not to be opened. */
export interface Resealing {
  open(id: string, own: string): Promise<Inside | undefined>
  seal(id: string, inside: Inside): Promise<string>
}

/** PINs of the people of one device. A lock lies among the keys; its inside is the device's business. */
export interface Locks<L> {
  /** Those who have one. */
  people(): Promise<ReadonlySet<PersonId>>
  find(person: PersonId): Promise<L | undefined>
  /** Wrong tries so far, by a clock that may have been set back since. */
  tries(person: PersonId, now: string): Promise<Tries>
  /** On the disk before it is known whether the PIN is right: pulling the plug does not give a try back. */
  tried(person: PersonId, now: string): Promise<Tries>
  /** Answers when it was right the last time before, by the device's clock. `now`: ISO instant. */
  right(person: PersonId, now: string): Promise<string | undefined>
  /**
   * Puts a lock, and whatever its person can read again under it, in one transaction. What nobody can open stays as it
   * is: the server's copy is whole.
   */
  put(person: PersonId, lock: L, resealing?: Resealing): Promise<void>
}

/** What stands beside a lock, and stays where another one takes its place under the same PIN. */
export interface BesideLock {
  readonly tries?: Tries
  /** When the PIN was right the last time. */
  readonly openedAt?: string
}

export function besideLock({ tries, openedAt }: BesideLock): BesideLock {
  return { ...(tries && { tries }), ...(openedAt !== undefined && { openedAt }) }
}

export function locks<L extends { readonly publicKey: string }>(disk: Disk): Locks<L> {
  const count = (person: PersonId, next: (tries: Tries) => Tries): Promise<Tries> =>
    disk.write(['keys'], async (tx) => {
      const row = await tx.get('keys', person)
      if (!isLock<L & BesideLock>(row)) return NO_TRIES
      const tries = next(row.tries ?? NO_TRIES)
      tx.put('keys', person, { ...row, tries })
      return tries
    })
  return {
    async people() {
      const rows = await disk.read(['keys'], (tx) => tx.range('keys'))
      return new Set(rows.filter(({ value }) => isLock(value)).map(({ key }) => key as PersonId))
    },
    async find(person) {
      const row = await disk.read(['keys'], (tx) => tx.get('keys', person))
      return isLock<L>(row) ? row : undefined
    },
    tries: (person, now) => count(person, (tries) => onThisClock(tries, now)),
    tried: (person, now) => count(person, (tries) => triedWrong(onThisClock(tries, now), now)),
    right: (person, now) =>
      disk.write(['keys'], async (tx) => {
        const row = await tx.get('keys', person)
        if (!isLock<L & BesideLock>(row)) return undefined
        tx.put('keys', person, { ...row, tries: NO_TRIES, openedAt: now })
        return row.openedAt
      }),
    async put(person, lock, resealing) {
      for (;;) {
        const again = await resealed(disk, person, resealing)
        const done = await disk.write(['meta', 'keys', 'drafts', 'outbox', 'photos'], async (tx) => {
          const rows = again.filter((one): one is ResealedRow => one.table !== 'meta')
          for (const { table, key, was } of rows) {
            const row = await tx.get<{ readonly own?: string }>(table, key)
            if (row && row.own !== was) return false
          }
          for (const { table, key, own } of rows) {
            const row = await tx.get<{ readonly own?: string }>(table, key)
            if (row) tx.put(table, key, { ...row, own })
          }
          await resealOwnSent(tx, again)
          tx.put('keys', person, lock)
          return true
        })
        if (done) return
      }
    },
  }
}

interface Resealed {
  readonly table: 'drafts' | 'outbox' | 'photos' | 'meta'
  readonly key: string | number
  readonly was: string
  readonly own: string
}

/** One that lies in a row of its own. */
interface ResealedRow extends Resealed {
  readonly table: Exclude<Resealed['table'], 'meta'>
}

async function resealed(
  disk: Disk,
  person: PersonId,
  by: Resealing | undefined,
): Promise<readonly Resealed[]> {
  if (!by) return []
  const tables = ['meta', 'drafts', 'outbox', 'photos'] as const
  const { drafts, outbox, photos, sent } = await disk.read(tables, async (tx) => ({
    drafts: await tx.range<{ readonly author: PersonId; readonly own: string }>('drafts'),
    outbox: await tx.range<OutboxRow>('outbox'),
    photos: await tx.range<OwnKey>('photos', OWN_KEYS),
    sent: await ownSentIn(tx),
  }))
  const found = [
    ...drafts.flatMap(({ key, value }) =>
      value.author === person ? [{ table: 'drafts' as const, key, id: String(key), was: value.own }] : [],
    ),
    ...outbox.flatMap(({ key, value: { change, own } }) =>
      change.actor === person && own !== undefined
        ? [{ table: 'outbox' as const, key, id: change.id, was: own }]
        : [],
    ),
    ...sent.flatMap(({ change: { id, actor }, own }) =>
      actor === person ? [{ table: 'meta' as const, key: id, id, was: own }] : [],
    ),
    ...photos.flatMap(({ key, value }) => {
      const whose = readOwnKey(key)
      return whose.person === person
        ? [{ table: 'photos' as const, key, id: nameOf(whose.hash), was: value.own }]
        : []
    }),
  ]
  const all = await Promise.all(
    found.map(async ({ table, key, id, was }): Promise<Resealed | undefined> => {
      const inside = await by.open(id, was)
      return inside && { table, key, was, own: await by.seal(id, inside) }
    }),
  )
  return all.filter((one) => one !== undefined)
}
