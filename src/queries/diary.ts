import type { Category } from '#domain/ledger/categories.ts'
import { type Disposition, dispositionOf, type Feedback } from '#domain/feedback/feedback.ts'
import type { RecordId } from '#domain/ids.ts'
import { type HoldReason, type Order, type OrderEvent, orderId } from '#domain/ledger/order.ts'
import { agreementOf } from '#domain/ledger/orderClock.ts'
import { whereOf } from '#domain/places.ts'
import { type Reporter, reporterId } from '#domain/feedback/reporter.ts'
import type { Shift } from '#domain/bins/shift.ts'
import { type Visit, visitDay, type VisitOutcome } from '#domain/doors/visit.ts'
import type { Window } from '#domain/window.ts'
import { dayOf } from '#domain/workingDays.ts'
import type { View } from '#store/view.ts'
import { myCampaigns } from './campaigns.ts'
import { openWhere } from './digest.ts'
import { writtenOn } from './matters.ts'
import type { Reader } from './reader.ts'
import { rootOf } from './voices.ts'

/** One line of the notebook: who said what, what was done, and whether they know how it went. */
export interface DiaryLine {
  readonly id: RecordId
  readonly day: string
  /** ISO instant at which it was written down. */
  readonly at: string
  /** 1栋 1单元 904, for the notebook; `openly` is what may hang on a wall. */
  readonly where: string
  readonly openly: string
  /** The 称呼, where this person may read it. */
  readonly who?: string
  readonly text: string
  readonly category: Category
  readonly went?: Disposition
  /** What was done about it, oldest first, in whoever's words. */
  readonly steps: readonly { readonly is: OrderEvent['is'] | 'answered'; readonly text?: string }[]
  readonly handled: boolean
  readonly agrees?: OrderEvent['result']
  readonly held?: HoldReason
  /** The tick: whoever asked has been told. */
  readonly told: boolean
}

/** 民情日记: one person's day, out of their own records. Nobody writes it a second time. */
export interface DiaryDay {
  readonly day: string
  /** 今日安排: what was planned for it. */
  readonly plan: {
    readonly shifts: readonly Window[]
    readonly campaigns: readonly string[]
    readonly comeBacks: number
  }
  /** Lines of earlier days without a tick, oldest first: they come first the next morning. */
  readonly carried: readonly DiaryLine[]
  readonly lines: readonly DiaryLine[]
  readonly visits: {
    readonly knocked: number
    readonly by: Readonly<Partial<Record<VisitOutcome, number>>>
    /** What was written down at a door. */
    readonly notes: readonly { readonly where: string; readonly note: string }[]
  }
  /** Orders of others on which this person did something that day. */
  readonly touched: readonly {
    readonly id: RecordId
    readonly category: Category
    readonly steps: DiaryLine['steps']
  }[]
}

export interface DiaryAsking {
  readonly view: View
}

/** `day` in Shanghai, `YYYY-MM-DD`. On a shared tablet nobody is named: others look at it too. */
export function diaryDay(
  { view }: DiaryAsking,
  reader: Reader,
  day: string,
  manyBuildings = false,
): DiaryDay {
  const mine = reader
    .all<Feedback>('feedback')
    .filter((one) => one.author === reader.me && rootOf(view, one.id) === one.id)
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1))
  const line = (one: Feedback) => lineOf(reader, one, manyBuildings)
  const own = mine.filter((one) => writtenOn(one) === day)
  const visits = reader
    .all<Visit>('visit')
    .filter((one) => one.author === reader.me && visitDay(one) === day)
    .sort((a, b) => (a.at < b.at ? -1 : 1))
  const lines = new Set<RecordId>(mine.map((one) => orderId(one.id)))
  return {
    day,
    plan: {
      shifts: reader
        .all<Shift>('shift')
        .filter((one) => one.author === reader.me && one.day === day)
        .map((one) => one.window),
      campaigns: myCampaigns(reader, day).map((one) => one.title),
      comeBacks: reader
        .all<Visit>('visit')
        .filter((one) => one.author === reader.me && one.retryAt?.slice(0, 10) === day && visitDay(one) < day)
        .length,
    },
    carried: mine.filter((one) => writtenOn(one) < day && wantsTick(one, day)).map(line),
    lines: own.map(line),
    visits: {
      knocked: visits.length,
      by: countsOf(visits),
      notes: visits.flatMap((one) =>
        one.note === undefined || reader.shared
          ? []
          : [{ where: whereOf(one.place, reader.tree), note: one.note }],
      ),
    },
    touched: reader
      .all<Order>('order')
      .filter((one) => !lines.has(one.id))
      .flatMap((one) => {
        const steps = one.events.filter(({ by, at }) => by === reader.me && dayOf(at) === day)
        return steps.length > 0 ? [{ id: one.id, category: one.category, steps: steps.map(stepOf) }] : []
      }),
  }
}

/** Somebody waits for a word: not told by the end of the day before, and not one of those that want none. */
function wantsTick(remark: Feedback, day: string): boolean {
  if (remark.told && dayOf(remark.told.at) < day) return false
  const went = dispositionOf(remark)
  return went !== 'answered_on_spot' && went !== 'praise' && went !== 'duplicate_of'
}

function lineOf(reader: Reader, remark: Feedback, manyBuildings: boolean): DiaryLine {
  const order = reader.get<Order>(orderId(remark.id))
  const reporter = reader.shared ? undefined : reader.get<Reporter>(reporterId(remark.id))
  const agrees = order && agreementOf(order)?.result
  const went = dispositionOf(remark)
  const hold = order?.status === 'onHold' ? order.events.findLast((one) => one.is === 'held') : undefined
  return {
    id: remark.id,
    day: writtenOn(remark),
    at: remark.at,
    where: whereOf(remark.place, reader.tree),
    openly: openWhere(remark.place, reader.tree, manyBuildings),
    text: remark.text,
    category: remark.category,
    steps: [
      ...remark.followUps.map(({ text }) => ({ is: 'answered' as const, text })),
      ...(order?.events ?? []).map(stepOf),
    ],
    handled: order ? order.status === 'done' : went === 'answered_on_spot' || went === 'praise',
    told: remark.told !== undefined,
    ...(went && { went }),
    ...(reporter && { who: reporter.displayName }),
    ...(agrees && { agrees }),
    ...(hold?.reason && { held: hold.reason }),
  }
}

function stepOf({ is, text }: OrderEvent) {
  return { is, ...(text !== undefined && { text }) }
}

function countsOf(visits: readonly Visit[]): Readonly<Partial<Record<VisitOutcome, number>>> {
  const by: Partial<Record<VisitOutcome, number>> = {}
  for (const { outcome } of visits) by[outcome] = (by[outcome] ?? 0) + 1
  return by
}
