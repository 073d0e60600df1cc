import { ALREADY, type Change, held, type Stamp } from '#domain/change.ts'
import { higherUrgency, type Urgency } from './due.ts'
import type { RecordId } from '#domain/ids.ts'
import { type FieldRule, mergeFields, same } from '#domain/merge.ts'
import { applied, type Folded, type Verdict } from '#domain/record.ts'
import type { Order, OrderEvent, Status } from './order.ts'

/** From → to. A jump that is not here is kept for a person to decide. */
const STEPS: Readonly<Record<Status, readonly Status[]>> = {
  open: ['accepted', 'working', 'onHold', 'done'],
  accepted: ['working', 'onHold', 'done'],
  working: ['onHold', 'done'],
  onHold: ['working', 'done'],
  done: ['open'],
}

type Said = Partial<{
  [K in Exclude<keyof OrderEvent, 'id' | 'is' | 'at' | 'by' | 'receivedAt'>]: OrderEvent[K] | undefined
}>

export function event(
  is: OrderEvent['is'],
  change: Change,
  stamp: Stamp | undefined,
  said: Said,
): OrderEvent {
  const given = Object.entries(said).filter(
    ([, value]) => value !== undefined && value !== '' && !isEmpty(value),
  )
  return {
    id: change.id,
    is,
    at: change.at,
    by: change.actor,
    ...(stamp && { receivedAt: stamp.receivedAt }),
    ...Object.fromEntries(given),
  }
}

type Lost = Readonly<Record<string, unknown>>

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0
}

export function knows(record: Order, change: Change): boolean {
  return record.events.some((one) => one.id === change.id)
}

export function added(record: Order, one: OrderEvent): readonly OrderEvent[] {
  return record.events.some((other) => other.id === one.id) ? record.events : [...record.events, one]
}

export function step(record: Order, to: Status, own: OrderEvent) {
  if (!STEPS[record.status].includes(to)) return held('wrongState')
  return applied({ ...record, status: to, events: added(record, own) })
}

export function closed(record: Order, said: Said, change: Change, stamp: Stamp | undefined): Order {
  return {
    ...record,
    status: 'done',
    closedAt: stamp?.receivedAt ?? change.at,
    after: union(record.after, said.photos ?? []),
    events: added(record, event('closed', change, stamp, said)),
  }
}

/** Closing what is closed loses nothing: its words and photos stay, the first closing stands. */
export function close(record: Order, said: Said, change: Change, stamp: Stamp | undefined) {
  if (record.status !== 'done') return applied(closed(record, said, change, stamp))
  if (knows(record, change)) return ALREADY
  const after = union(record.after, said.photos ?? [])
  return noted({ ...record, after }, said, change, stamp, { status: 'done' })
}

/** Two did the same step: the first stands, what the second wrote or photographed stays under it. */
export function beside(
  record: Order,
  said: Said,
  change: Change,
  stamp: Stamp | undefined,
  lost: Lost,
): Verdict<Order> {
  const nothing = !said.text && isEmpty(said.photos ?? [])
  return nothing || knows(record, change) ? ALREADY : noted(record, said, change, stamp, lost)
}

/**
 * Somebody at the bins looked again. In order: what nobody had closed is closed by it. Not in order: what was closed is open
 * again, and what its finder had taken back meanwhile stands again; what is open only hears of it.
 */
export function rechecked(
  record: Order,
  said: Said,
  change: Change,
  stamp: Stamp | undefined,
): Verdict<Order> {
  if (knows(record, change)) return ALREADY
  const own = event('rechecked', change, stamp, said)
  if (said.good) {
    const heard: Order = { ...record, events: added(record, own) }
    if (record.status === 'done') return applied(heard)
    return applied<Order>({ ...heard, status: 'done', closedAt: stamp?.receivedAt ?? change.at })
  }
  const { voided: _, ...stands } = record
  return record.status === 'done'
    ? reopened(stands, own)
    : applied<Order>({ ...stands, events: added(record, own) })
}

/** Nobody but its author has laid a hand on it: it may be said otherwise, or taken back. */
export function untouched(record: Order): boolean {
  return record.status === 'open' && record.events.every((one) => one.by === record.author)
}

/**
 * A round at the bins found again what a round of the same window had found. Its finder, as long as nobody else has laid a hand
 * on it, says it in other words. Everybody else adds what they saw: the first words stand, theirs are in the history. What had
 * been taken back stands again. What is handled is not opened by it, it only hears of it: it was seen in the same window,
 * perhaps before.
 */
export function foundAgain(
  record: Order,
  second: Pick<Order, 'text' | 'category' | 'urgency' | 'track' | 'before'>,
  change: Change,
  stamp: Stamp | undefined,
): Verdict<Order> {
  if (knows(record, change)) return ALREADY
  const { voided, ...stands } = record
  const { text, category, urgency, track, before } = second
  if (change.actor === record.author && untouched(record)) {
    const said: Order = { ...stands, text, category, urgency, track, before }
    return same(record, said) ? ALREADY : applied(said)
  }
  const seen = before.filter((photo) => !record.before.includes(photo))
  const nothingNew = change.actor === record.author && text === record.text && isEmpty(seen)
  if (nothingNew && !voided) return ALREADY
  const own =
    record.status === 'done'
      ? event('noted', change, stamp, { text })
      : event('rechecked', change, stamp, { good: false, text })
  return applied<Order>({
    ...stands,
    urgency: higherUrgency(record.urgency, urgency),
    before: union(record.before, seen),
    events: added(record, own),
  })
}

function noted(record: Order, said: Said, change: Change, stamp: Stamp | undefined, lost: Lost) {
  const kept: Order = { ...record, events: added(record, event('noted', change, stamp, said)) }
  return { record: kept, outcome: { is: 'merged', lost } } as const
}

/** Two opened it: the first stands, urgency takes the higher, and what the second chose otherwise is named. */
export function openedAgain(
  record: Order,
  second: Pick<Order, 'text' | 'category' | 'urgency' | 'track' | 'before'> & {
    readonly from: readonly string[]
  },
  change: Change,
  stamp?: Stamp,
): Verdict<Order> {
  const from = union(record.from, second.from as readonly RecordId[])
  const before = union(record.before, second.before)
  const grown = from.length > record.from.length || before.length > record.before.length
  const both = grown ? { ...record, from, before } : record
  const edits = (['text', 'category', 'urgency', 'track'] as const)
    .filter((field) => record[field] !== second[field])
    .map((field) => [field, { was: undefined, now: second[field] }] as const)
  const stands: FieldRule = (current) => current
  const met = mergeFields(both, Object.fromEntries(edits), change, stamp, {
    text: stands,
    category: stands,
    track: stands,
    urgency: (current, wanted) => higherUrgency(current as Urgency, wanted as Urgency),
  })
  if (met.outcome.is === 'merged') return { record: met.record, outcome: { ...met.outcome, into: record.id } }
  return grown ? applied(both) : ALREADY
}

export function lostIn(verdict: Verdict<Order>): Lost {
  return 'outcome' in verdict && verdict.outcome.is === 'merged' ? verdict.outcome.lost : {}
}

function union<T>(some: readonly T[], more: readonly T[]): readonly T[] {
  return [...new Set([...some, ...more])]
}

export function reopened(record: Order, own: OrderEvent): Folded<Order> {
  // Who had it outside had answered, or it was closed without them: from here on it is ours again.
  const { closedAt: _, outside: __, ...rest } = record
  return applied<Order>({ ...rest, status: 'open', events: added(record, own) })
}
