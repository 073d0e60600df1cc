import { verbOf } from '#domain/kinds.ts'
import type { Held } from '#domain/held.ts'
import type { ChangeId, RecordId } from '#domain/ids.ts'
import type { Proposal, Rostered } from '#domain/proposals.ts'
import { refused } from '#domain/result.ts'
import type { Context, Done } from './context.ts'

/** Takes the second value of a roster record, or leaves the one that stands; the other goes. */
export function decide(ctx: Context, record: Rostered, proposal: Proposal, take: boolean): Promise<Done> {
  return ctx.commit([
    {
      record: record.id,
      name: `${record.kind}.settle`,
      v: 1,
      args: { field: proposal.field, value: proposal.value, take },
    },
  ])
}

/** The office takes what was not taken: it is folded now, in its author's name. */
export function release(ctx: Context, act: readonly Held[]): Promise<Done> {
  return ctx.commit(act.map(({ id }) => ({ record: id, name: 'held.release', v: 1, args: {} })))
}

/** The author lets go of what was not taken, or the office leaves it. It stays in the history, with who gave it up and why. */
export function giveUp(ctx: Context, act: readonly Held[], reason = ''): Promise<Done> {
  const args = reason === '' ? {} : { reason: reason.slice(0, 200) }
  return ctx.commit(act.map(({ id }) => ({ record: id, name: 'held.giveUp', v: 1, args })))
}

/**
 * Says again, better, what was not taken, and closes what is kept of it, in one act: the server takes both or neither.
 * `nothingToDo` where somebody has decided meanwhile.
 *
 * @param act everything that is closed by it
 * @param args what is said now, for each of `act` that is said again
 */
export async function sayBetter(
  ctx: Context,
  act: readonly Held[],
  args: ReadonlyMap<RecordId, unknown>,
): Promise<Done> {
  const open = act.every(({ id }) => ctx.view.get<Held>(id)?.status === 'open')
  if (!open || args.size === 0) return refused('nothingToDo')
  const said = act.flatMap(({ id, change }) => {
    const verb = verbOf(change)?.verb
    if (!args.has(id) || !verb) return []
    const instead = ctx.newId() as ChangeId
    const { record, name } = change
    return [{ of: id, intent: { id: instead, record, name, v: verb.v, args: args.get(id) } }]
  })
  const first = said[0]
  if (said.length !== args.size || !first) return refused('notPossible')
  const closed = act.map(({ id }) => {
    const instead = (said.find(({ of }) => of === id) ?? first).intent.id
    return { record: id, name: 'held.correct', v: 1, args: { instead } }
  })
  return ctx.commit([...said.map(({ intent }) => intent), ...closed])
}
