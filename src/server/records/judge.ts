import type { Change, HeldWhy } from '#domain/change.ts'
import type { Recorded, Verb } from '#domain/record.ts'
import { mayAct, mayRead, partsOf } from '#domain/rights.ts'
import { type Desk, scopeOf } from './desk.ts'

/**
 * Whether a change's actor may do it: on the record as it was and as it would be, in the tree as it was and as it would
 * be, with the appointments they have in this transaction, on the server's day. Answers the reason why not.
 */
export async function judge(
  desk: Desk,
  change: Change,
  verb: Verb,
  before: Recorded | undefined,
  after: Recorded,
  ahead: Iterable<Recorded>,
): Promise<HeldWhy | undefined> {
  if (verb.by === 'server') return 'notAllowed'
  const { actor } = change
  const appointments = await desk.appointments(actor)
  const was = desk.tree().below
  if (before && 'create' in verb) {
    const parts = partsOf(actor, appointments, desk.compound, 'own', desk.day)
    if (!mayRead(parts, scopeOf(before), was)) return 'idTaken'
  }
  if (verb.by === 'author' && before?.author === actor) return undefined

  const will = desk.tree(ahead).below
  const allowed = appointments.some(
    (one) =>
      (before === undefined || mayAct([one], verb.act, undefined, before, was, desk.day)) &&
      mayAct([one], verb.act, undefined, after, will, desk.day),
  )
  return allowed ? undefined : 'notAllowed'
}
