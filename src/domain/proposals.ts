import { type Change, isLater, type Mark, type Stamp } from './change.ts'
import { type FieldEdit, same } from './merge.ts'
import type { Recorded, Verdict } from './record.ts'

/** A value that met another one: it waits beside the value that stands until a person decides. */
export interface Proposal {
  readonly field: string
  /** Null: the field should be empty. */
  readonly value: unknown
  readonly by: string
  readonly at: string
}

/** A record of the roster: of two values neither is thrown away. */
export interface Rostered extends Recorded {
  readonly proposals?: readonly Proposal[]
}

/**
 * Merges an edit of a roster record field by field (W9). The value that is there stands; a second one that did not see
 * it becomes a proposal. An edit that saw the author's own open proposal replaces that proposal; one that did not see it
 * stands beside it, since the author may have written both on two devices.
 */
export function mergeRoster<R extends Rostered>(
  record: R,
  edits: Readonly<Record<string, FieldEdit | undefined>>,
  change: Change,
  stamp?: Stamp,
): Verdict<R> {
  const next = { ...record } as unknown as Record<string, unknown>
  const won: Record<string, Mark> = { ...record.won }
  const lost: Record<string, unknown> = {}
  let proposals = record.proposals ?? []
  let touched = false

  for (const [field, edit] of Object.entries(edits)) {
    // What was seen is what is wanted: nothing was touched.
    if (!edit || same(edit.was, edit.now)) continue
    const current = next[field]
    const own = proposals.filter((one) => one.field === field && one.by === change.actor)
    const seen = own.find((one) => same(one.value ?? undefined, edit.was))
    if (same(current, edit.now)) {
      // Who proposed another value agrees with what stands now.
      if (seen) {
        proposals = proposals.filter((one) => one !== seen)
        touched = true
      }
      // It stands for this value from now on: an older one that comes again after a restore must not undo it (W7).
      if (stamp && (won[field] === undefined || isLater(stamp, won[field]))) {
        won[field] = { epoch: stamp.epoch, seq: stamp.seq }
        touched = true
      }
      continue
    }
    const stale = stamp !== undefined && won[field] !== undefined && isLater(won[field], stamp)
    if (same(current, edit.was) && !stale) {
      assign(next, field, edit.now)
      proposals = proposals.filter((one) => one.field !== field || !same(one.value ?? undefined, edit.now))
      if (stamp) won[field] = { epoch: stamp.epoch, seq: stamp.seq }
      touched = true
      continue
    }
    const value = edit.now ?? null
    const known = own.some((one) => same(one.value, value))
    if (known && !seen) continue
    proposals = proposals.filter((one) => one !== seen)
    touched = true
    if (known) continue
    proposals = [...proposals, { field, value, by: change.actor, at: change.at }]
    lost[field] = value
  }

  if (!touched) return { is: 'already' }
  if (Object.keys(won).length > 0) next['won'] = won
  assign(next, 'proposals', proposals.length > 0 ? proposals : undefined)
  return {
    record: next as unknown as R,
    outcome: Object.keys(lost).length > 0 ? { is: 'merged', lost } : { is: 'applied' },
  }
}

/** A person decides on a proposal: it becomes the value, or it goes. */
export function settleProposal<R extends Rostered>(
  record: R,
  choice: { readonly field: string; readonly value: unknown; readonly take: boolean },
  stamp?: Stamp,
): Verdict<R> {
  const found = record.proposals?.some((one) => one.field === choice.field && same(one.value, choice.value))
  if (!found) return { is: 'already' }
  const next = { ...record } as unknown as Record<string, unknown>
  // A value taken answers all proposals of its field.
  const left = record.proposals?.filter(
    (one) => one.field !== choice.field || (!choice.take && !same(one.value, choice.value)),
  )
  assign(next, 'proposals', left && left.length > 0 ? left : undefined)
  if (choice.take) {
    assign(next, choice.field, choice.value ?? undefined)
    if (stamp) next['won'] = { ...record.won, [choice.field]: { epoch: stamp.epoch, seq: stamp.seq } }
  }
  return { record: next as unknown as R, outcome: { is: 'applied' } }
}

/** An absent field is absent, not undefined: records are compared and sent as JSON. */
function assign(target: Record<string, unknown>, field: string, value: unknown): void {
  if (value === undefined) delete target[field]
  else target[field] = value
}
