import { safeParse } from 'valibot'
import { type Change, held, kindOf, type Outcome, type Stamp } from './change.ts'
import type { Kind, Outline, Recorded, Verb } from './record.ts'
import type { Scope } from './rights.ts'

const known = new Map<string, Kind>()

const outlined = new Map<string, Outline>()

/**
 * The register of kinds. It knows none by itself: `outlines.ts` says of some who may read them and no more, `kindsAtHand.ts`
 * enters the usual ones, `catalogue.ts` all.
 */
export const KINDS: ReadonlyMap<string, Kind> = known

export function enter(kinds: readonly Kind[]): void {
  outline(kinds)
  for (const kind of kinds) known.set(kind.kind, kind)
}

/** Their records can be shown from then on; nothing can be written to them before they are entered. */
export function outline(kinds: readonly Outline[]): void {
  for (const one of kinds) outlined.set(one.kind, one)
}

export function isOutlined(kind: string): boolean {
  return outlined.has(kind)
}

/** Who may read a record; undefined where nothing is known of its kind. */
export function scopeOf(record: Recorded): Scope | undefined {
  return outlined.get(record.kind)?.scopeOf(record)
}

export interface FoldResult {
  /** As it is afterwards; the very same object when nothing was taken. */
  readonly record: Recorded | undefined
  readonly outcome: Outcome
}

/**
 * Folds one change into its record. Total: any change on any record, also on none, gives an outcome and never throws.
 * Pure and synchronous: the same on the device (without a stamp) and on the server (with one).
 */
export function fold(record: Recorded | undefined, change: Change, stamp?: Stamp): FoldResult {
  const stays = (outcome: Outcome): FoldResult => ({ record, outcome })
  const known = verbOf(change)
  if (!known || change.v !== known.verb.v) return stays(held('newer'))
  if (record && record.kind !== known.kind.kind) return stays(held('invalid'))

  const parsed = safeParse(known.verb.args, change.args)
  if (!parsed.success) return stays(held('invalid'))

  if ('create' in known.verb) {
    if ((known.verb.idOf?.(parsed.output) ?? change.record) !== change.record) return stays(held('invalid'))
    if (!record)
      return { record: known.verb.create(parsed.output, change, stamp), outcome: { is: 'applied' } }
    if (!known.verb.meet) return stays({ is: 'already' })
    return settle(record, known.verb.meet(record, parsed.output, change, stamp))
  }
  if (!record) return stays({ is: 'waits' })
  return settle(record, known.verb.fold(record, parsed.output, change, stamp))
}

function settle(record: Recorded, verdict: ReturnType<Extract<Verb, { fold: unknown }>['fold']>): FoldResult {
  return 'outcome' in verdict ? verdict : { record, outcome: verdict }
}

export function verbOf(change: Pick<Change, 'name'>): { kind: Kind; verb: Verb } | undefined {
  const name = kindOf(change.name)
  const kind = KINDS.get(name)
  const own = change.name.slice(name.length + 1)
  if (!kind || !Object.hasOwn(kind.verbs, own)) return undefined
  const verb = kind.verbs[own]
  return verb && { kind, verb }
}

/** Whether a change's body is personal and travels sealed. Changes of unknown kinds are sealed: safe, if not needed. */
export function isSealed(name: string): boolean {
  return KINDS.get(kindOf(name))?.sealed ?? true
}

/** Whether a change of a kind that does not travel sealed says something in somebody's words. */
export function isInWords({ name, args }: Pick<Change, 'name' | 'args'>): boolean {
  if (isSealed(name)) return false
  const verb = verbOf({ name })?.verb
  return verb !== undefined && 'inWords' in verb && (verb.inWords?.(args) ?? false)
}

/** The fields of such a record that hold words. */
export function wordsOf(kind: string): readonly string[] {
  return outlined.get(kind)?.words ?? []
}

/** Lifts a record of an older shape; unknown kinds stay as they are. */
export function upgraded(record: Recorded): Recorded {
  return outlined.get(record.kind)?.upgrade?.(record) ?? record
}

/** The latest version of a record's shape, of any kind: an app says to the server that it reads this. */
export const SHAPES = 2

/** A record for an app that reads shapes up to this version. */
export function lowered(record: Recorded, shapes: number): Recorded {
  return record.v > shapes ? (KINDS.get(record.kind)?.lower?.(record) ?? record) : record
}
