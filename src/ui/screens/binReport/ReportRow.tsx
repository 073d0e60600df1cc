import { type PeriodKind, periodOf } from '#domain/period.ts'
import { pointsOfReports } from '#queries/binReport.ts'
import { readerOf } from '#queries/reader.ts'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { useApp } from '#ui/state/app.ts'
import { useView } from '#ui/state/view.ts'
import { useWords } from '#ui/words.ts'
import { addressOf } from './address.ts'

/** The way to the report, for whoever may read any of it. */
export function ReportRow({ kind = 'week', day }: { kind?: PeriodKind; day: string }) {
  const { sheets } = useWords()
  const { ctx, today } = useApp()
  const reads = useView((view) => pointsOfReports({ view }, readerOf(view, ctx, today())).length > 0)
  if (!reads) return null
  return (
    <Rows>
      <Row href={addressOf('/bins/report', periodOf(kind, day))} title={sheets.open} sub={sheets.openSub} />
    </Rows>
  )
}
