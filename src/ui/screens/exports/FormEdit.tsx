import './exports.css'
import { useLocation, useRoute } from 'preact-iso'
import { useState } from 'preact/hooks'
import { editForm, type FormSaid, saveForm, setFormAside } from '#commands/formMaps.ts'
import { guessColumns } from '#domain/formHeadings.ts'
import { type FormMap, LISTS } from '#domain/formMap.ts'
import type { RecordId } from '#domain/ids.ts'
import { PERIODS } from '#domain/period.ts'
import { tableFor, tablesFor } from '#queries/exportTables/all.ts'
import type { ExportTable } from '#queries/exportTables/table.ts'
import { leaveTo } from '#ui/parts/backCloses.ts'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Dialog } from '#ui/parts/Dialog.tsx'
import { Empty } from '#ui/parts/Empty.tsx'
import { Field, Select } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Segmented } from '#ui/parts/Segmented.tsx'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { useDoing } from '#ui/screens/plan/useDoing.ts'
import { Screen } from '#ui/Screen.tsx'
import { useApp } from '#ui/state/app.ts'
import { isHere, useDraft } from '#ui/state/draft.ts'
import { useWords } from '#ui/words.ts'
import { ColumnsEdit } from './ColumnsEdit.tsx'
import { FormFile } from './FormFile.tsx'
import { listName } from './says.ts'

/** `/exports/forms/new` and `/exports/forms/:form/edit`: which column of a form takes which of our fields. */
export function FormEdit() {
  const { exports } = useWords()
  const { person } = useApp()
  const { reader, today, may } = useReader()
  const id = useRoute().params['form'] as RecordId | undefined
  const form = id === undefined ? undefined : reader.get<FormMap>(id)
  const tables = tablesFor(reader, person.appointments, today)
  if (!may('keepForms') || tables.length === 0 || (id !== undefined && (!form || form.voided))) {
    return (
      <Screen title={exports.forms} back="/exports">
        <Empty title={may('keepForms') ? exports.gone : exports.notYours} text={exports.notYoursText} />
      </Screen>
    )
  }
  return <Form key={id ?? 'new'} form={form} tables={tables} />
}

interface Filled extends FormSaid {
  readonly id?: RecordId
}

function Form({ form, tables }: { form: FormMap | undefined; tables: readonly ExportTable[] }) {
  const words = useWords()
  const { edit } = words.exports
  const { ctx } = useApp()
  const { route } = useLocation()
  const doing = useDoing()
  const [ending, setEnding] = useState(false)
  const draft = useDraft<Filled>(
    'exports.form',
    form?.id ?? ctx.compound,
    form
      ? { title: form.title, list: form.list, by: form.by, columns: form.columns }
      : { title: '', list: tables[0]?.list ?? 'ledger', by: 'month', columns: [] },
    ({ id }) => id !== undefined && isHere(ctx.view, id),
  )
  const { value } = draft
  const change = (part: Partial<FormSaid>) =>
    draft.set({ ...value, ...(!form && { id: value.id ?? (ctx.newId() as RecordId) }), ...part })
  const back = form ? `/exports/forms/${form.id}` : '/exports'
  const why =
    value.title.trim() === '' ? edit.needTitle : value.columns.length === 0 ? edit.needColumns : undefined

  const save = async () => {
    const { id = ctx.newId() as RecordId, ...rest } = value
    const said: FormSaid = { ...rest, title: value.title.trim(), columns: value.columns.map(plain) }
    const done = await doing.run(
      () => (form ? editForm(draft.ctx, form, said) : saveForm(draft.ctx, said, id)),
      { text: edit.done },
    )
    if (!done) return
    await draft.drop()
    leaveTo(`/exports/forms/${form?.id ?? id}`, (there) => route(there, true))
  }
  const setAside = async () => {
    setEnding(false)
    if (!form) return
    const done = await doing.run(() => setFormAside(ctx, form.id, edit.setAsideWhy), { text: edit.asideDone })
    if (done) leaveTo('/exports', (there) => route(there, true))
  }
  return (
    <Screen
      title={form ? edit.change : edit.new}
      back={back}
      bar={
        <BottomBar>
          <Key
            look="primary"
            wide
            label={edit.save}
            why={why}
            busy={doing.busy}
            busyLabel={edit.saving}
            onPress={() => void save()}
          />
        </BottomBar>
      }
    >
      <div class="stack-wide exports-form">
        {!form && (
          <FormFile
            tables={tables}
            onRead={(read) => change({ ...read, title: value.title.trim() || read.title })}
          />
        )}
        <Field
          label={edit.title}
          help={edit.titleHelp}
          value={value.title}
          maxLength={40}
          onDraft={(title) => change({ title })}
        />
        <Select
          label={edit.list}
          value={value.list}
          options={tables.map(({ list }) => ({ value: list, label: listName(list, words) }))}
          onChange={(wanted) => {
            const list = LISTS.find((one) => one === wanted) ?? value.list
            const headings = value.columns.map(({ heading }) => heading)
            const ours = tableFor(list)?.columns.map(({ id }) => id) ?? []
            change({ list, columns: guessColumns(headings, ours) })
          }}
        />
        <Segmented
          label={edit.by}
          shown
          look="answer"
          value={value.by}
          onChange={(by) => change({ by })}
          options={PERIODS.map((by) => ({ value: by, label: words.exports.kind[by] }))}
        />
        <ColumnsEdit
          table={tables.find(({ list }) => list === value.list)}
          columns={value.columns}
          onChange={(columns) => change({ columns })}
        />
        {form && <Key look="quiet" label={edit.setAside} onPress={() => setEnding(true)} />}
      </div>
      <Dialog open={ending} onClose={() => setEnding(false)} title={edit.setAsideTitle}>
        <Key label={edit.setAside} onPress={() => void setAside()} />
        <Key look="quiet" focusFirst label={edit.keep} onPress={() => setEnding(false)} />
      </Dialog>
    </Screen>
  )
}

/** As it is kept: words without gaps around them, and no empty ones. */
function plain({ heading, field, word }: FormSaid['columns'][number]): FormSaid['columns'][number] {
  const said = word?.trim()
  return { heading: heading.trim(), ...(field !== undefined && { field }), ...(said && { word: said }) }
}
