import type { Feedback } from '#domain/feedback/feedback.ts'
import type { RecordId } from '#domain/ids.ts'
import type { View } from '#store/view.ts'

/**
 * The remark that a remark's links lead to; itself where it has none. Two people may have linked crosswise, offline:
 * a circle resolves to its earliest member, so that every device finds the same one.
 */
export function rootOf(view: View, id: RecordId): RecordId {
  const path: RecordId[] = []
  for (let at: RecordId | undefined = id; at !== undefined;) {
    const seen = path.indexOf(at)
    if (seen >= 0) return earliest(view, path.slice(seen))
    path.push(at)
    const next: RecordId | undefined = view.get<Feedback>(at)?.duplicateOf
    // A link to what is not here (or may not be read) ends here.
    at = next !== undefined && view.get(next) ? next : undefined
  }
  return path.at(-1) ?? id
}

/** Head → all that say the same, the head included, earliest first; withdrawn ones do not count. */
export type Voices = ReadonlyMap<RecordId, readonly Feedback[]>

const known = new WeakMap<readonly Feedback[], Voices>()
/** Root → head of the voices that were made together: looking through all heads for one would be done for each row. */
const heads = new WeakMap<Voices, ReadonlyMap<RecordId, RecordId>>()

/**
 * Made once for a list of remarks, which is a new list when one of them changes: asking for each row anew would read the book
 * once for each row. Where the root was withdrawn, the earliest of the others is the head of them.
 */
export function voicesIn(view: View): Voices {
  const remarks = view.all<Feedback>('feedback')
  const voices = known.get(remarks) ?? made(remarks, view)
  known.set(remarks, voices)
  return voices
}

function made(remarks: readonly Feedback[], view: View): Voices {
  const byRoot = new Map<RecordId, Feedback[]>()
  for (const one of remarks) {
    if (one.voided) continue
    const root = rootOf(view, one.id)
    const same = byRoot.get(root)
    if (same) same.push(one)
    else byRoot.set(root, [one])
  }
  const voices = new Map<RecordId, readonly Feedback[]>()
  const byHead = new Map<RecordId, RecordId>()
  for (const [root, same] of byRoot) {
    const sorted = [...same].sort(byReceipt)
    const head = same.some(({ id }) => id === root) ? root : (sorted[0]?.id ?? root)
    voices.set(head, sorted)
    byHead.set(root, head)
  }
  heads.set(voices, byHead)
  return voices
}

/** The remark that stands in the list for all that say the same as this one. */
export function headOf(view: View, id: RecordId, voices = voicesIn(view)): RecordId {
  const root = rootOf(view, id)
  return heads.get(voices)?.get(root) ?? root
}

/** All remarks that say the same as this one, itself included, earliest first. */
export function voicesOf(view: View, id: RecordId, voices = voicesIn(view)): readonly Feedback[] {
  return voices.get(headOf(view, id, voices)) ?? []
}

/** How much stands behind a matter: households, each voice counted once, and when the first of them was heard. */
export interface Weight {
  readonly households: number
  /** ISO instant, as it was claimed. */
  readonly since: string
}

export function weightOf(voices: readonly Feedback[]): Weight | undefined {
  const [first, ...rest] = voices
  if (!first) return undefined
  return {
    households: voices.reduce((sum, one) => sum + one.affected, 0),
    since: rest.reduce((early, one) => (one.heardAt < early ? one.heardAt : early), first.heardAt),
  }
}

function earliest(view: View, circle: readonly RecordId[]): RecordId {
  const members = circle.map((id) => view.get<Feedback>(id)).filter((one) => one !== undefined)
  return members.sort(byReceipt)[0]?.id ?? (circle[0] as RecordId)
}

/** By the server's receipt; what has not arrived comes after what has, by the time it claims. */
function byReceipt(a: Feedback, b: Feedback): number {
  const left = a.receivedAt ?? `~${a.at}`
  const right = b.receivedAt ?? `~${b.at}`
  return left < right ? -1 : left > right ? 1 : a.id < b.id ? -1 : 1
}
