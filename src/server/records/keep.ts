import { fold, isSealed } from '#domain/catalogue.ts'
import { type Change, type HeldWhy, took } from '#domain/change.ts'
import { heldId } from '#domain/held.ts'
import { type ChangeId, type DeviceId, SERVER } from '#domain/ids.ts'
import type { Arrival } from './arrival.ts'
import { type Desk, scopeOf } from './desk.ts'

/** Keeps a change for a person's decision; keeps it for another reason when it is kept already (W3). */
export async function keep(desk: Desk, { change, device, body }: Arrival, why: HeldWhy): Promise<void> {
  const { at: _, args: __, ...kept } = change
  const args = { place: desk.compound, change: kept, personal: isSealed(change.name), device, why, body }
  await onHeld(desk, 'held.keep', change.id, args, device)
}

/** The server's word that what was kept is folded now, because its record has come. */
export async function closeKept(desk: Desk, change: ChangeId, device: DeviceId): Promise<void> {
  await onHeld(desk, 'held.release', change, {}, device)
}

/** A change of the server on a held record. Its log row names the kept change: a payload lies in one row only. */
async function onHeld(desk: Desk, name: string, of: ChangeId, args: object, device: DeviceId): Promise<void> {
  const record = heldId(of)
  const change: Change = { id: desk.newId(), record, name, v: 1, actor: SERVER, at: desk.now, args }
  const before = await desk.get(record)
  const seq = await desk.tx.raise()
  const folded = fold(before, change, { epoch: desk.epoch, seq, receivedAt: desk.now })
  await desk.append({
    seq,
    epoch: desk.epoch,
    change: change.id,
    record,
    name,
    v: 1,
    actor: SERVER,
    device,
    receivedAt: desk.now,
    body: { at: desk.now, args: { of } },
    outcome: folded.outcome,
    ...(before && { before: scopeOf(before) }),
  })
  if (took(folded.outcome) && folded.record) desk.set(folded.record, seq)
}
