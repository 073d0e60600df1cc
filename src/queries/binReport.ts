import { type BagRate, bagRateOf } from '#domain/bins/bag.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Period } from '#domain/period.ts'
import type { Place } from '#domain/places.ts'
import type { Moment, Shift } from '#domain/bins/shift.ts'
import { type Counts, type Rate, rateOf, sumOf } from '#domain/bins/tallies.ts'
import { type Window, WINDOWS } from '#domain/window.ts'
import { addDays, dayOf } from '#domain/workingDays.ts'
import { type BagReport, bagReport } from './bags.ts'
import { type BinEvents, eventsIn, type Kind, kindsOf } from './binEvents.ts'
import { type FullBins, fullBins, type HaulReport, haulReport } from './hauls.ts'
import type { Reader } from './reader.ts'
import { type Rush, rushOf } from './rush.ts'
import {
  type Asking,
  type Sessions,
  type SessionsOfDay,
  firstDayOf,
  sessionsIn,
  sumOfSessions,
} from './sessions.ts'
import { type BinSheet, sheetsIn } from './sheet.ts'
import { windowsAt } from './windows.ts'

export interface AskedReport extends Period {
  /** Absent: all that the reader may see. */
  readonly point?: RecordId | undefined
}

/** What some sheets came to. Two rates, two names: drops that were right, and bags that were opened. */
export interface Sum {
  readonly counts: Counts
  readonly rate: Rate
  readonly bags: BagRate
}

export interface DayOfReport extends SessionsOfDay, Sum {}

export interface PointOfReport extends Sum {
  readonly point: Place
  readonly sessions: Sessions
  readonly incidents: number
}

export interface ToFix {
  readonly item: string
  readonly when: Moment
  readonly count: number
}

/** A day, a week or a month at the bins. All of it is worked out from the records, each time. */
export interface BinReport extends Sum {
  readonly asked: AskedReport
  readonly points: readonly PointOfReport[]
  readonly sheets: readonly BinSheet[]
  readonly sessions: Sessions
  readonly days: readonly DayOfReport[]
  /** What was found in the bags, by stream. */
  readonly opened: BagReport
  readonly toFix: readonly ToFix[]
  readonly full: readonly FullBins[]
  readonly events: BinEvents
  readonly kinds: readonly Kind[]
  readonly hauled: HaulReport
  readonly rush: readonly { readonly window: Window; readonly rush: Rush }[]
  /** Two weeks were written down by the end of it: only then a line between days says anything. */
  readonly longEnough: boolean
}

/** Bin points whose records somebody may read, in the compound's order; also those that are no more. */
export function pointsOfReports({ view }: Pick<Asking, 'view'>, reader: Reader): readonly Place[] {
  return view
    .all<Place>('place')
    .filter((one) => one.what === 'binPoint' && reader.reads('bins', one.id))
    .sort((a, b) => a.order - b.order || (a.key < b.key ? -1 : 1))
}

export function binReport(asking: Asking, reader: Reader, asked: AskedReport): BinReport {
  const sheets = sheetsIn(reader, asked)
  const events = eventsIn(reader, asked)
  const stoodAt = new Set(sheets.map((one) => one.point))
  const points = pointsOfReports(asking, reader).filter(
    (one) =>
      (asked.point === undefined || one.id === asked.point) &&
      // A point that is no more stands in the reports of its own time only.
      (one.voided === undefined || stoodAt.has(one.id) || dayOf(one.voided.at) >= asked.from),
  )
  const since = { ...asking, began: firstDayOf(reader.all<Shift>('shift')) }
  const days = sessionsIn(since, points, asked, sheets)
  return {
    asked,
    ...summed(sheets),
    sheets,
    points: points.map((point) => {
      const own = sheets.filter((one) => one.point === point.id)
      return {
        point,
        ...summed(own),
        sessions: sumOfSessions(sessionsIn(since, [point], asked, own)),
        incidents: events.incidents.filter((one) => one.place === point.id).length,
      }
    }),
    sessions: sumOfSessions(days),
    days: days.map((one) => ({ ...one, ...summed(sheets.filter(({ day }) => day === one.day)) })),
    opened: bagReport(sheets),
    toFix: toFixOf(sheets),
    full: fullBins(sheets),
    events,
    kinds: kindsOf(events.incidents),
    hauled: haulReport([events]),
    rush: rushesOf(asking, asked, sheets),
    longEnough: isLongEnough(reader, asked, dayOf(asking.now)),
  }
}

function summed(sheets: readonly BinSheet[]): Sum {
  const counts = sumOf(sheets.map((one) => one.counts))
  const bags = sheets.flatMap((sheet) => sheet.shares.flatMap(({ shift }) => shift.bags ?? []))
  return { counts, rate: rateOf(counts), bags: bagRateOf(bags) }
}

function toFixOf(sheets: readonly BinSheet[]): readonly ToFix[] {
  const found = new Map<string, ToFix>()
  for (const { item, when, state } of sheets.flatMap((one) => one.checks)) {
    if (state !== 'toFix') continue
    const key = `${when} ${item}`
    found.set(key, { item, when, count: (found.get(key)?.count ?? 0) + 1 })
  }
  return [...found.values()].sort((a, b) => b.count - a.count)
}

function rushesOf({ view, tenant }: Asking, { point }: AskedReport, sheets: readonly BinSheet[]) {
  return WINDOWS.flatMap((window) => {
    const own = sheets.filter((one) => one.window === window)
    const times =
      point === undefined ? undefined : windowsAt(view, tenant, point).find((one) => one.window === window)
    const rush = rushOf(own, times)
    return rush.busiest ? [{ window, rush }] : []
  })
}

function isLongEnough(reader: Reader, { point, to }: AskedReport, today: string): boolean {
  const shifts = reader.all<Shift>('shift')
  const first = firstDayOf(point === undefined ? shifts : shifts.filter(({ place }) => place === point))
  return first !== undefined && first <= addDays(to < today ? to : today, -13)
}
