import { alike, gramsOf, likeness, nearness } from '#domain/feedback/alike.ts'
import type { Category } from '#domain/ledger/categories.ts'
import type { Feedback } from '#domain/feedback/feedback.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Order } from '#domain/ledger/order.ts'
import { type Place, placeTree, type PlaceTree } from '#domain/places.ts'
import { addDays, dayOf } from '#domain/workingDays.ts'
import type { View } from '#store/view.ts'
import { type FeedbackRow, rowOf } from './feedback.ts'
import { once } from './once.ts'
import { type Voices, voicesIn, type Weight, weightOf } from './voices.ts'

/** What somebody is about to write, or has written. */
export interface Saying {
  readonly place: RecordId
  readonly text: string
  readonly category?: Category | undefined
  /** Not to be proposed to itself. */
  readonly id?: RecordId | undefined
}

/** A matter that may be the same, with what a person needs to tell. */
export interface Likely extends Weight {
  readonly row: FeedbackRow
  /** Somebody has it in hand already. */
  readonly order?: RecordId
}

const SHOWN = 3
/** What was closed longer ago has come back: that is another matter. */
const CLOSED_DAYS = 14

/**
 * Remarks on this device that may be about the same thing, the likeliest first. It is asked at each key: the remarks are sorted
 * by place once for an edition, and only those close by are compared.
 */
export function likelyTheSame(view: View, saying: Saying, now: string): readonly Likely[] {
  const ground = groundOf(view)
  const said = gramsOf(saying.text)
  const self = saying.id === undefined ? undefined : ground.heads.get(saying.id)
  const scores = new Map<RecordId, number>()
  for (const { one, head, near } of closeTo(ground, saying.place)) {
    if (head === self || one.id === saying.id) continue
    const words = said.size === 0 || one.text === '' ? undefined : likeness(said, gramsFor(one))
    const score = alike({ near, sameKind: one.category === saying.category, words })
    if (score > (scores.get(head) ?? 0)) scores.set(head, score)
  }
  const found: Likely[] = []
  for (const [head] of [...scores].sort(([a, most], [b, more]) => more - most || (a < b ? -1 : 1))) {
    const likely = likelyOf(view, ground, head, now)
    if (likely) found.push(likely)
    if (found.length === SHOWN) break
  }
  return found
}

function likelyOf(view: View, ground: Ground, head: RecordId, now: string): Likely | undefined {
  const record = view.get<Feedback>(head)
  const voices = ground.voices.get(head) ?? []
  const weight = weightOf(voices)
  if (!record || !weight) return undefined
  const order = ordersIn(view).get(head) ?? voices.map(({ id }) => ordersIn(view).get(id)).find(Boolean)
  const row = rowOf(
    view,
    record,
    { tree: ground.tree, voices: ground.voices, order, reporter: undefined },
    now,
  )
  if (row.drawer === 'done') {
    const closed = order?.closedAt ?? record.told?.at ?? record.receivedAt ?? record.at
    if (dayOf(closed) < addDays(dayOf(now), -CLOSED_DAYS)) return undefined
  }
  return { row, ...weight, ...(order && { order: order.id }) }
}

/** The remarks of one edition by their places. */
interface Ground {
  readonly tree: PlaceTree
  readonly voices: Voices
  readonly heads: ReadonlyMap<RecordId, RecordId>
  readonly byPlace: ReadonlyMap<RecordId, readonly Close[]>
}

interface Close {
  readonly one: Feedback
  readonly head: RecordId
}

const grounds = new WeakMap<Voices, { readonly places: readonly Place[]; readonly ground: Ground }>()

function groundOf(view: View): Ground {
  const voices = voicesIn(view)
  const places = view.all<Place>('place')
  const known = grounds.get(voices)
  if (known?.places === places) return known.ground
  const byPlace = new Map<RecordId, Close[]>()
  const heads = new Map<RecordId, RecordId>()
  for (const [head, same] of voices)
    for (const one of same) {
      heads.set(one.id, head)
      const there = byPlace.get(one.place)
      if (there) there.push({ one, head })
      else byPlace.set(one.place, [{ one, head }])
    }
  const ground = { tree: placeTree(places), voices, heads, byPlace }
  grounds.set(voices, { places, ground })
  return ground
}

const closeTo = once((ground: Ground, place: string) =>
  [...ground.byPlace].flatMap(([other, there]) => {
    const near = nearness(place as RecordId, other, ground.tree)
    return near === undefined ? [] : there.map((close) => ({ ...close, near }))
  }),
)

const gramsFor = once((one: Feedback) => gramsOf(one.text))

const byRemark = once(
  (orders: readonly Order[]) =>
    new Map(orders.flatMap((one) => (one.voided ? [] : one.from.map((from) => [from, one] as const)))),
)

function ordersIn(view: View): ReadonlyMap<RecordId, Order> {
  return byRemark(view.all<Order>('order'))
}
