import { useLocation } from 'preact-iso'
import { useMemo } from 'preact/hooks'
import type { RecordId } from '#domain/ids.ts'
import { type PeriodKind, periodOf, PERIODS } from '#domain/period.ts'
import type { Place } from '#domain/places.ts'
import { dayOf } from '#domain/workingDays.ts'
import { type AskedReport, type BinReport, binReport, pointsOfReports } from '#queries/binReport.ts'
import { type Reader, readerOf } from '#queries/reader.ts'
import { useApp } from '#ui/state/app.ts'
import { useStore } from '#ui/state/view.ts'

export interface Asked {
  readonly asked: AskedReport
  readonly report: BinReport
  readonly reader: Reader
  /** All points whose records this person may read. */
  readonly points: readonly Place[]
  readonly compound: string
}

/** Whoever may read nothing here gets undefined. Worked out again only when the book or the question changes. */
export function useReport(): Asked | undefined {
  const { ctx, editions, today, now } = useApp()
  const { query } = useLocation()
  const { edition } = useStore(editions)
  const day = today()
  const { by, day: wanted, point: at } = query
  // A window that begins meanwhile is planned from its minute on.
  const minute = now().slice(0, 16)
  return useMemo(() => {
    const asking = { view: ctx.view, tenant: ctx.tenant, now: `${minute}:59.999Z` }
    const reader = readerOf(ctx.view, ctx, day)
    const points = pointsOfReports(asking, reader)
    if (points.length === 0) return undefined
    const point =
      points.find((one) => one.id === (at as RecordId | undefined)) ??
      (points.length === 1 ? points[0] : undefined)
    const period = periodOf(kindOf(by), isDay(wanted) && wanted <= day ? wanted : day)
    const asked = { ...period, point: point?.id }
    return {
      asked,
      report: binReport(asking, reader, asked),
      reader,
      points,
      compound: reader.tree.get(ctx.compound)?.label ?? '',
    }
  }, [edition, day, minute, by, wanted, at])
}

function kindOf(by: string | undefined): PeriodKind {
  return PERIODS.find((one) => one === by) ?? 'week'
}

/** Addresses are typed and shortened by hands: what is no day of the calendar means today. */
function isDay(text: string | undefined): text is string {
  if (text === undefined || !/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const at = Date.parse(`${text}T00:00:00+08:00`)
  return !Number.isNaN(at) && dayOf(new Date(at).toISOString()) === text
}
