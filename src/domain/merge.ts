import { type Change, isLater, type Mark, type Stamp } from './change.ts'
import type { Folded, Recorded } from './record.ts'

/** One field of an edit: the value its author saw and the value they want. */
export interface FieldEdit<T = unknown> {
  readonly was: T | undefined
  readonly now: T | undefined
}

/** A field's own rule for two values; answers the value that stands. */
export type FieldRule = (current: unknown, wanted: unknown) => unknown

/**
 * Merges an edit field by field (W9). Untouched fields merge; a field that two people changed follows its rule,
 * without one the later in server order wins and the loser is kept on the record and named in the outcome.
 * A stamp older than the field's winner (a change sent again after a restore) loses.
 */
export function mergeFields<R extends Recorded>(
  record: R,
  edits: Readonly<Record<string, FieldEdit | undefined>>,
  change: Change,
  stamp?: Stamp,
  rules: Readonly<Record<string, FieldRule>> = {},
): Folded<R> {
  const next = { ...record } as unknown as Record<string, unknown>
  const won: Record<string, Mark> = { ...record.won }
  const lost: Record<string, unknown> = {}
  let touched = false

  for (const [field, edit] of Object.entries(edits)) {
    // What was seen is what is wanted: nothing was touched.
    if (!edit || same(edit.was, edit.now)) continue
    const current = (record as unknown as Record<string, unknown>)[field]
    if (same(current, edit.now)) {
      // It stands for this value from now on: an older one that comes again after a restore must not undo it (W7).
      if (stamp && (won[field] === undefined || isLater(stamp, won[field]))) {
        won[field] = { epoch: stamp.epoch, seq: stamp.seq }
        touched = true
      }
      continue
    }
    const contested = !same(current, edit.was)
    const stale = stamp !== undefined && won[field] !== undefined && isLater(won[field], stamp)
    const rule = rules[field]
    const standing = contested && rule ? rule(current, edit.now) : stale ? current : edit.now
    const loser = same(standing, edit.now) ? current : edit.now
    if (contested || stale) lost[field] = loser ?? null
    if (same(standing, current)) continue
    if (standing === undefined) delete next[field]
    else next[field] = standing
    if (stamp) won[field] = { epoch: stamp.epoch, seq: stamp.seq }
    touched = true
  }

  const losers = Object.entries(lost)
  const last = losers.at(-1)
  if (last) {
    next['lost'] = { field: last[0], value: last[1], by: change.actor, at: change.at }
    touched = true
  }
  if (stamp && Object.keys(won).length > 0) next['won'] = won
  if (!touched) return { record, outcome: { is: 'already' } }
  return {
    record: next as unknown as R,
    outcome: losers.length > 0 ? { is: 'merged', lost } : { is: 'applied' },
  }
}

/**
 * The marks of a create that others may meet: it is the word on these fields, and what was said before it and comes again
 * after a restore loses to it (W7). Nothing on a device, which knows no order.
 */
export function marked(stamp: Stamp | undefined, ...fields: readonly string[]): Pick<Recorded, 'won'> {
  if (!stamp) return {}
  const { epoch, seq } = stamp
  return { won: Object.fromEntries(fields.map((field) => [field, { epoch, seq }])) }
}

/** Equality of plain JSON values; the order of keys does not matter. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const keys = Object.keys(a)
  if (keys.length !== Object.keys(b).length) return false
  return keys.every((key) => same((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]))
}
