import { KINDS } from '#domain/catalogue.ts'
import type { Change } from '#domain/change.ts'
import type { DeviceId, PersonId } from '#domain/ids.ts'
import { mayStillEnter } from '#domain/lapsed.ts'
import type { Recorded, Verb } from '#domain/record.ts'
import { mayAct, mayRead, type Part, partsOf } from '#domain/rights.ts'
import { ROLES } from '#domain/roles.ts'
import { type Desk, scopeOf } from './desk.ts'

/** What is not allowed is held; what has lapsed is taken with a mark. */
export type Judgement = 'allowed' | 'lapsed' | 'notAllowed' | 'idTaken'

/**
 * Whether a change's actor may do it: on the record as it was and as it would be, in the tree as it was and as it would
 * be, with the appointments they have in this transaction, on the server's day.
 */
export async function judge(
  desk: Desk,
  { change, device }: { readonly change: Change; readonly device: DeviceId },
  verb: Verb,
  before: Recorded | undefined,
  after: Recorded,
  ahead: Iterable<Recorded>,
): Promise<Judgement> {
  if (verb.by === 'server') return 'notAllowed'
  const { actor } = change
  const appointments = await desk.appointments(actor)
  const was = desk.tree()
  const parts = partsOf(actor, appointments, desk.compound, 'own', desk.day)
  if (before && 'create' in verb && !mayRead(parts, scopeOf(before), was.below))
    return (await everMight(desk, actor, verb)) ? 'idTaken' : 'notAllowed'
  if (!(await mayName(desk, device, parts, before, after))) return 'notAllowed'
  if (verb.by === 'author' && before?.author === actor) return 'allowed'

  const will = desk.tree(ahead)
  const allowed = appointments.some(
    (one) =>
      (before === undefined || mayAct(actor, [one], verb.act, before, was, desk.day)) &&
      mayAct(actor, [one], verb.act, after, will, desk.day),
  )
  if (allowed) return 'allowed'
  // What is new, and what somebody goes on adding to what is their own.
  const isEntry = 'create' in verb ? before === undefined : verb.adds === true && before?.author === actor
  return isEntry && mayStillEnter(actor, await desk.everAppointed(actor), verb.act, after, will, desk.day)
    ? 'lapsed'
    : 'notAllowed'
}

/**
 * Whether somebody has, or had, such a right anywhere. Whoever has not is told the same of what is here and of what is not:
 * some ids follow from what one may know (a resident's from the door and the name), and the answer would say who lives where.
 */
export async function everMight(desk: Desk, actor: PersonId, verb: Verb): Promise<boolean> {
  if (verb.by === 'author') return true
  if (verb.by === 'server') return false
  return (await desk.everAppointed(actor)).some(({ role }) => ROLES[role].act.includes(verb.act))
}

/**
 * W14. A change may name only photos that its device brought or its actor may read: naming another's photo would show it.
 * One that is not here yet is the device's own to bring.
 */
async function mayName(
  desk: Desk,
  device: DeviceId,
  parts: readonly Part[],
  before: Recorded | undefined,
  after: Recorded,
): Promise<boolean> {
  const named = KINDS.get(after.kind)?.photosOf
  if (!named) return true
  const old = before ? named(before) : []
  for (const hash of named(after)) {
    if (old.includes(hash)) continue
    const by = await desk.broughtBy(hash)
    if (by?.length && !by.includes(device) && !(await mayReadPhoto(desk, parts, hash))) return false
  }
  return true
}

async function mayReadPhoto(desk: Desk, parts: readonly Part[], hash: string): Promise<boolean> {
  await desk.flush()
  for (const { kind, photosOf } of KINDS.values()) {
    if (!photosOf) continue
    const naming = (await desk.tx.recordsOf(kind)).filter((record) => photosOf(record).includes(hash))
    if (naming.some((record) => mayRead(parts, scopeOf(record), desk.tree().below))) return true
  }
  return false
}
