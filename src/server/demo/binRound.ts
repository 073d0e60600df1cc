import { type Fault, FAULTS_OF, type Verdict } from '#domain/bins/bag.ts'
import { ARRIVAL_ITEMS, categoryOf, LEAVING_ITEMS } from '#domain/bins/checklist.ts'
import { trackFor } from '#domain/ledger/categories.ts'
import { derivedId, type RecordId, type TenantId } from '#domain/ids.ts'
import { sheetOrderId } from '#domain/ledger/order.ts'
import { type Stream, STREAMS } from '#domain/bins/streams.ts'
import type { Window } from '#domain/window.ts'
import { personOf, type Who } from './cast.ts'
import type { Line } from './line.ts'

/** One of the fourteen shifts, and a clock for its minutes. */
export interface Stood {
  readonly nth: number
  readonly tenant: TenantId
  readonly record: RecordId
  readonly place: RecordId
  readonly day: string
  readonly window: Window
  readonly by: Who
  /** When they came, in minutes of the window. */
  readonly arrived: number
  readonly chance: () => number
  readonly at: (minute: number, name: string, args: object, of?: RecordId) => Line
  readonly pictures: (name: string) => string
}

/** What a round wanted put right, who did it, and what the rounds after it found. */
interface Found {
  readonly shift: number
  readonly item: (typeof ARRIVAL_ITEMS)[number]
  readonly stream: Stream
  readonly note: string
  /** As the ledger says it. */
  readonly text: string
  readonly photo?: string
  /** Shift → whether it was in order by then. */
  readonly again: Readonly<Record<number, boolean>>
  readonly hands?: readonly [day: number, assigned: string, to: Who]
  readonly closed?: readonly [day: number, time: string, text: string]
}

/** Four matters. The last one is still open on Sunday night: whoever stands there next is asked about it. */
const FOUND: readonly Found[] = [
  {
    shift: 3,
    item: 'odour',
    stream: 'kitchen',
    note: '绿桶边苍蝇多',
    text: '有异味蚊蝇（厨余垃圾）：绿桶边苍蝇多',
    again: { 4: false, 5: true },
    hands: [2, '09:30', 'service'],
    closed: [2, '15:20', '桶边冲洗过，喷了药。'],
  },
  {
    shift: 4,
    item: 'lid',
    stream: 'kitchen',
    note: '盖子裂了一道口',
    text: '桶盖没关好（厨余垃圾）：盖子裂了一道口',
    again: { 5: false, 6: false, 7: true },
    hands: [2, '09:32', 'engineer'],
    closed: [3, '10:40', '换了一个新盖。'],
  },
  {
    shift: 10,
    item: 'floor',
    stream: 'other',
    note: '袋子堆到地上，有汤水',
    text: '地面有水（其他垃圾）：袋子堆到地上，有汤水',
    photo: 'overflow',
    again: { 11: true },
    hands: [5, '09:25', 'order'],
    closed: [5, '10:15', '袋子清了，地面冲过。'],
  },
  {
    shift: 12,
    item: 'sign',
    stream: 'recyclable',
    note: '蓝桶的贴纸脱了一半',
    text: '标识不清楚（可回收物）：蓝桶的贴纸脱了一半',
    again: { 13: false },
  },
]

/** How many of the ten bags of a shift were not good: 14 of 140. */
const NOT_GOOD = [1, 1, 0, 2, 1, 1, 1, 1, 0, 2, 1, 1, 1, 1]

export const ITEMS = { arrival: [...ARRIVAL_ITEMS], leaving: [...LEAVING_ITEMS] }

/** Looked round, bags opened, bins looked into, what the lorry took. */
export function roundOf(stood: Stood): readonly Line[] {
  return [...looked(stood), ...openedBags(stood), ...fills(stood), ...hauled(stood)]
}

function looked({ nth, tenant, at, arrived, by, place, day, window, pictures }: Stood): readonly Line[] {
  const items = ARRIVAL_ITEMS.flatMap((item, index): Line[] => {
    const minute = arrived + 1 + index / 4
    const found = FOUND.find((one) => one.shift === nth && one.item === item)
    if (!found) {
      const bad = FOUND.some((one) => one.item === item && one.again[nth] === false)
      return [at(minute, 'shift.check', { item, state: bad ? 'toFix' : 'good' })]
    }
    const { stream, note, text, photo } = found
    const photos = photo === undefined ? [] : [pictures(photo)]
    const category = categoryOf(item)
    const finding = { stream, note, ...(photos.length > 0 && { photos }) }
    const opening = {
      from: [],
      sheet: { day, window, item },
      place,
      text,
      category,
      urgency: 'u3',
      track: trackFor(category, 'u3'),
      firstReceiver: personOf(tenant, by),
      before: photos,
    }
    return [
      at(minute, 'shift.check', { item, state: 'toFix', ...finding }),
      at(minute, 'order.open', opening, sheetOrderId(place, { day, window, item })),
    ]
  })
  const leaving = LEAVING_ITEMS.map((item, index) =>
    at(119 + index / 4, 'shift.check', { item, state: 'good', when: 'leaving' }),
  )
  return [...items, ...leaving]
}

function openedBags({ nth, at, chance }: Stood): readonly Line[] {
  return Array.from({ length: 10 }, (_, index) => {
    const stream: Stream = index < 6 ? 'kitchen' : index < 9 ? 'other' : 'recyclable'
    // Which of the ten it was differs from shift to shift.
    const isGood = (index * 3 + nth) % 10 >= NOT_GOOD[nth]!
    const verdict: Verdict = isGood ? 'good' : nth % 3 === 0 ? 'bad' : 'minor'
    const usual = FAULTS_OF[stream]
    const faults: readonly Fault[] = isGood ? [] : [usual[nth % 2]!]
    return at(52 + index * 1.5 + chance(), 'shift.bag', { stream, verdict, faults })
  })
}

function fills({ nth, arrived, at }: Stood): readonly Line[] {
  return STREAMS.flatMap((stream, index) => [
    at(arrived + 3 + index / 6, 'shift.fill', {
      stream,
      fill: stream === 'recyclable' && nth % 3 === 1 ? 'half' : 'empty',
    }),
    at(116 + index / 2, 'shift.fill', { stream, fill: filled(stream, nth), when: 'leaving' }),
  ])
}

function filled(stream: Stream, nth: number): 'empty' | 'half' | 'full' {
  if (stream === 'hazardous') return nth < 6 ? 'empty' : 'half'
  if (stream === 'recyclable') return nth % 3 === 0 ? 'full' : 'half'
  return nth % 2 === 1 || stream === 'other' ? 'full' : 'half'
}

/** The green lorry comes at 07:40, the grey one in the evening. On Friday morning everything went into one hold. */
function hauled({ nth, tenant, record, place, at }: Stood): readonly Line[] {
  const evening = nth % 2 === 1
  const mixed = nth === 8
  const streams: readonly Stream[] = evening ? ['other'] : mixed ? ['kitchen', 'other'] : ['kitchen']
  return streams.map((stream) =>
    at(
      evening ? 104 : 40,
      'haul.record',
      { place, shift: record, stream, amount: stream === 'kitchen' ? 480 : 720, unit: 'litre', mixed },
      derivedId<RecordId>('demo-haul', tenant, nth, stream),
    ),
  )
}

/** What became of the four matters. */
export function putRight(
  tenant: TenantId,
  stoodAt: (nth: number) => Pick<Stood, 'place' | 'day' | 'window' | 'at' | 'arrived'>,
): readonly Line[] {
  return FOUND.flatMap(({ shift, item, again, hands, closed }): Line[] => {
    const { place, day, window } = stoodAt(shift)
    const record = sheetOrderId(place, { day, window, item })
    const seen = Object.entries(again).map(([nth, good]) => {
      const round = stoodAt(Number(nth))
      return round.at(round.arrived + 2.5, 'order.recheck', { good, photos: [] }, record)
    })
    if (!hands) return seen
    const [on, time, to] = hands
    const assignee = personOf(tenant, to)
    const assigned: Line = { by: 'manager', day: on, time, record, name: 'order.assign', args: { assignee } }
    if (!closed) return [...seen, assigned]
    const [done, when, text] = closed
    return [
      ...seen,
      assigned,
      { by: to, day: done, time: when, record, name: 'order.close', args: { text, photos: [] } },
    ]
  })
}
