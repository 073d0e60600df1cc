import type { DeviceId, Epoch, PersonId, RecordId, StreamId, TenantId } from '#domain/ids.ts'
import { ok, type Result, refused } from '#domain/result.ts'
import type { DeviceKind } from '#domain/rights.ts'
import { type Disk, type Read, type Table, TABLES, type Write } from './disk.ts'
import { firstPosition, positionIn, putPosition } from './position.ts'
import { forgetOwnSent } from './ownSent.ts'
import { hasPin } from './personKeys.ts'
import { sendAgain } from './queue.ts'
import { isOfDevice } from './signingKeys.ts'
import { dropVault, putMark } from './vault.ts'

/** What this device was told when somebody joined on it. */
export interface Enrolled {
  readonly tenant: TenantId
  readonly compound: RecordId
  readonly compoundName: string
  readonly device: DeviceId
  readonly deviceKind: DeviceKind
  readonly person: PersonId
  /** 称呼, as the person chose it. */
  readonly name: string
  /** What they may read is of residents: it is taken in behind a PIN only. */
  readonly asksForPin?: boolean
  /** The server was started as a demonstration. */
  readonly demo: boolean
  readonly serverKey: { readonly id: string; readonly raw: string }
}

const KEY = 'enrolment'
const PEOPLE = 'people'

/** The people of a device, in the order in which they joined; of somebody's phone there is one. */
export interface PeopleHere {
  readonly joined: readonly { readonly person: PersonId; readonly name: string }[]
  /** Who joined and has not set a PIN since. */
  readonly mustSet?: PersonId
}

export function enrolment(disk: Disk): Promise<Enrolled | undefined> {
  return disk.read(['meta'], enrolledIn)
}

export function enrolledIn(tx: Read): Promise<Enrolled | undefined> {
  return tx.get<Enrolled>('meta', KEY)
}

/** Of a device that was enrolled before there were PINs: who joined last. */
export function peopleHere(disk: Disk): Promise<PeopleHere> {
  return disk.read(['meta'], async (tx) => {
    const kept = await tx.get<PeopleHere>('meta', PEOPLE)
    const last = await tx.get<Enrolled>('meta', KEY)
    return kept ?? { joined: last ? [{ person: last.person, name: last.name }] : [] }
  })
}

/** Somebody is none of the people here any more: to come back they are invited anew. */
export async function withoutPerson(tx: Write, person: PersonId): Promise<void> {
  const kept = await tx.get<PeopleHere>('meta', PEOPLE)
  if (!kept) return
  const joined = kept.joined.filter((one) => one.person !== person)
  tx.put('meta', PEOPLE, { ...kept, joined } satisfies PeopleHere)
}

export function pinIsSet(disk: Disk): Promise<void> {
  return disk.write(['meta'], async (tx) => {
    const kept = await tx.get<PeopleHere>('meta', PEOPLE)
    if (kept) tx.put('meta', PEOPLE, { joined: kept.joined } satisfies PeopleHere)
  })
}

/**
 * Makes this disk a device's. Somebody who enters in the same compound, anew or after another, finds what lies here:
 * unsent work stays its author's and goes under a stream of its own, numbered from one. The epoch stays what it was, so
 * that a restored server is still healed by this device (W7). Another device walks anew, and what one person's device held
 * is not left to another person's. A disk of another compound is refused: nothing of one may reach the other.
 */
export function enrol(
  disk: Disk,
  told: Enrolled & { readonly epoch: Epoch },
  stream: StreamId,
): Promise<Result<object, 'otherTenant'>> {
  const { epoch, ...enrolled } = told
  return disk.write(TABLES, async (tx) => {
    const was = await tx.get<Enrolled>('meta', KEY)
    let before = await positionIn(tx)
    if (before && before.tenant !== enrolled.tenant) {
      if (!was?.demo || !enrolled.demo) return refused('otherTenant')
      // Everything of a demonstration is invented, and it is made anew at will.
      await empty(tx, TABLES)
      before = undefined
    }
    if (was && was.person !== enrolled.person && was.device !== enrolled.device)
      await empty(tx, ['pages', 'singles'])
    const isAnother = was?.device !== enrolled.device
    // What the server lent for another device opens nothing on this one.
    if (isAnother) await dropVault(tx)
    if (isAnother) forgetOwnSent(tx)
    const first = firstPosition({ tenant: enrolled.tenant, device: enrolled.device, stream, epoch })
    // The same device goes on where it is: whether its people may read something else now is the server's word, and its
    // cursor tells a server that was put back since.
    if (before && was?.device === enrolled.device) putPosition(tx, { ...before, stream, acked: 0 })
    else {
      const { epoch: life = epoch, walk = 0, resending = false } = before ?? {}
      // Under another name than it sent under: a restored server may have kept that back, not knowing the device (W7).
      const again = was !== undefined && (await sendAgain(tx))
      putPosition(tx, { ...first, epoch: life, walk, resending: resending || again })
    }
    tx.put('meta', KEY, enrolled)
    const asks = enrolled.deviceKind === 'shared' || (enrolled.asksForPin === true && !enrolled.demo)
    // Nothing personal comes before somebody has set a PIN: what once lay in clear stays in a browser's files for long.
    if (isAnother && asks && !enrolled.demo) putMark(tx, { v: 1 })
    // Whoever enters anew may have forgotten the one that is set.
    await addPerson(tx, was, enrolled, asks || (await hasPin(tx, enrolled.person)))
    return ok({})
  })
}

async function addPerson(
  tx: Write,
  was: Enrolled | undefined,
  { device, person, name }: Enrolled,
  sets: boolean,
): Promise<void> {
  const before = was?.device === device ? [{ person: was.person, name: was.name }] : []
  const kept = before.length > 0 ? await tx.get<PeopleHere>('meta', PEOPLE) : undefined
  const others = (kept?.joined ?? before).filter((one) => one.person !== person)
  const joined = [...others, { person, name }]
  tx.put('meta', PEOPLE, { joined, ...(sets && { mustSet: person }) } satisfies PeopleHere)
}

async function empty(tx: Write, tables: readonly Table[]): Promise<void> {
  // The pair that signs is this browser's: the server has just been shown it.
  for (const table of tables)
    for (const { key } of await tx.range(table))
      if (table !== 'keys' || !isOfDevice(key)) tx.delete(table, key)
}
