import type { Feedback } from '#domain/feedback/feedback.ts'
import type { RecordId, TenantId } from '#domain/ids.ts'
import type { Order } from '#domain/ledger/order.ts'
import { periodOf } from '#domain/period.ts'
import { isLivedIn, type Place, whereOf } from '#domain/places.ts'
import type { Group } from '#domain/roles.ts'
import { type Rate, rateOf, sumOf } from '#domain/bins/tallies.ts'
import { lights, type Visit, visitDay } from '#domain/doors/visit.ts'
import { addDays, dayOf } from '#domain/workingDays.ts'
import type { View } from '#store/view.ts'
import { type BinReport, binReport, pointsOfReports } from './binReport.ts'
import { coverageOf } from './coverage.ts'
import {
  byCategory,
  byDisposition,
  byTrack,
  type Days,
  isIn,
  type Matter,
  mattersOf,
  type OrderFigures,
  orderFigures,
  type Part,
  writtenOn,
} from './matters.ts'
import { type Together, togetherOf } from './monthTogether.ts'
import { freshnessOf, wholeProgress } from './progress.ts'
import type { Reader } from './reader.ts'
import { sheetsIn } from './sheet.ts'
import { surveyIn, type SurveyView, surveyView } from './survey.ts'
import { type VisitFigures, visitFigures } from './visitFigures.ts'

export interface MonthAsking {
  readonly view: View
  readonly tenant: TenantId
  readonly compound: RecordId
  /** ISO instant. */
  readonly now: string
}

/** What somebody sees of a group of records: the whole compound, or the places named, as people call them. */
export type Area = { readonly whole: true } | { readonly whole: false; readonly where: readonly string[] }

/** One week at the bins, by its Monday. */
export interface WeekRate {
  readonly monday: string
  readonly rate: Rate
}

/** A month of the compound as its records tell it. Nothing of it is stored; every rate stands on its two numbers. */
export interface MonthPack {
  /** `2024-03` */
  readonly month: string
  /** Days in Shanghai, both included; of a month that runs until today. */
  readonly from: string
  readonly to: string
  readonly heard?: Heard
  readonly visits?: VisitsOfMonth
  readonly bins?: { readonly report: BinReport; readonly weeks: readonly WeekRate[] }
  readonly survey?: SurveyView
  readonly together: Together
}

export interface Heard {
  readonly area: Area
  readonly remarks: number
  readonly went: ReturnType<typeof byDisposition>
  readonly categories: ReturnType<typeof byCategory>
  /** What says the same is one matter. */
  readonly matters: Part
  readonly tracks: ReturnType<typeof byTrack>
  /** Handled ones whose asker knows it. */
  readonly told: Part
  /** Not done yet, soonest due first; the month's own, and what was left of earlier ones. */
  readonly open: readonly Matter[]
  readonly left: readonly Matter[]
  /** Absent: this person sees no orders. */
  readonly orders?: OrderFigures
}

export interface VisitsOfMonth {
  readonly area: Area
  readonly figures: VisitFigures
  /** Homes in which somebody was reached in the month, of those that are lived in. */
  readonly reached: Part
  /** Homes whose window is lit at its end. */
  readonly lit: Part
  readonly vacant: number
  readonly litDays: number
}

const WEEKS = 8

/** `month` is `YYYY-MM`; one that runs is told until today. */
export function monthPack(asking: MonthAsking, reader: Reader, month: string): MonthPack {
  const pack = packOver(asking, reader, periodOf('month', `${month}-01`))
  return { month, ...pack, together: togetherOf(reader, asking.compound, month, pack) }
}

/** The same of any days. Over what the reader may read, and no more: `area` says how much that is. */
export function packOver(
  asking: MonthAsking,
  reader: Reader,
  span: Days,
): Omit<MonthPack, 'month' | 'together'> {
  const { view, tenant, compound, now } = asking
  const today = dayOf(now)
  const days = { from: span.from, to: span.to < today ? span.to : today }
  const heardIn = areaOf(reader, 'feedback', compound)
  const visitsIn = areaOf(reader, 'visits', compound)
  const points = pointsOfReports(asking, reader)
  const survey = surveyIn(reader, days.from, days.to)
  const { from, to } = span
  return {
    ...days,
    ...(heardIn && { heard: heardOf(asking, reader, days, heardIn) }),
    ...(visitsIn && { visits: visitsOf(asking, reader, days, visitsIn) }),
    ...(points.length > 0 && {
      bins: {
        report: binReport({ view, tenant, now }, reader, { kind: 'month', from, to }),
        weeks: weeksTo(reader, days.to),
      },
    }),
    ...(survey && reader.reads('surveys', compound) && { survey: surveyView(reader, survey) }),
  }
}

function heardOf({ view, compound, now }: MonthAsking, reader: Reader, days: Days, area: Area): Heard {
  const remarks = reader.all<Feedback>('feedback').filter((one) => isIn(days, writtenOn(one)))
  const all = mattersOf(view, reader, now)
  const own = all.filter(({ remark }) => isIn(days, writtenOn(remark)))
  const handled = own.filter(({ order }) => order?.status === 'done')
  const orders = reader.all<Order>('order').filter((one) => one.from.length > 0 && isIn(days, writtenOn(one)))
  return {
    area,
    remarks: remarks.length,
    went: byDisposition(remarks),
    categories: byCategory(remarks),
    matters: { n: own.filter((one) => one.done).length, of: own.length },
    tracks: byTrack(own),
    told: { n: handled.filter(({ remark }) => remark.told !== undefined).length, of: handled.length },
    open: own.filter((one) => !one.done),
    left: all.filter(({ remark, done }) => !done && writtenOn(remark) < days.from),
    ...(areaOf(reader, 'orders', compound) && { orders: orderFigures(view, orders, now) }),
  }
}

function visitsOf({ view, tenant }: MonthAsking, reader: Reader, days: Days, area: Area): VisitsOfMonth {
  const freshness = freshnessOf(view, tenant)
  const { lit, livedIn, vacant } = wholeProgress(reader, days.to, freshness)
  const reached = new Set(
    reader
      .all<Visit>('visit')
      .filter((one) => lights(one) && isIn(days, visitDay(one)))
      .map((one) => one.place),
  )
  const doors = reader
    .all<Place>('place')
    .filter((one) => one.what === 'dwelling' && reader.reads('visits', one.id) && isLivedIn(one))
  return {
    area,
    figures: visitFigures(reader, days.from, days.to),
    reached: coverageOf(doors, (door) => reached.has(door)),
    lit: { n: lit, of: livedIn },
    vacant,
    litDays: freshness.lit,
  }
}

/** The last eight weeks up to a day, those in which somebody stood at the bins. */
function weeksTo(reader: Reader, to: string): readonly WeekRate[] {
  const last = periodOf('week', to).from
  return Array.from({ length: WEEKS }, (_, index) => addDays(last, (index - WEEKS + 1) * 7)).flatMap(
    (monday) => {
      const until = addDays(monday, 6)
      const sheets = sheetsIn(reader, { from: monday, to: until < to ? until : to })
      return sheets.length > 0 ? [{ monday, rate: rateOf(sumOf(sheets.map((one) => one.counts))) }] : []
    },
  )
}

/** How much of the compound a person sees of a group; undefined: none of it. */
export function areaOf(reader: Reader, group: Group, compound: RecordId): Area | undefined {
  if (reader.reads(group, compound)) return { whole: true }
  const { tree } = reader
  const seen = reader
    .all<Place>('place')
    .filter((one) => ['building', 'unit'].includes(one.what) && reader.reads(group, one.id))
  const top = seen.filter((one) => !seen.some((other) => other.id !== one.id && tree.below(one.id, other.id)))
  if (top.length === 0) return undefined
  return { whole: false, where: top.map((one) => whereOf(one.id, tree)).sort() }
}
