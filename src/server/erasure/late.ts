import { kindOf } from '#domain/change.ts'
import { type Resident } from '#domain/doors/resident.ts'
import type { RecordId } from '#domain/ids.ts'
import { isTombstone, type Known } from '#domain/tombstone.ts'
import type { Arrival } from '#server/records/arrival.ts'
import type { Desk } from '#server/records/desk.ts'
import { cutOut, isKnown } from './words.ts'

/** What is written at a door in people's own words, and may name who lived there. */
const IN_WORDS: ReadonlySet<string> = new Set(['visit', 'feedback', 'order', 'look', 'reporter'])

/**
 * A change that comes after somebody was erased and names them: written before its device had heard of it, brought in a rescue
 * file, or sent again to a restored server. It is taken as anybody's, without their name (W15). While somebody of that name lives
 * there again nothing is cut: the word may be theirs.
 */
export async function withoutErased(desk: Desk, arrival: Arrival): Promise<Arrival> {
  const { change } = arrival
  if (!IN_WORDS.has(kindOf(change.name))) return arrival
  const place = await placeOf(desk, arrival)
  if (place === undefined || desk.tree().get(place)?.what !== 'dwelling') return arrival
  await desk.flush()
  const there = await desk.tx.recordsAt(place)
  const known = there.flatMap((one): readonly Known[] => (isTombstone(one) ? (one.known ?? []) : []))
  if (known.length === 0) return arrival
  for (const one of there) {
    const name = one.kind === 'resident' ? (one as Resident).name : undefined
    if (name !== undefined && (await isKnown(desk.digest, desk.tenant, known, 'word', name))) return arrival
  }
  const [args, body] = [
    await cutOut(desk.digest, desk.tenant, known, change.args),
    await cutOut(desk.digest, desk.tenant, known, arrival.body),
  ]
  return args === change.args && body === arrival.body
    ? arrival
    : { ...arrival, change: { ...change, args }, body }
}

/** Where it happens: at its record's place, or where it says that a new one is. */
async function placeOf(desk: Desk, { change }: Arrival): Promise<RecordId | undefined> {
  const record = await desk.get(change.record)
  if (record) return record.place
  const { place } = (change.args ?? {}) as { readonly place?: unknown }
  return typeof place === 'string' ? (place as RecordId) : undefined
}
