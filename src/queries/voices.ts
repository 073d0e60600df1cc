import type { Feedback } from '#domain/feedback.ts'
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

/** Root → all that say the same, the root included, earliest first; withdrawn ones do not count. */
export type Voices = ReadonlyMap<RecordId, readonly Feedback[]>

/** Made once for a whole list: asking for each row anew would read the book once for each row. */
export function voicesIn(view: View): Voices {
  const voices = new Map<RecordId, Feedback[]>()
  for (const one of view.all<Feedback>('feedback')) {
    if (one.voided) continue
    const root = rootOf(view, one.id)
    const same = voices.get(root)
    if (same) same.push(one)
    else voices.set(root, [one])
  }
  for (const same of voices.values()) same.sort(byReceipt)
  return voices
}

/** All remarks that say the same as this one, itself included, earliest first. */
export function voicesOf(view: View, id: RecordId, voices = voicesIn(view)): readonly Feedback[] {
  return voices.get(rootOf(view, id)) ?? []
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
