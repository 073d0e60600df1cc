import type { PersonId } from '#domain/ids.ts'
import { type Disk, DiskTrouble, type Key, type Read, type Row, type Write } from './disk.ts'
import { besideLock, type BesideLock } from './locks.ts'
import { isLock } from './personKeys.ts'
import { positionIn } from './position.ts'
import { KEYS, markIn, type VaultMark } from './vault.ts'

/** A share of the server's, closed under the device's key, and till when it may lie here. */
export interface LentShare {
  readonly box: string
  /** By this device's clock, ISO instant. */
  readonly until: string
  /** By the server's. */
  readonly serverUntil: string
}

/** What stands beside a person's PIN; what else is the device's business. */
interface PinRow {
  readonly publicKey: string
}

/** What stands on the disk about one person and the vault. `L` is how their half is kept: the device's business, as `P` is. */
export interface VaultRows<L, P> {
  readonly pin: P | undefined
  readonly mark: VaultMark | undefined
  readonly deviceKey: unknown
  readonly lock: L | undefined
  readonly share: LentShare | undefined
  /** Somebody has left since the vault's key was made. */
  readonly rotate: boolean
}

const DEVICE = `${KEYS}device`
const ROTATE = `${KEYS}rotate`
const SEEN = `${KEYS}seen`
const LOCK = `${KEYS}of/`
const SHARE = `${KEYS}share/`

/**
 * The ways to open the vault, as they lie on the disk below it. The time that was seen last is kept: by how much a clock
 * is set back, by so much what was lent ends earlier.
 */
export function vaultKeys<L, P extends PinRow = PinRow>(disk: Disk) {
  return {
    /** What may be used at `now`; what may not any more is gone. */
    find: (person: PersonId, now: string): Promise<VaultRows<L, P>> =>
      disk.write(['meta', 'keys'], async (tx) => {
        await dropLapsed(tx, now)
        const [pin, mark, deviceKey, lock, share, rotate] = await Promise.all([
          tx.get<unknown>('keys', person),
          markIn(tx),
          tx.get<unknown>('keys', DEVICE),
          tx.get<L>('keys', LOCK + person),
          tx.get<LentShare>('keys', SHARE + person),
          tx.get<true>('keys', ROTATE),
        ])
        return {
          pin: isLock<P>(pin) ? pin : undefined,
          mark,
          deviceKey,
          lock,
          share,
          rotate: rotate === true,
        }
      }),
    /** Drops what was lent for a time that is over. Answers for whom something is left, also where the disk takes no word of it. */
    async lapse(now: string): Promise<ReadonlySet<PersonId>> {
      const tables = ['meta', 'keys'] as const
      const people = ({ left }: Lent) =>
        new Set(left.map(({ key }) => String(key).slice(SHARE.length) as PersonId))
      try {
        return people(await disk.write(tables, (tx) => dropLapsed(tx, now)))
      } catch (error) {
        if (!(error instanceof DiskTrouble)) throw error
        return people(await disk.read(tables, (tx) => lentAt(tx, now)))
      }
    },
    /** Puts the key of the device unless there is one; answers the one that stands. */
    putDeviceKey: (key: unknown): Promise<unknown> =>
      disk.write(['keys'], async (tx) => {
        const there = await tx.get<unknown>('keys', DEVICE)
        if (there !== undefined) return there
        tx.put('keys', DEVICE, key)
        return key
      }),
    /**
     * What the server lent for somebody, and where their lock is another one that too, with what stands beside their PIN from now on: in
     * one, since a lock under another share than the one that lies here would call a right PIN wrong.
     *
     * @param lease in seconds, from `now` and from the server's time on; without `share` what lay here under another lock goes
     */
    putLent: (
      person: PersonId,
      now: string,
      lent: {
        readonly share?: { readonly box: string; readonly lease: number; readonly serverTime: string }
        readonly lock?: L
        readonly pin?: P | undefined
      },
    ): Promise<void> =>
      disk.write(['meta', 'keys'], async (tx) => {
        await dropLapsed(tx, now)
        const { share, lock, pin } = lent
        if (lock !== undefined) {
          tx.put('keys', LOCK + person, lock)
          tx.delete('keys', SHARE + person)
        }
        const there = await tx.get<unknown>('keys', person)
        if (pin && isLock<P & BesideLock>(there)) tx.put('keys', person, { ...pin, ...besideLock(there) })
        if (!share) return
        tx.put('keys', SHARE + person, {
          box: share.box,
          until: later(now, share.lease),
          serverUntil: later(share.serverTime, share.lease),
        } satisfies LentShare)
      }),
    dropShare: (person: PersonId): Promise<void> =>
      disk.write(['keys'], async (tx) => tx.delete('keys', SHARE + person)),
    locks: (): Promise<readonly { readonly person: PersonId; readonly lock: L }[]> =>
      disk.read(['keys'], async (tx) =>
        (await tx.range<L>('keys', under(LOCK))).map(({ key, value }) => ({
          person: String(key).slice(LOCK.length) as PersonId,
          lock: value,
        })),
      ),
    putLocks: (locks: readonly { readonly person: PersonId; readonly lock: L }[]): Promise<void> =>
      disk.write(['keys'], async (tx) => {
        for (const { person, lock } of locks) tx.put('keys', LOCK + person, lock)
      }),
    /** Whoever is not one of these any more has no way in, and the key they knew is changed when it can be. */
    keepOnly: (people: ReadonlySet<PersonId>): Promise<void> =>
      disk.write(['keys'], async (tx) => {
        for (const { key } of await tx.range('keys', under(LOCK))) {
          const person = String(key).slice(LOCK.length) as PersonId
          if (!people.has(person)) await dropWayIn(tx, person)
        }
      }),
    rotated: (): Promise<void> => disk.write(['keys'], async (tx) => tx.delete('keys', ROTATE)),
  }
}

/** One person's half of the key, which is another one as soon as it can be. */
export async function dropWayIn(tx: Write, person: PersonId): Promise<void> {
  if ((await tx.get('keys', LOCK + person)) === undefined) return
  tx.delete('keys', LOCK + person)
  tx.delete('keys', SHARE + person)
  tx.put('keys', ROTATE, true)
}

/** What was lent, as it stands at a moment. */
interface Lent {
  readonly left: readonly Row<LentShare>[]
  readonly over: readonly Key[]
  /** The clock was set back, and what is left ends earlier. */
  readonly isShorter: boolean
}

async function lentAt(tx: Read, now: string): Promise<Lent> {
  const before = (await tx.get<string>('keys', SEEN)) ?? now
  const setBack = Math.max(0, Date.parse(before) - Date.parse(now)) / 1000
  const server = (await positionIn(tx))?.serverTime ?? ''
  const all = (await tx.range<LentShare>('keys', under(SHARE))).map(({ key, value }) => ({
    key,
    value: setBack > 0 ? { ...value, until: later(value.until, -setBack) } : value,
  }))
  const isLeft = ({ value }: Row<LentShare>) => now < value.until && server < value.serverUntil
  const over = all.filter((one) => !isLeft(one)).map(({ key }) => key)
  return { left: all.filter(isLeft), over, isShorter: setBack > 0 }
}

async function dropLapsed(tx: Write, now: string): Promise<Lent> {
  const lent = await lentAt(tx, now)
  tx.put('keys', SEEN, now)
  if (lent.isShorter) for (const { key, value } of lent.left) tx.put('keys', key, value)
  for (const key of lent.over) tx.delete('keys', key)
  return lent
}

function later(at: string, seconds: number): string {
  return new Date(Date.parse(at) + seconds * 1000).toISOString()
}

function under(beginning: string) {
  return { from: beginning, to: `${beginning}\uffff` }
}
