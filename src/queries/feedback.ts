import { type Category, trackFor } from '#domain/ledger/categories.ts'
import type { Danger } from '#domain/ledger/danger.ts'
import { type Due, dueStanding, type Track, type Urgency } from '#domain/ledger/due.ts'
import { dangersOf, type Disposition, dispositionOf, type Feedback } from '#domain/feedback/feedback.ts'
import { travelledFor } from '#domain/feedback/heardAt.ts'
import { type Hands, handsKey, handsOf } from '#domain/ledger/hands.ts'
import { type PersonId, type RecordId, SERVER } from '#domain/ids.ts'
import type { Member } from '#domain/member.ts'
import type { Order, Status } from '#domain/ledger/order.ts'
import { type Place, placeTree, type PlaceTree, whereOf } from '#domain/places.ts'
import type { Reporter } from '#domain/feedback/reporter.ts'
import type { Standing, View } from '#store/view.ts'
import { bySoonest, dueTableIn, orderDue } from './orders.ts'
import { rootOf, type Voices, voicesIn, voicesOf, weightOf } from './voices.ts'

/** The four drawers of the list. What nobody has decided lies where its kind would put it. */
export type Drawer = Track | 'done'
export const DRAWERS: readonly Drawer[] = ['fix_now', 'act_soon', 'visible_plan', 'done']

export interface FeedbackRow {
  /** Of the remark; of the order, where a round at the bins found it and nobody said it. */
  readonly id: RecordId
  /** The spoken number; absent: 待编号. */
  readonly no?: number
  readonly standing: Standing
  readonly text: string
  readonly category: Category
  readonly urgency: Urgency
  readonly place: RecordId
  readonly author: PersonId
  /** 1栋 2单元 9楼; empty for the compound. */
  readonly where: string
  /** 904 何叔叔, only where this device may hold it. */
  readonly reporter?: string
  /** A resident wrote it on the public page: nobody of the team heard it. */
  readonly online?: true
  readonly drawer: Drawer
  readonly due: Due
  /** Absent: no order. */
  readonly status?: Status
  readonly disposition?: Disposition
  readonly assignee?: string
  /** Who has it: a person, a team, a firm. */
  readonly hands?: Hands
  /** How many said it, this one included. */
  readonly voices: number
  /** How many homes they speak for, and when the first of them was heard, ISO instant. */
  readonly households: number
  readonly since: string
  /** Minutes from the word to the office's receipt, where that took any: apart from the due time, whose clock begins there. */
  readonly travelled?: number
  /** Seconds that can be listened to. */
  readonly voice?: number
  /** To be settled quietly: nothing that others may read is made of it. */
  readonly quiet?: true
  readonly dangers: readonly Danger[]
  /** It speaks of danger and nobody has said that the call was made. */
  readonly ring: boolean
}

export interface FeedbackFilter {
  readonly drawer?: Drawer
  /** Words, a place, a name or a number. */
  readonly search?: string
}

/**
 * Remarks, and what rounds at the bins found, soonest due first, overdue on top; what says the same as another is counted with
 * it, withdrawn ones are not here.
 */
export function feedbackList(view: View, filter: FeedbackFilter, now: string): readonly FeedbackRow[] {
  const search = filter.search?.trim().toLowerCase() ?? ''
  return rowsIn(view, now)
    .filter((row) => filter.drawer === undefined || row.drawer === filter.drawer)
    .filter((row) => search === '' || says(row, search))
    .map((row) => {
      const standing = view.standing(row.id)
      return row.standing === standing ? row : { ...row, standing }
    })
}

/** What a row is made of, beside the remarks. */
const BESIDE = ['order', 'reporter', 'place', 'member', 'settings'] as const
const made = new WeakMap<
  readonly Feedback[],
  { readonly of: readonly unknown[]; readonly rows: readonly FeedbackRow[] }
>()

/** All rows in order. A list is a new one when one of its records changes: they are made anew then, and when time goes on. */
function rowsIn(view: View, now: string): readonly FeedbackRow[] {
  const remarks = view.all<Feedback>('feedback')
  const of = [now, ...BESIDE.map((kind) => view.all(kind))]
  const known = made.get(remarks)
  if (known?.of.every((one, nth) => one === of[nth])) return known.rows
  const rows = allRows(view, remarks, now)
  made.set(remarks, { of, rows })
  return rows
}

function allRows(view: View, all: readonly Feedback[], now: string): readonly FeedbackRow[] {
  const tree = placeTree(view.all<Place>('place'))
  const voices = voicesIn(view)
  // Found by their fields: working an id out costs a hash, and there are two for each row.
  const orders = new Map(
    view
      .all<Order>('order')
      .filter((one) => one.mergedInto === undefined)
      .flatMap((one) => one.from.map((from) => [from, one] as const)),
  )
  const reporters = new Map(view.all<Reporter>('reporter').map((one) => [one.feedback, one]))
  const remarks = all
    .filter((one) => !one.voided && voices.has(one.id))
    .map((one) => {
      // Whichever of the voices it was opened for, also one that was withdrawn since: it is the order of all of them.
      const others = [rootOf(view, one.id), ...(voices.get(one.id) ?? []).map(({ id }) => id)]
      const order = orders.get(one.id) ?? others.flatMap((id) => orders.get(id) ?? [])[0]
      return rowOf(view, one, { tree, voices, order, reporter: reporters.get(one.id) }, now)
    })
  const found = view
    .all<Order>('order')
    .filter((one) => isOfBins(one) && !one.voided)
    .map((one) => orderRow(view, one, tree, voices, now))
  return [...remarks, ...found].sort(
    (a, b) => Number(b.ring) - Number(a.ring) || order(a, b) || (a.id < b.id ? -1 : 1),
  )
}

/** How many lie in each drawer. */
export function countsByTrack(rows: readonly FeedbackRow[]): Readonly<Record<Drawer, number>> {
  const counts: Record<Drawer, number> = { fix_now: 0, act_soon: 0, visible_plan: 0, done: 0 }
  for (const row of rows) counts[row.drawer] += 1
  return counts
}

/** What a round at the bins found stands in the ledger by itself; every other order shows as its remark. */
export function isOfBins(order: Order): boolean {
  return order.sheet !== undefined && order.from.length === 0
}

export function orderRow(
  view: View,
  order: Order,
  tree: PlaceTree,
  voices: Voices,
  now: string,
): FeedbackRow {
  const assignee = nameOf(view, order.assignee)
  return {
    id: order.id,
    standing: view.standing(order.id),
    text: order.text,
    category: order.category,
    urgency: order.urgency,
    place: order.place,
    author: order.author,
    where: whereOf(order.place, tree),
    drawer: order.status === 'done' ? 'done' : order.track,
    due: orderDue(view, order, now, voices),
    status: order.status,
    voices: 1,
    households: 1,
    since: order.at,
    dangers: [],
    ring: false,
    ...(order.no !== undefined && { no: order.no }),
    ...(assignee && { assignee }),
    ...(handsKey(order) !== undefined && { hands: handsOf(order) }),
  }
}

/** Name of a person of the compound; empty where they are not in the team any more. */
export function nameOf(view: View, person: PersonId | undefined): string {
  return person === undefined ? '' : (view.get<Member>(person as string as RecordId)?.name ?? '')
}

/** Where I wrote remarks down lately, newest first, each place once. */
export function myRecentPlaces(
  view: View,
  me: PersonId,
  limit = 6,
): readonly { place: RecordId; where: string }[] {
  const tree = placeTree(view.all<Place>('place'))
  const mine = view.all<Feedback>('feedback').filter((one) => one.author === me)
  const places = [...mine].sort((a, b) => (a.at < b.at ? 1 : -1)).map((one) => one.place)
  return [...new Set(places)].slice(0, limit).map((place) => ({ place, where: whereOf(place, tree) }))
}

/** What stands beside a remark. */
interface Beside {
  readonly tree: PlaceTree
  readonly voices: Voices
  readonly order: Order | undefined
  readonly reporter: Reporter | undefined
}

export function rowOf(view: View, record: Feedback, beside: Beside, now: string): FeedbackRow {
  const { tree, voices, order: own, reporter } = beside
  const disposition = dispositionOf(record)
  const assignee = nameOf(view, own?.assignee)
  const track =
    own?.track ??
    (disposition === 'council_topic' ? 'visible_plan' : trackFor(record.category, record.urgency))
  const done = isDone(record, own)
  const dangers = done ? [] : dangersOf(record)
  const said = voicesOf(view, record.id, voices)
  const travelled = travelledFor(record)
  return {
    id: record.id,
    standing: view.standing(record.id),
    text: record.text,
    category: record.category,
    urgency: record.urgency,
    place: record.place,
    author: record.author,
    where: whereOf(record.place, tree),
    drawer: done ? 'done' : track,
    due: own ? orderDue(view, own, now, voices) : ownDue(view, record, track, done, now),
    voices: said.length,
    ...(weightOf(said) ?? { households: record.affected, since: record.heardAt }),
    dangers,
    ring: !record.called && dangers.length > 0,
    ...(travelled !== undefined && { travelled }),
    ...(record.voice && { voice: record.voice.seconds }),
    ...(record.no !== undefined && { no: record.no }),
    ...(reporter && { reporter: reporter.displayName }),
    ...(isOnline(record) && { online: true }),
    ...((record.quiet || own?.quiet) && { quiet: true }),
    ...(own && { status: own.status }),
    ...(disposition && { disposition }),
    ...(assignee && { assignee }),
    ...(own && handsKey(own) !== undefined && { hands: handsOf(own) }),
  }
}

/** Only the server writes what came by the public page; what it kept for somebody unknown came another way. */
export function isOnline({ author, channel }: Feedback): boolean {
  return author === SERVER && channel === 'wall'
}

/** An order is done when it is handled; what shows none, when it was answered, or its asker knows where it went. */
function isDone(record: Feedback, own: Order | undefined): boolean {
  if (own) return own.status === 'done'
  const disposition = dispositionOf(record)
  if (disposition === 'answered_on_spot' || disposition === 'praise' || disposition === 'withdrawn')
    return true
  return disposition !== undefined && record.told !== undefined
}

function ownDue(view: View, record: Feedback, track: Track, done: boolean, now: string): Due {
  // It became an order that this reader may not see: whoever has it in hand keeps its clock.
  if (!done && dispositionOf(record) === 'work_order') return { standing: 'untold', today: false }
  const closedAt = done ? (record.told?.at ?? record.receivedAt ?? record.at) : undefined
  return dueStanding(
    {
      track,
      urgency: record.urgency,
      receivedAt: record.receivedAt,
      closedAt,
      outside: record.outside && {
        since: record.outside.receivedAt ?? record.outside.at,
        workingDays: record.outside.workingDays,
      },
    },
    now,
    dueTableIn(view),
  )
}

function order(a: FeedbackRow, b: FeedbackRow): number {
  // Of what is done the latest comes first: it is what people ask about.
  return a.drawer === 'done' && b.drawer === 'done' ? bySoonest(b.due, a.due) : bySoonest(a.due, b.due)
}

function says(row: FeedbackRow, search: string): boolean {
  const sound = row.voice === undefined ? '' : SOUND
  return [row.text, row.where, row.reporter ?? '', row.assignee ?? '', String(row.no ?? ''), sound].some(
    (words) => words.toLowerCase().includes(search),
  )
}

/** How people look for what can be listened to. */
const SOUND = '录音 语音 voice note recording'
