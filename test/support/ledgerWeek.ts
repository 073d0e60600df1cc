import type { Category } from '#domain/ledger/categories.ts'
import { sameChance, shuffled } from '#server/demo/clock.ts'

/** What becomes of an order by Sunday night. `again`: handled, not well, and handled once more. */
export type Fate = 'closed' | 'again' | 'plan' | 'inTime' | 'soon' | 'overdue'

/** Where a remark goes that makes no order. */
type Elsewhere = 'answered' | 'same' | 'council_topic' | 'help_request' | 'escalated' | 'praise'

type Days = readonly [number, number, number, number, number, number, number]

/** A whole week of remarks and orders of one compound, and what has to come out of it. Counts are by day, Monday first. */
export interface LedgerWeek {
  readonly name: string
  readonly buildings: number
  readonly phones: number
  readonly remarks: Days
  readonly orders: Days
  readonly elsewhere: Readonly<Record<Elsewhere, number>>
  /** Of the orders of each day; the rest is closed by Sunday night. */
  readonly fates: Readonly<Record<Exclude<Fate, 'closed'>, Days>>
  /** So many say the same on Tuesday, one of them through 12345. */
  readonly cluster: number
  readonly sittings: readonly { readonly circle?: string; readonly resolved: number }[]
  /** Pages hung on Wednesday and Friday, corrections of older ones and pages sent back on Friday. */
  readonly pages: { readonly wed: number; readonly fri: number; readonly corrected: number; sentBack: number }
}

/** 春和苑. Invented. */
export const CHUNHE_LEDGER: LedgerWeek = {
  name: '春和苑',
  buildings: 1,
  phones: 3,
  remarks: [8, 4, 5, 5, 4, 6, 3],
  orders: [4, 2, 2, 3, 1, 2, 1],
  elsewhere: { answered: 9, same: 4, council_topic: 4, help_request: 1, escalated: 0, praise: 2 },
  fates: {
    again: [1, 0, 0, 0, 0, 0, 0],
    plan: [0, 1, 0, 0, 0, 0, 0],
    inTime: [0, 0, 0, 0, 1, 1, 0],
    soon: [0, 0, 1, 0, 0, 0, 0],
    overdue: [1, 0, 0, 0, 0, 0, 0],
  },
  cluster: 0,
  sittings: [{ resolved: 4 }],
  pages: { wed: 1, fri: 1, corrected: 1, sentBack: 0 },
}

/** 兰溪里. Invented. */
export const LANXI_LEDGER: LedgerWeek = {
  name: '兰溪里',
  buildings: 18,
  phones: 6,
  remarks: [39, 30, 34, 29, 30, 51, 27],
  orders: [19, 14, 10, 14, 14, 11, 3],
  elsewhere: { answered: 71, same: 24, council_topic: 18, help_request: 9, escalated: 21, praise: 12 },
  fates: {
    again: [3, 2, 0, 0, 0, 0, 0],
    plan: [1, 1, 1, 1, 1, 1, 0],
    inTime: [0, 0, 0, 0, 6, 7, 1],
    soon: [0, 0, 4, 0, 0, 0, 0],
    overdue: [3, 0, 0, 0, 0, 0, 0],
  },
  cluster: 7,
  sittings: [
    { circle: '南区', resolved: 0 },
    { circle: '北区', resolved: 0 },
  ],
  pages: { wed: 2, fri: 4, corrected: 0, sentBack: 1 },
}

/** One remark, as it is meant in the end. */
export interface Spoken {
  readonly nth: number
  readonly day: number
  /** Minutes since midnight in Shanghai. */
  readonly minute: number
  /** Who writes it down, from 0. */
  readonly phone: number
  /** Key of a unit. */
  readonly place: string
  readonly text: string
  readonly category: Category
  readonly went: 'order' | Elsewhere
  readonly fate?: Fate
  /** Which remark it says again; `atOnce`: whoever wrote it down knew, otherwise the office joins the two. */
  readonly sameAs?: { readonly nth: number; readonly atOnce: boolean }
  readonly hotline: boolean
}

const TUESDAY = 1
const SAID: readonly (readonly [text: string, category: Category])[] = [
  ['楼道灯又不亮了', 'lighting'],
  ['电梯晃得很，心头慌', 'elevator'],
  ['厕所返水', 'plumbing'],
  ['墙皮掉了一块', 'structure'],
  ['楼梯间好几天没扫', 'cleaning'],
  ['门禁刷不开', 'order_parking'],
  ['花台的草长到路上来了', 'greening'],
  ['楼上半夜拖板凳', 'neighbour'],
]

/** Every remark of the week, in the order in which it was said; the same at each call. */
export function spokenIn(week: LedgerWeek): readonly Spoken[] {
  const chance = sameChance(week.remarks.length * 7 + week.buildings)
  const deck = [...shuffled(rest(week), chance)]
  const spoken: Spoken[] = []
  const add = (one: Pick<Spoken, 'day' | 'minute' | 'went'> & Partial<Spoken>) => {
    const nth = spoken.length
    const building = (nth % week.buildings) + 1
    const [text, category] = SAID[nth % SAID.length]!
    spoken.push({
      nth,
      phone: nth % week.phones,
      place: `${building}-${1 + (nth % 2)}`,
      text: `${text}（${nth + 1}）`,
      category,
      hotline: false,
      ...one,
    })
  }
  for (const [day, count] of week.orders.entries()) {
    const others = week.remarks[day]! - count
    for (const [at, fate] of fatesOn(week, day).entries())
      add({ day, minute: spread(7 * 60, 11 * 60, at, count), went: 'order', fate })
    const cluster = day === TUESDAY ? Math.max(0, week.cluster - 1) : 0
    for (let at = 0; at < others; at += 1) {
      const minute = spread(12 * 60, 20 * 60, at, others)
      if (at < cluster) {
        // The first order of the week is what all of them mean.
        add({ day, minute, went: 'same', sameAs: { nth: 0, atOnce: false }, hotline: at === 0 })
        continue
      }
      const went = deck.pop()!
      if (went !== 'same') {
        add({ day, minute, went })
        continue
      }
      const orders = spoken.filter((one) => one.went === 'order' && one.nth > 0)
      const meant = orders[Math.floor(chance() * orders.length)]!
      const atOnce = spoken.length % 2 === 0
      add({ day, minute, went, sameAs: { nth: meant.nth, atOnce }, ...(atOnce && { phone: meant.phone }) })
    }
  }
  return spoken
}

function fatesOn({ orders, fates }: LedgerWeek, day: number): readonly Fate[] {
  const open = Object.entries(fates).flatMap(([fate, counts]) =>
    Array.from({ length: counts[day]! }, () => fate as Fate),
  )
  return [...open, ...Array.from({ length: orders[day]! - open.length }, (): Fate => 'closed')]
}

/** All that make no order, but for the cluster of Tuesday. */
function rest({ elsewhere, cluster }: LedgerWeek): readonly Elsewhere[] {
  return Object.entries(elsewhere).flatMap(([went, count]) => {
    const taken = went === 'same' ? Math.max(0, cluster - 1) : 0
    return Array.from({ length: count - taken }, () => went as Elsewhere)
  })
}

function spread(from: number, to: number, at: number, of: number): number {
  return Math.floor(from + ((to - from) * at) / Math.max(1, of))
}
