import type { Category } from './categories.ts'
import type { Area, Payer } from './cost.ts'
import type { Track, Urgency } from './due.ts'
import type { Hands, Team } from './hands.ts'
import { type ChangeId, derivedId, type PersonId, type RecordId } from '#domain/ids.ts'
import type { Body, Outside } from './outside.ts'
import type { Outline, Recorded } from '#domain/record.ts'
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
  /** The remark it comes of is to be settled quietly. */
  readonly quiet?: boolean
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

/** Who may read it; what may happen to it is in `orderVerbs.ts`. */
export const orderOutline: Outline<Order> = {
  kind: 'order',
  scopeOf: (record) => ({
    place: record.place,
    // What a round at the bins found is read by those who go round there.
    group: record.quiet ? 'sensitive' : record.sheet ? 'bins' : 'orders',
    people: [
      ...new Set([
        record.author,
        ...(record.assignee !== undefined && record.status !== 'done' ? [record.assignee] : []),
      ]),
    ],
  }),
}
