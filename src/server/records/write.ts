import { KINDS } from '#domain/catalogue.ts'
import { type Change, held, type HeldWhy, kindOf, took } from '#domain/change.ts'
import { type Held, heldId } from '#domain/held.ts'
import { type DeviceId, type RecordId, SERVER } from '#domain/ids.ts'
import type { Place } from '#domain/places.ts'
import type { Recorded } from '#domain/record.ts'
import type { LogRow } from '#server/log/log.ts'
import type { Arrival } from './arrival.ts'
import { type Desk, knownScope } from './desk.ts'
import { closeKept, keep } from './keep.ts'
import { noteMove, partsFollow } from './moves.ts'
import { plan, type Step } from './plan.ts'

/** Writes steps that hold nothing, then what follows from them in the same transaction. */
export async function write(desk: Desk, steps: readonly Step[]): Promise<void> {
  for (const step of steps) {
    const seq = await appendRow(desk, step)
    if (!took(step.outcome) || !step.after) continue
    if (step.after.kind === 'place')
      await noteMove(desk, step.before as Place | undefined, step.after as Place, seq)
    desk.set(step.after, seq)
  }
  for (const { arrival, before, after, outcome } of steps) {
    if (outcome.is === 'waits') await keepBack(desk, arrival, 'recordMissing')
    if (!took(outcome) || !after) continue
    if (before && before.place !== after.place) await partsFollow(desk, before, after)
    await othersFollow(desk, before, after)
    if (!before) await waitingFollow(desk, after.id)
  }
}

/** What a change means for records that its author may not even read (`Kind.follows`), and what was said before a newcomer came. */
async function othersFollow(desk: Desk, before: Recorded | undefined, after: Recorded): Promise<void> {
  const heeded = before ? undefined : KINDS.get(after.kind)?.heeds?.(after)
  const word = heeded && (await desk.get(heeded))
  const said = word ? (KINDS.get(word.kind)?.follows?.(undefined, word) ?? []) : []
  const following = [
    ...(KINDS.get(after.kind)?.follows?.(before, after) ?? []),
    ...said.filter(({ record }) => record === after.id),
  ]
  for (const { args, ...of } of following) {
    if (!(await desk.get(of.record))) continue
    const change: Change = { ...of, args, id: desk.newId(), actor: SERVER, at: desk.now }
    const body = { at: desk.now, args }
    const arrival = { change, device: SERVER as string as DeviceId, body, free: true } as const
    await write(desk, await plan(desk, [arrival]))
  }
}

/** Keeps a change for a person; what was decided on it before it was here follows (a restore brings things back in any order). */
export async function keepBack(desk: Desk, arrival: Arrival, why: HeldWhy): Promise<void> {
  const id = heldId(arrival.change.id)
  const isNew = (await desk.get(id)) === undefined
  await keep(desk, arrival, why)
  if (isNew) await waitingFollow(desk, id)
}

/** Every change has its row, and every row its own `seq` (W5). */
export async function appendRow(
  desk: Desk,
  step: Pick<Step, 'arrival' | 'before' | 'outcome'> & { readonly no?: number },
): Promise<number> {
  const { change, device, body, first } = step.arrival
  const seq = await desk.tx.raise()
  const before = step.before && knownScope(step.before)
  await desk.append({
    seq,
    epoch: desk.epoch,
    change: change.id,
    record: change.record,
    name: change.name,
    v: change.v,
    actor: change.actor,
    ...(change.act !== undefined && { act: change.act }),
    device,
    receivedAt: desk.now,
    body,
    outcome: step.outcome,
    ...(step.no !== undefined && { no: step.no }),
    ...(first && { first }),
    ...(before && { before }),
  })
  return seq
}

/** The record is here: what waited for it is judged now, in the order it came, unless a person has decided meanwhile (W3). */
async function waitingFollow(desk: Desk, record: RecordId): Promise<void> {
  for (const row of await desk.tx.waiting(record)) {
    const kept = (await desk.get(heldId(row.change))) as Held | undefined
    if (kept && kept.status !== 'open') {
      await desk.settle(row.change, held('recordMissing'))
      continue
    }
    const arrival = arrivalOf(row)
    const [step, ...more] = await plan(desk, [arrival])
    if (!step) continue
    if (step.outcome.is === 'held') {
      await desk.settle(row.change, step.outcome)
      await keep(desk, arrival, step.outcome.why)
      continue
    }
    const first = row.first ?? { epoch: desk.epoch, seq: step.seq, receivedAt: desk.now }
    await desk.settle(row.change, step.outcome, first)
    await write(desk, [{ ...step, arrival: came(desk, arrival) }, ...more])
    await closeKept(desk, row.change, row.device)
  }
}

/** The row that says when a waiting change was folded; what it says lies in its own row. */
function came(desk: Desk, { change, device }: Arrival): Arrival {
  const args = { of: change.id }
  const name = `${kindOf(change.name)}.came`
  return {
    change: { ...change, id: desk.newId(), name, actor: SERVER, at: desk.now, args },
    device,
    body: { at: desk.now, args },
  }
}

function arrivalOf(row: LogRow): Arrival {
  const { at, args } = row.body as Pick<Change, 'at' | 'args'>
  return {
    change: {
      id: row.change,
      record: row.record,
      name: row.name,
      v: row.v,
      actor: row.actor,
      ...(row.act !== undefined && { act: row.act }),
      at,
      args,
    },
    device: row.device,
    body: row.body,
    ...(row.first && { first: row.first, free: true }),
  }
}
