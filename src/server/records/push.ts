import { type Change, took } from '#domain/change.ts'
import { type Held, heldId } from '#domain/held.ts'
import { type ChangeId, SERVER, type StreamId } from '#domain/ids.ts'
import type { LogRow } from '#server/log/log.ts'
import { type Arrival, type Letter, wasFolded } from './arrival.ts'
import type { Desk } from './desk.ts'
import { plan } from './plan.ts'
import { takeAct } from './take.ts'
import { write } from './write.ts'

export interface Pushed {
  readonly fork: boolean
  /** How far the stream is accepted now. */
  readonly acked: number
}

/** Takes the changes of a request in order of `n` without gaps, act by act, each id once for ever (W2). */
export async function push(desk: Desk, stream: StreamId, letters: readonly Letter[]): Promise<Pushed> {
  const pushed = await takeInOrder(desk, stream, letters)
  if (letters.some(({ firstOutcome }) => firstOutcome && wasFolded(firstOutcome))) await releaseEarlier(desk)
  return pushed
}

async function takeInOrder(desk: Desk, stream: StreamId, letters: readonly Letter[]): Promise<Pushed> {
  let acked = await desk.tx.acked(stream)
  for (const act of actsOf(letters)) {
    const fresh: Letter[] = []
    for (const letter of act) {
      if (letter.n <= acked) {
        if ((await desk.tx.at(stream, letter.n)) !== letter.arrival.change.id) return { fork: true, acked }
        continue
      }
      const again = fresh.find((one) => one.n === letter.n)
      if (again?.arrival.change.id === letter.arrival.change.id) continue
      // Neither read nor answered: the device goes on from `acked`. The act is not cut here, so none of it is taken.
      if (letter.n !== acked + fresh.length + 1) return { fork: again !== undefined, acked }
      fresh.push(letter)
    }
    await takeFresh(desk, fresh)
    for (const { n, arrival } of fresh) await desk.tx.receipt(stream, n, arrival.change.id)
    acked += fresh.length
  }
  return { fork: false, acked }
}

/** Takes what is not known yet, as one act; what is known has its outcome. */
export async function takeFresh(desk: Desk, letters: readonly Letter[]): Promise<void> {
  const unknown = new Map<ChangeId, Arrival>()
  for (const { arrival, firstOutcome } of letters) {
    const { id } = arrival.change
    const row = await desk.row(id)
    if (!row) unknown.set(id, unknown.get(id) ?? arrival)
    else if (row.outcome.is === 'held' && firstOutcome && wasFolded(firstOutcome))
      await releaseKept(desk, arrival)
  }
  if (unknown.size > 0) await takeAct(desk, [...unknown.values()])
}

/** Held since the restore, though it was folded before it: it is let go, if nobody has decided and it still can be (W7). */
async function releaseKept(
  desk: Desk,
  arrival: Pick<Arrival, 'change' | 'device' | 'first'>,
): Promise<boolean> {
  const { id } = arrival.change
  const kept = (await desk.get(heldId(id))) as Held | undefined
  if (kept?.status !== 'open') return false
  const release: Arrival = {
    change: {
      id: desk.newId(),
      record: kept.id,
      name: 'held.release',
      v: 1,
      actor: SERVER,
      at: desk.now,
      args: {},
    },
    device: arrival.device,
    body: { at: desk.now, args: {} },
    free: true,
    ...(arrival.first && { first: arrival.first }),
  }
  const steps = await plan(desk, [release])
  const folds = steps.every((step) => took(step.outcome) || step.outcome.is === 'already')
  if (folds) await write(desk, steps)
  return folds
}

/**
 * Devices bring a history back in another order than it had. What was folded in it and could not be folded when it came,
 * because another device's step was missing, is let go when that step is here (W7).
 */
async function releaseEarlier(desk: Desk): Promise<void> {
  await desk.flush()
  const rows: LogRow[] = []
  for (const kept of (await desk.tx.recordsOf('held')) as readonly Held[]) {
    const row = kept.status === 'open' ? await desk.row(kept.change.id) : undefined
    if (row?.first) rows.push(row)
  }
  rows.sort((a, b) => a.seq - b.seq)
  for (let moved = true; moved;) {
    moved = false
    for (const { change: id, device, first, ...row } of rows) {
      const change: Change = { ...row, id, at: '', args: null }
      if (await releaseKept(desk, { change, device, ...(first && { first }) })) moved = true
    }
  }
}

/** Neighbours with the same act belong together. */
export function actsOf(letters: readonly Letter[]): readonly (readonly Letter[])[] {
  const acts: Letter[][] = []
  for (const letter of letters) {
    const last = acts.at(-1)
    const act = letter.arrival.change.act
    if (last && act !== undefined && last[0]?.arrival.change.act === act) last.push(letter)
    else acts.push([letter])
  }
  return acts
}
