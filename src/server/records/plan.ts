import { fold, KINDS, verbOf } from '#domain/catalogue.ts'
import { type Change, held, type Outcome, type Stamp, took } from '#domain/change.ts'
import type { Held } from '#domain/held.ts'
import type { ChangeId, RecordId } from '#domain/ids.ts'
import type { Recorded } from '#domain/record.ts'
import { isTombstone } from '#domain/tombstone.ts'
import type { Arrival } from './arrival.ts'
import type { Desk } from './desk.ts'
import { everMight, judge } from './judge.ts'
import { keyTaken } from './keyTaken.ts'

/** What one change of an act would do, before anything is written. */
export interface Step {
  readonly arrival: Arrival
  /** The place in the log it will get when all of the act is written. */
  readonly seq: number
  readonly before: Recorded | undefined
  readonly after: Recorded | undefined
  readonly outcome: Outcome
  readonly no?: number
}

/**
 * Judges and folds the changes of one act, each on what the ones before it left. Writes nothing, but takes spoken numbers
 * once it is sure that the act holds none back.
 */
export async function plan(desk: Desk, arrivals: readonly Arrival[]): Promise<readonly Step[]> {
  const released = new Map<ChangeId, Arrival>()
  const steps = await tryOut(desk, arrivals, released, new Map())
  if (steps.some((step) => step.outcome.is === 'held')) return steps

  const numbers = new Map<string, number>()
  for (const { arrival, before, after } of steps) {
    const { change, first } = arrival
    const verb = verbOf(change)?.verb
    if (before || !after || !verb || !('create' in verb) || !verb.numbered) continue
    numbers.set(change.id, first?.no ?? (await desk.tx.number(after.kind)))
  }
  return numbers.size > 0 ? tryOut(desk, arrivals, released, numbers) : steps
}

async function tryOut(
  desk: Desk,
  arrivals: readonly Arrival[],
  /** What a release brings back, under one id however often it is tried: its number is given to that. */
  released: Map<ChangeId, Arrival>,
  numbers: ReadonlyMap<string, number>,
): Promise<readonly Step[]> {
  const head = await desk.tx.head()
  const ahead = new Map<RecordId, Recorded>()
  const steps: Step[] = []
  const add = async (arrival: Arrival): Promise<Step> => {
    const step = await tryOne(desk, arrival, head + steps.length + 1, ahead, numbers.get(arrival.change.id))
    if (took(step.outcome) && step.after) ahead.set(step.after.id, step.after)
    steps.push(step)
    return step
  }

  for (const arrival of arrivals) {
    const step = await add(arrival)
    // A correction that comes after a decision must not say beside it what it says instead: its act is held (W3).
    if (tooLate(step, arrivals)) steps[steps.indexOf(step)] = { ...step, outcome: held('decidedBefore') }
    if (arrival.change.name !== 'held.release' || !took(step.outcome)) continue
    // A release means that what was kept is folded now. What still cannot be folded stays open, and the release is held.
    const again = released.get(arrival.change.id) ?? releasedArrival(desk, step.after as Held, arrival)
    released.set(arrival.change.id, again)
    const { outcome } = await add(again)
    if (outcome.is === 'held' || outcome.is === 'waits') {
      const why = outcome.is === 'held' ? outcome.why : 'recordMissing'
      steps.splice(steps.indexOf(step), 2, { ...step, after: step.before, outcome: held(why) })
    }
  }
  return steps
}

/** Only of a correction that brings its words along, and not of one that was taken in an earlier life of this log (W7). */
function tooLate({ arrival, outcome }: Step, act: readonly Arrival[]): boolean {
  const { change, free } = arrival
  return change.name === 'held.correct' && outcome.is === 'already' && act.length > 1 && !free
}

async function tryOne(
  desk: Desk,
  arrival: Arrival,
  seq: number,
  ahead: Map<RecordId, Recorded>,
  no: number | undefined,
): Promise<Step> {
  const { change, first, free, decided, refused } = arrival
  const before = ahead.get(change.record) ?? (await desk.get(change.record))
  const stays = (outcome: Outcome): Step => ({ arrival, seq, before, after: before, outcome })
  // Before anything else is asked: what is erased is neither held nor kept in words (W15).
  if (isTombstone(before)) return { ...stays({ is: 'erased' }), arrival: wordless(arrival) }
  if (refused) return stays(held(refused))

  const stamp: Stamp = {
    ...(first ?? { epoch: desk.epoch, seq, receivedAt: desk.now }),
    ...(no !== undefined && { no }),
  }
  const folded = fold(before, change, stamp)
  const known = verbOf(change)
  if (folded.outcome.is === 'waits' && !free && known && !(await everMight(desk, change.actor, known.verb)))
    return stays(held('notAllowed'))
  if (folded.outcome.is === 'held' || folded.outcome.is === 'waits') return stays(folded.outcome)
  const record = folded.record && (await withHead(desk, folded.record, before, ahead))
  if (took(folded.outcome) && (await isBehindErased(desk, before, record, ahead)))
    return stays(held('wrongState'))
  const isPlace = record?.kind === 'place' && took(folded.outcome)
  if (isPlace && (!free || decided) && keyTaken(desk.tree(ahead.values()), before, record))
    return stays(held('wrongState'))
  const judged =
    !free && known && record
      ? await judge(desk, arrival, known.verb, before, record, [...ahead.values(), record])
      : arrival.lapsed
        ? 'lapsed'
        : 'allowed'
  if (judged !== 'allowed' && judged !== 'lapsed') return stays(held(judged))
  // Once for a record: its first late word carries the mark, and whoever wrote it is told once.
  const marked = judged === 'lapsed' && record && !before?.lapsed && folded.outcome.is === 'applied'
  return {
    arrival,
    seq,
    before,
    after: marked ? { ...record, lapsed: true } : record,
    outcome: marked ? { is: 'applied', lapsed: true } : folded.outcome,
    ...(no !== undefined && { no }),
  }
}

function wordless(arrival: Arrival): Arrival {
  const { at } = arrival.change
  return { ...arrival, change: { ...arrival.change, args: null }, body: { at, args: null } }
}

/** Somebody who goes on living here would be hidden behind one who is erased: a person decides. */
async function isBehindErased(
  desk: Desk,
  before: Recorded | undefined,
  after: Recorded | undefined,
  ahead: ReadonlyMap<RecordId, Recorded>,
): Promise<boolean> {
  const standIn = after && KINDS.get(after.kind)?.standInOf
  const id = standIn?.(after)
  if (id === undefined || (before && standIn?.(before) === id)) return false
  return isTombstone(ahead.get(id) ?? (await desk.get(id)))
}

/** A new part lies where its head lies now, whatever its author saw: its readers are those of that place. */
async function withHead(
  desk: Desk,
  record: Recorded,
  before: Recorded | undefined,
  ahead: ReadonlyMap<RecordId, Recorded>,
): Promise<Recorded> {
  const headId = before ? undefined : KINDS.get(record.kind)?.headOf?.(record)
  if (headId === undefined) return record
  const head = ahead.get(headId) ?? (await desk.get(headId))
  return head && head.place !== record.place ? { ...record, place: head.place } : record
}

/** What was kept, again, in its author's name and by the decider's word. */
function releasedArrival(desk: Desk, kept: Held, by: Arrival): Arrival {
  const { at, args } = (kept.body ?? {}) as Partial<Pick<Change, 'at' | 'args'>>
  const { act: _, ...change } = kept.change
  return {
    change: { ...change, id: desk.newId(), at: at ?? kept.at, args },
    device: by.device,
    body: kept.body,
    free: true,
    ...(by.first ? { first: by.first } : { decided: true }),
  }
}
