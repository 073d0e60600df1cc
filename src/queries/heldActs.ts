import { kindOf } from '#domain/change.ts'
import type { Held } from '#domain/held.ts'
import type { RecordId } from '#domain/ids.ts'
import type { View } from '#store/view.ts'

/** What was written in one act and not taken, decided in one. */
export interface HeldAct {
  /** The one that says why. */
  readonly record: Held
  /** All of it, what the rest was made because of first, and last the corrections that came with it. */
  readonly act: readonly Held[]
  /** What it says again, better, and was to replace: let go of together with it, but not taken with it. */
  readonly before: readonly Held[]
}

/** What waits for a decision. Of something that was said again only the last attempt is asked about. */
export function heldActs(view: View): readonly HeldAct[] {
  const open = view.all<Held>('held').filter((one) => one.status === 'open' && !one.voided)
  if (open.length === 0) return []
  const replaced = new Set<RecordId>()
  for (const { change } of open) if (isCorrection(change)) replaced.add(change.record)
  const acts = new Map<string, Held[]>()
  for (const one of open) {
    if (replaced.has(one.id)) continue
    const key = one.change.act ?? one.id
    const act = acts.get(key)
    if (act) act.push(one)
    else acts.set(key, [one])
  }
  return [...acts.values()].map((all) => {
    const act = all.sort((a, b) => placeIn(a) - placeIn(b))
    const before = act.flatMap(({ change }) => (isCorrection(change) ? [change.record] : []))
    return { record: leadOf(act), act, before: open.filter(({ id }) => before.includes(id)) }
  })
}

/** Says that something is said better elsewhere, and nothing by itself. */
export function isCorrection({ name }: Held['change']): boolean {
  return name === 'held.correct'
}

/** What the others of an act were made because of; it is spoken of, and taken, first. */
const HEADS = ['feedback', 'resident', 'shift', 'incident', 'visit']

function placeIn({ change }: Held): number {
  if (isCorrection(change)) return HEADS.length + 1
  const at = HEADS.indexOf(kindOf(change.name))
  return at < 0 ? HEADS.length : at
}

function leadOf(act: readonly Held[]): Held {
  const [first, ...others] = act
  if (!first) throw new Error('an act without a change')
  return first.why === 'actHeld' ? (others.find((one) => one.why !== 'actHeld') ?? first) : first
}
