import './exports.css'
import CheckMark from '~icons/lucide/check'
import Download from '~icons/lucide/download'
import Two from '~icons/lucide/users-round'
import Warning from '~icons/lucide/triangle-alert'
import type { ComponentChildren } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import { thisBrowser } from '#device/browser.ts'
import type { LookReason } from '#domain/look.ts'
import { type Period, type PeriodKind, periodOf } from '#domain/period.ts'
import type { Place } from '#domain/places.ts'
import type { ExportTable } from '#queries/exportTables/table.ts'
import { Panel } from '#ui/parts/Card.tsx'
import { Field } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Segmented } from '#ui/parts/Segmented.tsx'
import { useToast } from '#ui/parts/Toast.tsx'
import { fullPeriodName } from '#ui/screens/binReport/names.ts'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { useApp } from '#ui/state/app.ts'
import { handOverTables, tableFileName } from '#ui/tableFile.ts'
import { useNotAll } from '#ui/useNotAll.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { PaperScreen } from '#ui/paper/PaperScreen.tsx'
import { useTaken } from '#ui/paper/useTaken.ts'
import { TablePages } from '#ui/paper/TablePages.tsx'
import { FormChoice, type PaperForm } from '#ui/paper/TwoForms.tsx'
import { PeriodChoice } from './PeriodChoice.tsx'
import { cellsOf, isOnPaper, type TableColumn } from './says.ts'
import { SecondYesPanel } from './SecondYesPanel.tsx'
import { useNoted } from './useNoted.ts'
import { useSecondYes } from './useSecondYes.ts'

const REASONS = ['office', 'round', 'other'] as const satisfies readonly LookReason[]

interface TakeTableProps {
  title: string
  table: ExportTable
  columns: readonly TableColumn[]
  by: PeriodKind
  /** A form is as it was asked for; of a list of our own with many columns the paper shows some. */
  asForm: boolean
  note?: string | undefined
  children?: ComponentChildren
}

/** A table for some days, for the wall or for the inside, as a file and on paper. */
export function TakeTable({ title, table, columns, by, asForm, note: told, children }: TakeTableProps) {
  const words = useWords()
  const formats = useFormats()
  const app = useApp()
  const toast = useToast()
  const { reader, today } = useReader()
  const { exports, discretion, common, trace } = words
  const [period, setPeriod] = useState<Period>(() => periodOf(by, today))
  const [form, setForm] = useState<PaperForm>('public')
  const [why, setWhy] = useState<(typeof REASONS)[number]>('office')
  const [note, setNote] = useState('')
  const [busy, setBusy] = useState(false)
  const internal = form === 'internal'
  const noted = useNoted()
  const taken = useTaken()
  // Residents' names go only to whoever can write down that they took them.
  const seen = ({ holds }: TableColumn) =>
    holds === 'open' || (internal && (holds === 'inside' || noted.place !== undefined))
  // A form keeps its columns, whatever they may say; of a list of our own only those are there that say something.
  const shown = asForm ? columns : columns.filter(seen)
  const asking = {
    view: app.ctx.view,
    reader,
    tenant: app.ctx.tenant,
    compound: app.ctx.compound,
    from: period.from,
    to: period.to,
    now: app.now(),
    internal,
  }
  const compound = reader.get<Place>(app.ctx.compound)?.label ?? ''
  const rows = useMemo(() => {
    const fields = shown.map((one) => (seen(one) ? (one.field ?? '') : ''))
    const always = { compound, today, filler: app.person.name }
    return cellsOf(table.lines(asking, fields), shown, always, internal, words)
  }, [reader, period.from, period.to, internal, words, table, columns, noted.place])
  const onPaper = asForm ? shown : shown.filter((one) => isOnPaper(table.list, one, shown))
  const empty = shown.filter((one) => !seen(one)).map((one) => one.heading)
  const asksWhy = internal && noted.place !== undefined
  const names = internal && shown.some((one) => one.holds === 'names' && seen(one))
  // Lines of a table know no homes: each counts as one.
  const second = useSecondYes({
    place: noted.place ?? app.ctx.compound,
    homes: names ? rows.length : 0,
    list: table.list,
  })
  const needNote = asksWhy && note.trim() === '' ? exports.needNote : undefined
  const waits = second.permit.is === 'waits' ? trace.second.waits : trace.second.alone
  const notAll = useNotAll()
  const cannot = notAll ?? (second.may || second.canAsk ? needNote : waits)
  const when = `${today} ${formats.time(app.now())}`
  const mark = asksWhy
    ? exports.mark(app.person.name, when, [discretion.why[why], note.trim()].filter(Boolean).join('：'))
    : undefined

  /** Written down before anything leaves; answers whether it may. */
  const letGo = async (): Promise<boolean> => {
    if (!asksWhy) return taken({ what: internal ? 'paper' : 'wall', note: title })
    if (!second.may) return false
    const kept = await noted.note(why, note, rows.length, second.request)
    if (!kept.ok) toast({ text: common.refused[kept.refused], icon: Warning })
    return kept.ok
  }
  const save = async () => {
    setBusy(true)
    if (await letGo()) {
      const name = tableFileName([title, compound, fullPeriodName(period, { words, formats })])
      const table = {
        name: title,
        head: shown.map((one) => one.heading),
        rows: mark ? [...rows, [mark]] : rows,
      }
      try {
        const done = await handOverTables(name, [table])
        if (done !== 'cancelled') toast({ text: mark ? exports.savedNames : exports.saved, icon: CheckMark })
      } catch {
        toast({ text: exports.notSaved, icon: Warning })
      }
    }
    setBusy(false)
  }
  // In another app's window no file can be kept.
  const cannotSave = thisBrowser().inside !== undefined
  return (
    <PaperScreen
      title={title}
      sub={compound}
      back="/exports"
      internal={internal}
      across
      // One key says what is missing; two would say it twice.
      printKey={cannot || !second.may ? 'none' : 'beside'}
      beforePrint={letGo}
      keys={
        second.canAsk ? (
          <Key
            look="primary"
            icon={Two}
            label={trace.second.ask}
            why={needNote}
            busy={second.busy}
            onPress={() => void second.ask(why, note)}
          />
        ) : (
          !cannotSave && (
            <Key
              look="primary"
              icon={Download}
              label={exports.save}
              why={cannot}
              busy={busy}
              busyLabel={exports.making}
              onPress={() => void save()}
            />
          )
        )
      }
      choices={
        <div class="stack-wide">
          {told && <Panel tone="alert" icon={Warning} title={told} />}
          <PeriodChoice period={period} ahead={table.list === 'rota'} onChange={setPeriod} />
          <FormChoice
            value={form}
            onChange={setForm}
            internalSub={noted.place ? exports.internalNames : exports.internalSub}
          />
          <SecondYesPanel permit={second.permit} homes={rows.length} />
          {asksWhy && (
            <>
              <Segmented
                label={exports.why}
                shown
                look="answer"
                value={why}
                onChange={setWhy}
                options={REASONS.map((one) => ({ value: one, label: discretion.why[one] }))}
              />
              <Field
                label={exports.note}
                help={exports.noteHelp}
                value={note}
                onDraft={setNote}
                maxLength={200}
              />
            </>
          )}
          <p aria-live="polite">
            {rows.length === 0 ? exports.none : exports.count(formats.number(rows.length))}
          </p>
          {asForm && empty.length > 0 && <p class="caption">{exports.leftOpen(formats.list(empty))}</p>}
          {children}
        </div>
      }
    >
      <TablePages
        title={title}
        sub={`${compound}　${fullPeriodName(period, { words, formats })}`}
        head={onPaper.map((one) => one.heading)}
        rows={asForm ? rows : rows.map((row) => onPaper.map((one) => row[shown.indexOf(one)]))}
        internal={internal}
        mark={mark}
      />
    </PaperScreen>
  )
}
