import type { AgendaItem } from '#domain/council/agendaItem.ts'
import { type CouncilMark, councilMarkId } from '#domain/council/councilMark.ts'
import { rulingOf } from '#domain/council/councilLaw.ts'
import type { Meeting } from '#domain/council/meeting.ts'
import { type Resolution, resolutionId } from '#domain/council/resolution.ts'
import type { Topic } from '#domain/council/topic.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Order } from '#domain/ledger/order.ts'
import type { Works } from '#domain/ledger/works.ts'
import { reopenings } from '#domain/ledger/orderClock.ts'
import type { PlaceTree } from '#domain/places.ts'
import type { Recorded } from '#domain/record.ts'
import type { View } from '#store/view.ts'
import { orderOf } from './orders.ts'
import { voicesOf } from './voices.ts'

/** As much of a view as one person may read. */
type Seen = Pick<View, 'get' | 'all'>

/** Whether a place is somebody's own: 活动室, 门卫 and 架空 are behind a door with a number too, and everybody's. */
export function isHome(tree: PlaceTree, place: RecordId): boolean {
  const found = tree.get(place)
  return found?.what === 'dwelling' && found.use !== 'notHome' && found.use !== 'stilt'
}

/** All records that are one matter: the remark, what says the same, their order. */
export function matterOf(view: View, id: RecordId): readonly RecordId[] {
  const own = view.get<Recorded>(id)
  const order = own?.kind === 'order' ? (own as Order) : orderOf(view, id)
  const heads = [id, ...(order?.from ?? [])]
  const voices = heads.flatMap((one) => voicesOf(view, one).map((voice) => voice.id))
  return [...new Set([...heads, ...voices, ...(order ? [order.id] : [])])]
}

/** The marks that wait for the next sitting: set after the last sitting that ruled on the matter. */
export function marksOf(view: Seen, matter: readonly RecordId[]): readonly CouncilMark[] {
  return matter.flatMap((id) => {
    const mark = view.get<CouncilMark>(councilMarkId(id))
    return mark?.marked && !isUsed(view, mark.marked.at, matter) ? [mark] : []
  })
}

/** All records of the matters that are marked and wait. Made once for an agenda: from the few marks, not from the many remarks. */
export function wantedIn(view: View): ReadonlySet<RecordId> {
  return new Set(
    view.all<CouncilMark>('councilMark').flatMap((mark) => {
      const matter = mark.marked ? matterOf(view, mark.matter) : []
      return marksOf(view, matter).length > 0 ? matter : []
    }),
  )
}

function isUsed(view: Seen, marked: string, matter: readonly RecordId[]): boolean {
  return itemsOf(view, matter).some(({ item, meeting }) => {
    if (item.ruling === undefined || item.ruling === 'deferred') return false
    // It was put on the table because of it, or the sitting began after it.
    const begins = Date.parse(`${meeting.day}T${meeting.time}:00+08:00`)
    return item.at > marked || begins > Date.parse(marked)
  })
}

/** What a sitting made of a matter. */
interface AtCouncil {
  readonly meeting: Meeting
  readonly item: AgendaItem
}

function itemsOf(view: Seen, matter: readonly RecordId[]): readonly AtCouncil[] {
  return view
    .all<AgendaItem>('agendaItem')
    .filter((one) => !one.off && !one.voided && one.from.some((from) => matter.includes(from)))
    .flatMap((item) => {
      const meeting = view.get<Meeting>(item.meeting)
      return meeting && !meeting.voided ? [{ meeting, item }] : []
    })
    .sort((a, b) => (a.meeting.day < b.meeting.day ? 1 : a.meeting.day > b.meeting.day ? -1 : 0))
}

/** What sittings ruled on a matter, with the task that came of it, the latest first; and where it is only on the agenda so far. */
export function decidedOn(
  view: Seen,
  matter: readonly RecordId[],
): readonly (AtCouncil & { readonly resolution?: Resolution; readonly ruled: boolean })[] {
  return itemsOf(view, matter).map((one) => {
    const resolution = view.get<Resolution>(resolutionId(one.meeting.id, one.item.id))
    return {
      ...one,
      ruled: rulingOf(one.item) !== undefined,
      ...(resolution && !resolution.voided && { resolution }),
    }
  })
}

/** Questions that are talked over because of it. */
export function topicsOn(view: Seen, matter: readonly RecordId[]): readonly Topic[] {
  return view
    .all<Topic>('topic')
    .filter((one) => !one.voided && one.evidence.some(({ links }) => links.some((id) => matter.includes(id))))
}

/** Resolutions that something may follow from, the latest first, each with the day of its sitting. */
export function causesFor(view: Seen): readonly { readonly resolution: Resolution; readonly day: string }[] {
  return view
    .all<Resolution>('resolution')
    .filter((one) => !one.voided && one.state !== 'dropped')
    .flatMap((resolution) => {
      const day = view.get<Meeting>(resolution.meeting)?.day
      return day === undefined ? [] : [{ resolution, day }]
    })
    .sort((a, b) => (a.day === b.day ? (a.resolution.id < b.resolution.id ? -1 : 1) : a.day < b.day ? 1 : -1))
    .slice(0, CAUSES_MOST)
}

/** As many as a device's own list is still read through. */
const CAUSES_MOST = 40

/** Works that were decided by a resolution. */
export function worksOf(view: Seen, resolution: RecordId): readonly Works[] {
  return view
    .all<Works>('works')
    .filter((one) => !one.voided && one.approvals.some(({ cause }) => cause === resolution))
}

/** The orders by which a resolution is seen to; of a topic's links none: they are only shown with it. */
function ordersOn(view: View, { item }: Resolution): readonly Order[] {
  const orders = (view.get<AgendaItem>(item)?.from ?? []).flatMap((id) => {
    const source = view.get<Recorded>(id)
    const order =
      source?.kind === 'order'
        ? (source as Order)
        : source?.kind === 'feedback'
          ? orderOf(view, id)
          : undefined
    return order && !order.voided ? [order] : []
  })
  return [...new Map(orders.map((one) => [one.id, one])).values()]
}

/** Resolutions that are through once this order is: open ones, none of whose other orders is still being worked on. */
export function doneWith(view: View, order: Order): readonly Resolution[] {
  return resolutionsOn(view, order).filter(
    (one) =>
      one.state === 'open' &&
      ordersOn(view, one).every((other) => other.id === order.id || other.status === 'done'),
  )
}

/** Resolutions that were done with this order, and are not once it is open again. */
export function undoneWith(view: View, order: Order): readonly Resolution[] {
  return resolutionsOn(view, order).filter((one) => one.state === 'done' && lastDone(one)?.cause === order.id)
}

function lastDone({ steps }: Resolution) {
  return steps.findLast((one) => one.is === 'done')
}

function resolutionsOn(view: View, order: Order): readonly Resolution[] {
  return view
    .all<Resolution>('resolution')
    .filter((one) => !one.voided && ordersOn(view, one).some(({ id }) => id === order.id))
}

/** Where a resolution and its orders say different things: they were handled since it was resolved, or opened since it was done. */
export function apartFrom(
  view: View,
  resolution: Resolution,
): { readonly is: 'handled' | 'reopened'; readonly order: Order } | undefined {
  const orders = ordersOn(view, resolution)
  if (resolution.state === 'open') {
    if (orders.some((one) => one.status !== 'done')) return undefined
    const since =
      resolution.steps.findLast((one) => one.is === 'reopened')?.at ?? resolution.receivedAt ?? resolution.at
    const handled = orders.find(({ closedAt }) => closedAt !== undefined && closedAt > since)
    return handled && { is: 'handled', order: handled }
  }
  const done = lastDone(resolution)?.at
  if (resolution.state !== 'done' || done === undefined) return undefined
  const again = orders.find((one) => one.status !== 'done' && openedAfter(one, done))
  return again && { is: 'reopened', order: again }
}

/** Whether an order was opened again after an instant. */
export function openedAfter(order: Order, instant: string): boolean {
  return reopenings(order).some((one) => one.at > instant)
}
