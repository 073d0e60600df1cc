import './chart.css'
import Download from '~icons/lucide/download'
import CheckMark from '~icons/lucide/check'
import Printer from '~icons/lucide/printer'
import Warning from '~icons/lucide/triangle-alert'
import { useLocation } from 'preact-iso'
import { useState } from 'preact/hooks'
import { thisBrowser } from '#device/browser.ts'
import { printPage } from '#device/print.ts'
import { nameOf } from '#queries/feedback.ts'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Panel } from '#ui/parts/Card.tsx'
import { Empty } from '#ui/parts/Empty.tsx'
import { Header } from '#ui/parts/Header.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Segmented } from '#ui/parts/Segmented.tsx'
import { useToast } from '#ui/parts/Toast.tsx'
import { Screen } from '#ui/Screen.tsx'
import { useApp } from '#ui/state/app.ts'
import { handOverTables } from '#ui/tableFile.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { addressOf } from './address.ts'
import { type Asked, useReport } from './asked.ts'
import { Fitted } from './Fitted.tsx'
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
  const [form, setForm] = useState<'public' | 'internal'>('public')
  const [busy, setBusy] = useState(false)
  const { asked, report, reader, compound } = found
  const internal = form === 'internal'
  // From the end of a shift one comes for its own sheet only.
  const own = report.sheets.filter((one) => query['window'] === undefined || one.window === query['window'])
  const cannotSave = thisBrowser().inside !== undefined
  const saveTable = async () => {
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
    <Screen
      title={sheets.paper.title}
      header={
        <div class="paper-screen-only">
          <Header
            title={sheets.paper.title}
            sub={`${compound}・${fullPeriodName(asked, { words, formats })}`}
            back={addressOf('/bins/report', asked)}
            leave={common.back}
          />
        </div>
      }
      bar={
        !cannotSave && (
          <BottomBar>
            <Key
              icon={Download}
              label={sheets.paper.table}
              busy={busy}
              busyLabel={sheets.paper.making}
              onPress={() => void saveTable()}
            />
            <Key
              look="primary"
              icon={Printer}
              label={sheets.paper.print}
              onPress={() => {
                if (!printPage()) toast({ text: sheets.paper.inside, icon: Warning })
              }}
            />
          </BottomBar>
        )
      }
    >
      <div class="paper-screen">
        <div class="paper-screen-only stack">
          {cannotSave && <Panel tone="alert" icon={Warning} title={sheets.paper.inside} />}
          <Segmented
            label={sheets.paper.form}
            look="answer"
            value={form}
            onChange={setForm}
            options={[
              { value: 'public', label: sheets.paper.public, sub: sheets.paper.publicSub },
              { value: 'internal', label: sheets.paper.internal, sub: sheets.paper.internalSub },
            ]}
          />
        </div>
        <Fitted>
          {asked.kind !== 'day' ? (
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
          )}
        </Fitted>
      </div>
    </Screen>
  )
}
