/** Longer than a file should be: what an order is, and what two who do the same to it at once mean, is read together. */
import type { Category } from './categories.ts'
import type { Area, Payer } from './cost.ts'
import { ALREADY, type Change, held, type Stamp } from '#domain/change.ts'
import { higherUrgency, type Track, type Urgency } from './due.ts'
import type { Hands, Team } from './hands.ts'
import { type ChangeId, derivedId, type PersonId, type RecordId } from '#domain/ids.ts'
import { type FieldRule, mergeFields, same } from '#domain/merge.ts'
import type { Body, Outside } from './outside.ts'
import { applied, type Folded, type Recorded, type Verdict } from '#domain/record.ts'
import type { Window } from '#domain/window.ts'

export const STATUSES = ['open', 'accepted', 'working', 'onHold', 'done'] as const
export type Status = (typeof STATUSES)[number]

export const HOLD_REASONS = [
  'parts',
  'owner_absent',
  'needs_vote',
  'needs_fund',
  'vendor',
  'weather',
  'other_dept',
] as const
export type HoldReason = (typeof HOLD_REASONS)[number]

/** What the asker says when asked whether it is really solved. */
export const CALLBACKS = ['satisfied', 'basically', 'dissatisfied', 'unreachable'] as const
export type Callback = (typeof CALLBACKS)[number]

/** One step in an order's history, kept once under the id of its change. Only ever added. */
export interface OrderEvent {
  readonly id: ChangeId
  readonly is:
    | 'assigned'
    | 'accepted'
    | 'working'
    | 'noted'
    | 'held'
    | 'closed'
    | 'reopened'
    | 'callback'
    | 'rechecked'
    | 'transferred' // sent to somebody outside
    | 'replied' // what they answered
    | 'promised' // somebody said on which day they come
    | 'joined' // two orders about one thing: this one ended in the other
    | 'parted' // and was taken out again
  readonly at: string
  readonly by: PersonId
  /** Server time; absent while it is only here. */
  readonly receivedAt?: string
  readonly text?: string
  readonly photos?: readonly string[]
  readonly assignee?: PersonId
  readonly team?: Team
  readonly vendor?: string
  readonly reason?: HoldReason
  /** The next date of a hold, or the day somebody comes; a day in Shanghai. */
  readonly until?: string
  readonly body?: Body
  readonly reference?: string
  readonly result?: Callback
  /** Whether it was found in order when somebody looked again. */
  readonly good?: boolean
}

/** A round at the bins that found something to put right: which item, at which point, day and window. */
export interface Sheet {
  readonly day: string
  readonly window: Window
  readonly item: string
}

/** A matter handed to the property, the community or a neighbour, until it is really solved. */
export interface Order extends Recorded, Hands {
  readonly kind: 'order'
  /** The remarks it comes from; more voices are those whose `duplicateOf` names one of them. */
  readonly from: readonly RecordId[]
  /** It comes of a round at the bins instead. */
  readonly sheet?: Sheet
  /** Copied from the remark, so that its readers need not be the remark's. */
  readonly text: string
  readonly category: Category
  readonly urgency: Urgency
  readonly track: Track
  readonly status: Status
  /** 首接负责: who took it first stays answerable. */
  readonly firstReceiver: PersonId
  readonly outside?: Outside
  /** It was found to be the same as an earlier one: that one goes on, and this one is voided with its history. */
  readonly mergedInto?: RecordId
  readonly area?: Area
  /** What it cost, in cents. */
  readonly costCents?: number
  readonly payer?: Payer
  readonly materials?: string
  /** When it was received as a remark, if that is known: the clock starts there. */
  readonly heardReceivedAt?: string
  readonly events: readonly OrderEvent[]
  readonly closedAt?: string
  readonly before: readonly string[]
  readonly after: readonly string[]
}

/** One order comes of one remark: two people who open it make one. */
export function orderId(feedback: RecordId): RecordId {
  return derivedId('order', feedback)
}

/** One order comes of one item of one sheet, however many tablets stand at the point. */
export function sheetOrderId(point: RecordId, { day, window, item }: Sheet): RecordId {
  return derivedId('order', point, day, window, item)
}

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
