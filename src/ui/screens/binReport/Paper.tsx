import './chart.css'
import { useLocation } from 'preact-iso'
import { nameOf } from '#queries/feedback.ts'
import { Empty } from '#ui/parts/Empty.tsx'
import { TableKey } from '#ui/paper/TableKey.tsx'
import { TwoForms } from '#ui/paper/TwoForms.tsx'
import { Screen } from '#ui/Screen.tsx'
import { useApp } from '#ui/state/app.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { addressOf } from './address.ts'
import { type Asked, useReport } from './asked.ts'
import { fullPeriodName } from './names.ts'
import { ReportPaper } from './ReportPaper.tsx'
import { SheetPaper } from './SheetPaper.tsx'
import { fileParts, tablesOf } from './tables.ts'

/** `/bins/report/paper`: the page as it will come out of the printer, and the same as a table. */
export function Paper() {
  const { sheets } = useWords()
  const found = useReport()
  if (!found) {
    return (
      <Screen title={sheets.paper.title} back="/bins/report">
        <Empty title={sheets.notYours} text={sheets.notYoursText} />
      </Screen>
    )
  }
  return <Pages found={found} />
}

function Pages({ found }: { found: Asked }) {
  const words = useWords()
  const formats = useFormats()
  const { sheets, common } = words
  const { ctx } = useApp()
  const { query } = useLocation()
  const { asked, report, reader, compound } = found
  // From the end of a shift one comes for its own sheet only.
  const own = report.sheets.filter((one) => query['window'] === undefined || one.window === query['window'])
  const made = (internal: boolean) =>
    tablesOf(report, {
      words,
      formats,
      internal,
      nameOf: (person) => nameOf(ctx.view, person) || common.somebody,
      labelOf: (point) => reader.tree.get(point)?.label ?? '',
    })
  return (
    <TwoForms
      title={sheets.paper.title}
      sub={`${compound}・${fullPeriodName(asked, { words, formats })}`}
      back={addressOf('/bins/report', asked)}
      keys={(internal, before) => (
        <TableKey
          name={fileParts(report, compound, { words, formats })}
          tables={() => made(internal)}
          before={before}
        />
      )}
    >
      {(internal) =>
        asked.kind !== 'day' ? (
          <ReportPaper found={found} internal={internal} />
        ) : own.length === 0 ? (
          <p>{sheets.nothing}</p>
        ) : (
          own.map((sheet) => (
            <SheetPaper
              key={`${sheet.point} ${sheet.window}`}
              sheet={sheet}
              point={reader.tree.get(sheet.point)?.label ?? ''}
              compound={compound}
              internal={internal}
            />
          ))
        )
      }
    </TwoForms>
  )
}
