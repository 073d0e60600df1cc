// Long because an order has ten verbs and each says in a few lines what two people who do it at once mean.
import { array, maxLength, minLength, optional, picklist, pipe, regex, strictObject, string } from 'valibot'
import { CATEGORIES, type Category } from './categories.ts'
import { ALREADY, type Change, held, type Outcome, type Stamp } from './change.ts'
import { higherUrgency, type Track, TRACKS, URGENCIES, type Urgency } from './due.ts'
import { id, type ChangeId, derivedId, type PersonId, type RecordId } from './ids.ts'
import { photoHash } from './incident.ts'
import { type FieldRule, mergeFields } from './merge.ts'
import { applied, creation, fresh, type Kind, type Recorded, verb, type Verdict } from './record.ts'

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
  readonly is: 'assigned' | 'accepted' | 'working' | 'noted' | 'held' | 'closed' | 'reopened' | 'callback'
  readonly at: string
  readonly by: PersonId
  /** Server time; absent while it is only here. */
  readonly receivedAt?: string
  readonly text?: string
  readonly photos?: readonly string[]
  readonly assignee?: PersonId
  readonly reason?: HoldReason
  /** The next date of a hold, a day in Shanghai. */
  readonly until?: string
  readonly result?: Callback
}

/** A matter handed to the property, the community or a neighbour, until it is really solved. */
export interface Order extends Recorded {
  readonly kind: 'order'
  /** The remarks it comes from; more voices are those whose `duplicateOf` names one of them. */
  readonly from: readonly RecordId[]
  /** Copied from the remark, so that its readers need not be the remark's. */
  readonly text: string
  readonly category: Category
  readonly urgency: Urgency
  readonly track: Track
  readonly status: Status
  /** 首接负责: who took it first stays answerable. */
  readonly firstReceiver: PersonId
  readonly assignee?: PersonId
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

/** From → to. A jump that is not here is kept for a person to decide. */
const STEPS: Readonly<Record<Status, readonly Status[]>> = {
  open: ['accepted', 'working', 'onHold', 'done'],
  accepted: ['working', 'onHold', 'done'],
  working: ['onHold', 'done'],
  onHold: ['working', 'done'],
  done: ['open'],
}

const words = pipe(string(), maxLength(500))
const photos = pipe(array(photoHash), maxLength(6))
const instant = pipe(string(), regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?Z$/))
const day = pipe(string(), regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/))

export const order: Kind<Order> = {
  kind: 'order',
  sealed: true,
  scopeOf: (record) => ({
    place: record.place,
    group: 'orders',
    people: [
      ...new Set([
        record.author,
        ...(record.assignee !== undefined && record.status !== 'done' ? [record.assignee] : []),
      ]),
    ],
  }),
  photosOf: (record) => [
    ...new Set([...record.before, ...record.after, ...record.events.flatMap((one) => one.photos ?? [])]),
  ],
  verbs: {
    open: creation({
      v: 1,
      args: strictObject({
        from: pipe(array(id), minLength(1), maxLength(20)),
        place: id,
        text: words,
        category: picklist(CATEGORIES),
        urgency: picklist(URGENCIES),
        track: picklist(TRACKS),
        firstReceiver: id,
        heardReceivedAt: optional(instant),
        before: photos,
        /** Fixed on the spot: opened and closed in one. */
        fixed: optional(strictObject({ text: optional(words), photos })),
      }),
      act: 'openOrder',
      numbered: true,
      create: ({ place, fixed, heardReceivedAt, ...args }, change, stamp): Order => {
        const opened: Order = {
          ...fresh('order', place as RecordId, change, stamp),
          kind: 'order',
          from: args.from as RecordId[],
          text: args.text,
          category: args.category,
          urgency: args.urgency,
          track: args.track,
          firstReceiver: args.firstReceiver as PersonId,
          before: args.before,
          status: 'open',
          events: [],
          after: [],
          ...(heardReceivedAt !== undefined && { heardReceivedAt }),
        }
        return fixed ? closed(opened, fixed, change, stamp) : opened
      },
      /** Somebody was first. Who fixed it on the spot meanwhile has closed it, whoever opened it. */
      meet: (record: Order, { fixed, ...args }, change, stamp) => {
        const met = openedAgain(record, args, change, stamp)
        if (!fixed) return met
        const closing = close('record' in met ? met.record : record, fixed, change, stamp)
        if (!('record' in closing)) return met
        const lost = { ...lostIn(met), ...lostIn(closing) }
        const outcome: Outcome = Object.keys(lost).length > 0 ? { is: 'merged', lost } : { is: 'applied' }
        return { record: closing.record, outcome }
      },
    }),
    assign: verb({
      v: 1,
      args: strictObject({ assignee: id }),
      act: 'assignOrder',
      fold: (record: Order, args, change, stamp) => {
        if (record.status === 'done') return held('wrongState')
        const assignee = args.assignee as PersonId
        if (record.assignee === assignee) return ALREADY
        return applied({
          ...record,
          assignee,
          events: added(record, event('assigned', change, stamp, { assignee })),
        })
      },
    }),
    /** 接了, or 在办. From a hold it goes on with the clock running again. */
    progress: verb({
      v: 1,
      args: strictObject({ to: picklist(['accepted', 'working']), text: optional(words), photos }),
      act: 'workOrder',
      fold: (record: Order, { to, ...said }, change, stamp) => {
        if (record.status === to) return beside(record, said, change, stamp, { status: to })
        return step(record, to, event(to, change, stamp, said))
      },
    }),
    note: verb({
      v: 1,
      args: strictObject({ text: words, photos }),
      act: 'openOrder',
      fold: (record: Order, said, change, stamp) =>
        knows(record, change)
          ? ALREADY
          : applied({ ...record, events: added(record, event('noted', change, stamp, said)) }),
    }),
    /** Stops the clock, with a reason and a next date; on that date it runs again by itself. */
    hold: verb({
      v: 1,
      args: strictObject({ reason: picklist(HOLD_REASONS), until: day, text: optional(words) }),
      act: 'workOrder',
      fold: (record: Order, said, change, stamp) => {
        const own = event('held', change, stamp, said)
        return record.status === 'onHold'
          ? applied({ ...record, events: added(record, own) })
          : step(record, 'onHold', own)
      },
    }),
    close: verb({
      v: 1,
      args: strictObject({ text: optional(words), photos }),
      act: 'workOrder',
      fold: (record: Order, said, change, stamp) => close(record, said, change, stamp),
    }),
    reopen: verb({
      v: 1,
      args: strictObject({ text: words }),
      act: 'confirmOrder',
      fold: (record: Order, said, change, stamp) =>
        record.status === 'done'
          ? reopened(record, event('reopened', change, stamp, said))
          : beside(record, said, change, stamp, { status: 'open' }),
    }),
    /** Made by mistake; its author takes it back and it stays in the history. */
    withdraw: verb({
      v: 1,
      args: strictObject({ reason: pipe(string(), maxLength(200)) }),
      act: 'openOrder',
      fold: (record: Order, args, change) => {
        if (change.actor !== record.author) return held('notAllowed')
        if (record.voided) return ALREADY
        return applied({ ...record, voided: { by: change.actor, at: change.at, reason: args.reason } })
      },
    }),
    /** The asker was asked. Dissatisfied reopens; nobody can be asked before it is handled. */
    callback: verb({
      v: 1,
      args: strictObject({ result: picklist(CALLBACKS), text: optional(words) }),
      act: 'confirmOrder',
      fold: (record: Order, said, change, stamp) => {
        const own = event('callback', change, stamp, said)
        if (record.status !== 'done') {
          // Two people asked, and one answer reopened it before the other came.
          return record.events.some((one) => one.is === 'callback')
            ? applied({ ...record, events: added(record, own) })
            : held('wrongState')
        }
        return said.result === 'dissatisfied'
          ? reopened(record, own)
          : applied({ ...record, events: added(record, own) })
      },
    }),
  },
}

type Said = Partial<{
  [K in 'text' | 'photos' | 'assignee' | 'reason' | 'until' | 'result']: OrderEvent[K] | undefined
}>

function event(is: OrderEvent['is'], change: Change, stamp: Stamp | undefined, said: Said): OrderEvent {
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

function knows(record: Order, change: Change): boolean {
  return record.events.some((one) => one.id === change.id)
}

function added(record: Order, one: OrderEvent): readonly OrderEvent[] {
  return record.events.some((other) => other.id === one.id) ? record.events : [...record.events, one]
}

function step(record: Order, to: Status, own: OrderEvent) {
  if (!STEPS[record.status].includes(to)) return held('wrongState')
  return applied({ ...record, status: to, events: added(record, own) })
}

function closed(record: Order, said: Said, change: Change, stamp: Stamp | undefined): Order {
  return {
    ...record,
    status: 'done',
    closedAt: stamp?.receivedAt ?? change.at,
    after: union(record.after, said.photos ?? []),
    events: added(record, event('closed', change, stamp, said)),
  }
}

/** Closing what is closed loses nothing: its words and photos stay, the first closing stands. */
function close(record: Order, said: Said, change: Change, stamp: Stamp | undefined) {
  if (record.status !== 'done') return applied(closed(record, said, change, stamp))
  if (knows(record, change)) return ALREADY
  const after = union(record.after, said.photos ?? [])
  return noted({ ...record, after }, said, change, stamp, { status: 'done' })
}

/** Two did the same step: the first stands, what the second wrote or photographed stays under it. */
function beside(
  record: Order,
  said: Said,
  change: Change,
  stamp: Stamp | undefined,
  lost: Lost,
): Verdict<Order> {
  const nothing = !said.text && isEmpty(said.photos ?? [])
  return nothing || knows(record, change) ? ALREADY : noted(record, said, change, stamp, lost)
}

function noted(record: Order, said: Said, change: Change, stamp: Stamp | undefined, lost: Lost) {
  const kept: Order = { ...record, events: added(record, event('noted', change, stamp, said)) }
  return { record: kept, outcome: { is: 'merged', lost } } as const
}

/** Two opened it: the first stands, urgency takes the higher, and what the second chose otherwise is named. */
function openedAgain(
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

function lostIn(verdict: Verdict<Order>): Lost {
  return 'outcome' in verdict && verdict.outcome.is === 'merged' ? verdict.outcome.lost : {}
}

function union<T>(some: readonly T[], more: readonly T[]): readonly T[] {
  return [...new Set([...some, ...more])]
}

function reopened(record: Order, own: OrderEvent) {
  const { closedAt: _, ...rest } = record
  return applied({ ...rest, status: 'open' as const, events: added(record, own) })
}
