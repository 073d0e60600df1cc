import './accounts.css'
import { useLocation, useRoute } from 'preact-iso'
import { useState } from 'preact/hooks'
import { editLine, enterLine, withdrawLine } from '#commands/accounts.ts'
import type { AccountLine } from '#domain/money/accountLine.ts'
import { FUNDS, SUBJECTS_IN, SUBJECTS_OUT } from '#domain/money/accountWords.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Works } from '#domain/ledger/works.ts'
import { MoneyField } from '#ui/MoneyField.tsx'
import { leaveTo } from '#ui/parts/backCloses.ts'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Dialog } from '#ui/parts/Dialog.tsx'
import { Empty } from '#ui/parts/Empty.tsx'
import { Field, Select, TextArea } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Segmented } from '#ui/parts/Segmented.tsx'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { useDoing } from '#ui/screens/plan/useDoing.ts'
import { Shots } from '#ui/screens/works/Shots.tsx'
import { Screen } from '#ui/Screen.tsx'
import { useApp } from '#ui/state/app.ts'
import { isHere, useDraft } from '#ui/state/draft.ts'
import { useWords } from '#ui/words.ts'
import { asLine, blankLine, type FilledLine, filledLine, lineMissing } from './filledLine.ts'
import { monthsAround, useMonth } from './months.ts'
import { NumberPad } from './NumberPad.tsx'

/** `/accounts/new` and `/accounts/line/:id`: one sum, with its receipt. */
export function LineForm() {
  const id = useRoute().params['id'] as RecordId | undefined
  const { accounts } = useWords()
  const { reader, may } = useReader()
  const month = useMonth()
  const line = id === undefined ? undefined : reader.get<AccountLine>(id)
  const back = `/accounts?month=${line?.month ?? month}`
  if (!may('enterMoney') || (id !== undefined && (line?.kind !== 'accountLine' || line.voided))) {
    const mine = may('enterMoney')
    return (
      <Screen title={accounts.title} back={back}>
        <Empty
          title={
            mine
              ? line?.voided
                ? accounts.why(line.voided.reason)
                : accounts.form.gone
              : accounts.form.notYours
          }
          text={mine ? undefined : accounts.form.notYoursText}
        />
      </Screen>
    )
  }
  return <Form key={id ?? 'new'} line={line} back={back} />
}

function Form({ line, back }: { line: AccountLine | undefined; back: string }) {
  const words = useWords()
  const { accounts, common } = words
  const { form } = accounts
  const { ctx } = useApp()
  const { reader } = useReader()
  const { query, route } = useLocation()
  const month = useMonth()
  const doing = useDoing()
  const [leaving, setLeaving] = useState(false)
  const draft = useDraft<FilledLine>(
    'accounts.line',
    line?.id ?? ctx.compound,
    line ? filledLine(line) : blankLine(month, query['works']),
    ({ id }) => id !== undefined && isHere(ctx.view, id),
  )
  const { value } = draft
  const change = (part: Partial<FilledLine>) =>
    draft.set({ ...value, ...(!line && { id: value.id ?? (ctx.newId() as RecordId) }), ...part })
  const missing = lineMissing(value)
  const why =
    missing === undefined ? undefined : missing === 'subject' ? form.subjectMissing : form.wrong[missing]
  const projects = reader.all<Works>('works').filter((one) => !one.cancelled)

  const save = async () => {
    const wanted = asLine(value)
    if (!wanted) return
    const done = await doing.run(
      () =>
        line
          ? editLine(draft.ctx, line, wanted, value.photos)
          : enterLine(draft.ctx, wanted, value.photos, value.id),
      { text: line ? form.edited : form.saved },
    )
    if (!done) return
    await draft.drop()
    leaveTo(`/accounts?month=${wanted.month}`, (there) => route(there, true))
  }
  return (
    <Screen
      title={line ? form.edit : form.title}
      sub={accounts.unit}
      back={back}
      bar={
        <BottomBar>
          <Key
            look="primary"
            label={common.save}
            why={why}
            busy={doing.busy}
            busyLabel={common.saving}
            onPress={() => void save()}
          />
          {line && <Key look="quiet" label={form.withdraw} onPress={() => setLeaving(true)} />}
        </BottomBar>
      }
    >
      <div class="stack-wide accounts-form accounts-form-sides">
        <div class="stack-wide">
          <Segmented
            label={form.what}
            look="answer"
            value={value.direction}
            options={[
              { value: 'out', label: form.out },
              { value: 'in', label: form.in },
            ]}
            onChange={(direction) => change({ direction, subject: '' })}
          />
          <MoneyField label={form.cents} value={value.cents} onDraft={(cents) => change({ cents })} />
          <NumberPad value={value.cents} onChange={(cents) => change({ cents })} />
        </div>
        <div class="stack-wide">
          <Select
            label={form.subject}
            value={value.subject}
            none={form.pick}
            options={(value.direction === 'in' ? SUBJECTS_IN : SUBJECTS_OUT).map((one) => ({
              value: one,
              label: accounts.subject[one],
            }))}
            onChange={(subject) => change({ subject })}
          />
          <Field
            label={form.label}
            value={value.label}
            placeholder={form.labelHint}
            maxLength={40}
            onDraft={(label) => change({ label })}
          />
          <Segmented
            label={form.fund}
            shown
            look="answer"
            value={value.fund}
            options={FUNDS.map((one) => ({ value: one, label: accounts.fund[one] }))}
            onChange={(fund) => change({ fund })}
          />
          <MonthField value={value.month} onChange={(next) => change({ month: next })} />
          <Field
            label={form.voucher}
            value={value.voucher}
            maxLength={30}
            onDraft={(voucher) => change({ voucher })}
          />
          {projects.length > 0 && (
            <Select
              label={form.works}
              value={value.works}
              none={form.noWorks}
              options={projects.map((one) => ({ value: one.id, label: one.label }))}
              onChange={(next) => change({ works: next })}
            />
          )}
          <TextArea
            label={form.note}
            value={value.note}
            rows={2}
            maxLength={200}
            onDraft={(note) => change({ note })}
          />
          <Shots
            label={form.photo}
            alt={form.photo}
            photos={value.photos}
            most={8}
            onChange={(photos) => change({ photos })}
          />
          <p class="caption">{form.photosText}</p>
        </div>
      </div>
      {line && <Leaving line={line} open={leaving} onClose={() => setLeaving(false)} back={back} />}
    </Screen>
  )
}

/** A year back and a month ahead, so that nobody has to know how a month is typed. */
function MonthField({ value, onChange }: { value: string; onChange: (month: string) => void }) {
  const { accounts } = useWords()
  const { today } = useApp()
  return (
    <Select
      label={accounts.form.month}
      value={value}
      options={monthsAround(today().slice(0, 7), value).map((one) => ({
        value: one,
        label: accounts.month(one.slice(0, 4), String(Number(one.slice(5)))),
      }))}
      onChange={onChange}
    />
  )
}

function Leaving(props: { line: AccountLine; open: boolean; onClose: () => void; back: string }) {
  const { line, open, onClose, back } = props
  const { form } = useWords().accounts
  const { ctx } = useApp()
  const { route } = useLocation()
  const doing = useDoing()
  const leave = async (reason: string) => {
    onClose()
    if (await doing.run(() => withdrawLine(ctx, line.id, reason), { text: form.withdrawTitle }))
      leaveTo(back, (there) => route(there, true))
  }
  return (
    <Dialog open={open} onClose={onClose} title={form.withdrawTitle} text={form.withdrawReason}>
      {form.withdrawReasons.map((reason) => (
        <Key key={reason} wide label={reason} onPress={() => void leave(reason)} />
      ))}
      <Key wide look="primary" label={form.keep} focusFirst onPress={onClose} />
    </Dialog>
  )
}
