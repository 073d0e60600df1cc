import type { BagRate } from '#domain/bins/bag.ts'
import type { Category } from '#domain/ledger/categories.ts'
import type { Feedback } from '#domain/feedback/feedback.ts'
import type { RecordId, TenantId } from '#domain/ids.ts'
import type { Order } from '#domain/ledger/order.ts'
import type { Place, PlaceTree } from '#domain/places.ts'
import { dayOf } from '#domain/workingDays.ts'
import type { View } from '#store/view.ts'
import { type BinReport, binReport, pointsOfReports } from './binReport.ts'
import { byCategory, type Matter, mattersOf, writtenOn } from './matters.ts'
import { type Area, areaOf } from './month.ts'
import type { Reader } from './reader.ts'
import { type VisitFigures, visitFigures } from './visitFigures.ts'

export interface DigestAsking {
  readonly view: View
  readonly tenant: TenantId
  readonly compound: RecordId
  /** ISO instant. */
  readonly now: string
}

/** Something that was put right: what it is about, and where, down to a floor and never to a door. */
export interface Mended {
  readonly category: Category
  readonly where: string
}

/** A day as it may be told to everybody: counts, and our own words for kinds. Nothing that somebody typed is in it. */
export interface DayDigest {
  readonly day: string
  /** Absent: this person sees no remarks, so nothing may be said of them, not even that there were none. */
  readonly area?: Area
  readonly heard: number
  readonly opened: number
  readonly mended: readonly Mended[]
  readonly bins?: {
    readonly sessions: number
    readonly bags: BagRate
    readonly report: BinReport
  }
  readonly visits?: VisitFigures
  /** Not done when the day is over, most frequent kind first. */
  readonly open: { readonly count: number; readonly categories: readonly Category[] }
}

/** `day` in Shanghai, `YYYY-MM-DD`. Of a day that is over, what is open is told as it is now. */
export function dayDigest(asking: DigestAsking, reader: Reader, day: string): DayDigest {
  const { view, tenant, compound, now } = asking
  const remarks = reader.all<Feedback>('feedback')
  const orders = reader.all<Order>('order').filter((one) => one.from.length > 0)
  const matters = mattersOf(view, reader, now)
  const open = matters.filter((one) => !wasDone(one, day) && writtenOn(one.remark) <= day)
  const report = binReport({ view, tenant, now }, reader, { kind: 'day', from: day, to: day })
  const visits = visitFigures(reader, day, day)
  const area = areaOf(reader, 'feedback', compound)
  const many = reader.all<Place>('place').filter((one) => one.what === 'building').length > 1
  return {
    day,
    ...(area && { area }),
    heard: remarks.filter((one) => writtenOn(one) === day).length,
    opened: orders.filter((one) => writtenOn(one) === day).length,
    mended: orders
      .filter((one) => one.closedAt !== undefined && dayOf(one.closedAt) === day)
      .sort((a, b) => ((a.closedAt ?? '') < (b.closedAt ?? '') ? -1 : 1))
      .map((one) => ({ category: one.category, where: openWhere(one.place, reader.tree, many) })),
    ...(pointsOfReports(asking, reader).length > 0 && {
      bins: { sessions: report.sheets.length, bags: report.bags, report },
    }),
    ...(areaOf(reader, 'visits', compound) && { visits }),
    open: {
      count: open.length,
      categories: byCategory(open.map((one) => one.remark)).map((one) => one.category),
    },
  }
}

/** What was done by the end of a day; what has no order and is done counts as done on the day it was said. */
function wasDone({ done, order, remark }: Matter, day: string): boolean {
  if (!done) return false
  const at = order?.closedAt ?? remark.told?.at
  return at === undefined || dayOf(at) <= day
}

/**
 * 1单元 12楼: what everybody shares is named down to its floor; what is inside a home only by its unit, and a building that is
 * the only one not at all.
 */
export function openWhere(place: RecordId, tree: PlaceTree, manyBuildings: boolean): string {
  const path = tree.path(place)
  const inside = path.some((one) => one.what === 'dwelling')
  return path
    .filter(
      ({ what }) =>
        what === 'unit' ||
        what === 'space' ||
        (what === 'building' && manyBuildings) ||
        (what === 'floor' && !inside),
    )
    .map((one) => one.label)
    .join('')
}
