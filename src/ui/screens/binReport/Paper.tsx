import './chart.css'
import Download from '~icons/lucide/download'
import CheckMark from '~icons/lucide/check'
import Warning from '~icons/lucide/triangle-alert'
import { useLocation } from 'preact-iso'
import { useState } from 'preact/hooks'
import { thisBrowser } from '#device/browser.ts'
import { nameOf } from '#queries/feedback.ts'
import { Empty } from '#ui/parts/Empty.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useToast } from '#ui/parts/Toast.tsx'
import { TwoForms } from '#ui/paper/TwoForms.tsx'
import { Screen } from '#ui/Screen.tsx'
import { useApp } from '#ui/state/app.ts'
import { handOverTables } from '#ui/tableFile.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { addressOf } from './address.ts'
import { type Asked, useReport } from './asked.ts'
import { fullPeriodName } from './names.ts'
import { ReportPaper } from './ReportPaper.tsx'
import { SheetPaper } from './SheetPaper.tsx'
import { fileName, tablesOf } from './tables.ts'

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
  const toast = useToast()
  const [busy, setBusy] = useState(false)
  const { asked, report, reader, compound } = found
  // From the end of a shift one comes for its own sheet only.
  const own = report.sheets.filter((one) => query['window'] === undefined || one.window === query['window'])
  const saveTable = async (internal: boolean) => {
    setBusy(true)
    try {
      const tables = tablesOf(report, {
        words,
        formats,
        internal,
        nameOf: (person) => nameOf(ctx.view, person) || common.somebody,
        labelOf: (point) => reader.tree.get(point)?.label ?? '',
      })
      const done = await handOverTables(fileName(report, compound, { words, formats }), tables)
      if (done !== 'cancelled') toast({ text: sheets.paper.saved, icon: CheckMark })
    } catch {
      toast({ text: sheets.paper.notSaved, icon: Warning })
    }
    setBusy(false)
  }
  return (
    <TwoForms
      title={sheets.paper.title}
      sub={`${compound}・${fullPeriodName(asked, { words, formats })}`}
      back={addressOf('/bins/report', asked)}
      keys={(internal) =>
        // In another app's window no file can be kept.
        thisBrowser().inside === undefined && (
          <Key
            icon={Download}
            label={sheets.paper.table}
            busy={busy}
            busyLabel={sheets.paper.making}
            onPress={() => void saveTable(internal)}
          />
        )
      }
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
