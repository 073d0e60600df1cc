import { KINDS } from '#domain/catalogue.ts'
import { type DeviceId, type RecordId, SERVER } from '#domain/ids.ts'
import type { Place, PlaceTree } from '#domain/places.ts'
import type { Recorded } from '#domain/record.ts'
import { type Desk, scopeOf } from './desk.ts'

/**
 * Notes below which places a subtree went in or out, so that the scope of their readers becomes another (W6). A new place
 * counts when something names it already: for its readers that comes in with it.
 */
export async function noteMove(
  desk: Desk,
  before: Place | undefined,
  after: Place,
  seq: number,
): Promise<void> {
  if (before && before.parent === after.parent) return
  const was = desk.tree()
  if (!before && was.children(after.id).length === 0) {
    await desk.flush()
    if ((await desk.tx.recordsAt(after.id)).length === 0) return
  }
  const out = above(was, before?.parent)
  const into = above(desk.tree([after]), after.parent)
  const moved = [...out.filter((id) => !into.includes(id)), ...into.filter((id) => !out.includes(id))]
  if (moved.length > 0) await desk.tx.moved(moved, seq)
}

function above(tree: PlaceTree, place: RecordId | undefined): readonly RecordId[] {
  return place === undefined ? [] : tree.path(place).map((one) => one.id)
}

/** Parts lie where their head lies: they move with it, each with a row of its own. */
export async function partsFollow(desk: Desk, before: Recorded, after: Recorded): Promise<void> {
  await desk.flush()
  const there = await desk.tx.recordsAt(before.place)
  for (const { id } of there) {
    const part = await desk.get(id)
    if (!part || KINDS.get(part.kind)?.headOf?.(part) !== after.id) continue
    const seq = await desk.tx.raise()
    const moved = { ...part, place: after.place }
    await desk.append({
      seq,
      epoch: desk.epoch,
      change: desk.newId(),
      record: id,
      name: `${part.kind}.follow`,
      v: 1,
      actor: SERVER,
      device: SERVER as string as DeviceId,
      receivedAt: desk.now,
      body: { at: desk.now, args: { place: after.place } },
      outcome: { is: 'applied' },
      before: scopeOf(part),
    })
    desk.set(moved, seq)
    await partsFollow(desk, part, moved)
  }
}
