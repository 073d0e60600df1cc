import { KINDS } from '#domain/kinds.ts'
import type { Feedback } from '#domain/feedback/feedback.ts'
import type { PersonId, RecordId } from '#domain/ids.ts'
import type { Hands } from '#domain/ledger/hands.ts'
import type { Order } from '#domain/ledger/order.ts'
import { type Place, placeTree, type PlaceTree, whereOf } from '#domain/places.ts'
import type { Recorded } from '#domain/record.ts'
import { type Reporter, reporterId } from '#domain/feedback/reporter.ts'
import type { View } from '#store/view.ts'
import { type FeedbackRow, isOfBins, isOnline, nameOf, orderRow, rowOf } from './feedback.ts'
import { handsBeside, mergedWith, saidDone } from './oneOrder.ts'
import { type Facts, factsOf, orderOf } from './orders.ts'
import { voicesIn, voicesOf } from './voices.ts'

export interface FeedbackDetail extends FeedbackRow {
  /** Absent: a round at the bins found it, nobody said it and nobody waits to be told. */
  readonly record?: Feedback
  readonly order?: Order
  readonly lapsed?: true
  readonly facts: Facts
  readonly reporterRecord?: Reporter
  readonly before: readonly string[]
  readonly after: readonly string[]
  /** Newest first; the resident's words are the last. */
  readonly timeline: readonly Moment[]
  /** All that it and its order name, each once. */
  readonly photos: readonly string[]
  /** Everybody who said it, the earliest first. */
  readonly heard: readonly Heard[]
  /** Who put what was spoken into words afterwards. */
  readonly typedBy?: string
  /** Who says, of an order that was merged into this one, that it is done, while this one is open: somebody has to look. */
  readonly closedBeside?: string
  /** Whoever had an order that was merged into this one, and has not this one. */
  readonly handsBeside?: readonly Hands[]
}

/** One voice of a matter. */
export interface Heard {
  readonly record: Feedback
  readonly where: string
  /** Who said it, where this device may hold that. */
  readonly name?: string
  /** Who heard it, and tells it back. */
  readonly by: string
  /** A resident wrote it on the public page: nobody of the team heard it. */
  readonly online?: true
  /** The asker knows how it ended; told of a first repair is not told of the second. */
  readonly told: boolean
  /** It was linked to another of them, and can be taken out again. */
  readonly linked: boolean
}

export interface Moment {
  readonly id: string
  readonly is: 'said' | 'noted' | 'told' | 'called' | 'lost' | Order['events'][number]['is']
  /** ISO instant as the device of its author claims it. */
  readonly at: string
  readonly by: string
  readonly text?: string
  /** It was done to the order that ended in this one. */
  readonly beside?: true
  /** Name of who it was given to. */
  readonly to?: string
  readonly detail?: Pick<
    Order['events'][number],
    'result' | 'reason' | 'until' | 'good' | 'team' | 'vendor' | 'body' | 'reference'
  >
  /** Two people changed this field, and this value does not stand. */
  readonly lost?: { readonly field: string; readonly value: unknown }
}

export function feedbackDetail(view: View, id: RecordId, now: string): FeedbackDetail | undefined {
  const record = view.get<Feedback | Order>(id)
  const tree = placeTree(view.all<Place>('place'))
  if (record?.kind === 'order' && isOfBins(record))
    return orderDetail(view, record, orderRow(view, record, tree, voicesIn(view), now))
  if (record?.kind !== 'feedback') return undefined
  const own = orderOf(view, id)
  const merged = own ? mergedWith(view, own, voicesOf(view, id)) : []
  const closedBeside = own && saidDone(merged, own)
  const beside = own ? handsBeside(merged, own) : []
  const reporterRecord = view.get<Reporter>(reporterId(id))
  return {
    ...rowOf(view, record, { tree, voices: voicesIn(view), order: own, reporter: reporterRecord }, now),
    record,
    ...(record.lapsed && { lapsed: true }),
    facts: factsOf(record, own),
    before: own && own.before.length > 0 ? own.before : record.photos,
    after: own?.after ?? [],
    photos: [...new Set([record, ...(own ? [own] : []), ...merged].flatMap(photosIn))],
    timeline: timelineOf(view, record, own, merged),
    heard: heardIn(view, record, own, tree),
    ...(record.typed && { typedBy: nameOf(view, record.typed.by) }),
    ...(own && { order: own }),
    ...(closedBeside && { closedBeside: nameOf(view, closedBeside.by) }),
    ...(beside.length > 0 && { handsBeside: beside }),
    ...(reporterRecord && { reporterRecord }),
  }
}

function orderDetail(view: View, order: Order, row: FeedbackRow): FeedbackDetail | undefined {
  if (order.voided) return undefined
  return {
    ...row,
    order,
    ...(order.lapsed && { lapsed: true }),
    facts: factsOf(undefined, order),
    before: order.before,
    after: order.after,
    photos: photosIn(order),
    heard: [],
    timeline: newestFirst(
      eventsOf(view, order),
      momentOf(view, 'said', 'said', order.at, order.author, order.text),
    ),
  }
}

function heardIn(view: View, record: Feedback, own: Order | undefined, tree: PlaceTree): readonly Heard[] {
  return voicesOf(view, record.id).map((one) => {
    const name = view.get<Reporter>(reporterId(one.id))?.displayName
    return {
      record: one,
      where: whereOf(one.place, tree),
      by: nameOf(view, one.author),
      told: factsOf(one, own).toldAt !== undefined,
      linked: one.duplicateOf !== undefined,
      ...(isOnline(one) && { online: true }),
      ...(name !== undefined && { name }),
    }
  })
}

function photosIn(record: Recorded): readonly string[] {
  return KINDS.get(record.kind)?.photosOf?.(record) ?? []
}

function timelineOf(
  view: View,
  record: Feedback,
  own: Order | undefined,
  merged: readonly Order[],
): readonly Moment[] {
  const { told, called, lost } = record
  const moments = [
    ...record.followUps.map((one) => momentOf(view, one.id, 'noted', one.at, one.by, one.text)),
    ...(told ? [momentOf(view, 'told', 'told', told.at, told.by)] : []),
    ...(called ? [momentOf(view, 'called', 'called', called.at, called.by)] : []),
    ...(lost ? [{ ...momentOf(view, 'lost', 'lost', lost.at, lost.by), lost }] : []),
    ...(own ? eventsOf(view, own) : []),
    ...merged.flatMap((one) => eventsOf(view, one).map((moment) => ({ ...moment, beside: true as const }))),
  ]
  return newestFirst(moments, momentOf(view, 'said', 'said', record.heardAt, record.author, record.text))
}

function eventsOf(view: View, order: Order): readonly Moment[] {
  return order.events.map((one) => ({
    ...momentOf(view, one.id, one.is, one.at, one.by, one.text),
    ...(one.assignee !== undefined && { to: nameOf(view, one.assignee) }),
    detail: one,
  }))
}

function momentOf(view: View, id: string, is: Moment['is'], at: string, by: PersonId, text?: string): Moment {
  return { id, is, at, by: nameOf(view, by), ...(text && { text }) }
}

function newestFirst(moments: readonly Moment[], said: Moment): readonly Moment[] {
  return [...[...moments].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)), said]
}
