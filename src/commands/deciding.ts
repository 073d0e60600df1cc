import type { Held } from '#domain/held.ts'
import type { Proposal, Rostered } from '#domain/proposals.ts'
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

/** The author lets go of what was not taken, or the office leaves it. It stays in the history, with who gave it up. */
export function giveUp(ctx: Context, act: readonly Held[]): Promise<Done> {
  return ctx.commit(act.map(({ id }) => ({ record: id, name: 'held.giveUp', v: 1, args: {} })))
}
