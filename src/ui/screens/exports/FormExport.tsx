import { useRoute } from 'preact-iso'
import Pencil from '~icons/lucide/pencil'
import type { FormMap } from '#domain/formMap.ts'
import type { RecordId } from '#domain/ids.ts'
import { tablesFor } from '#queries/exportTables/all.ts'
import { nameOf } from '#queries/feedback.ts'
import { Empty } from '#ui/parts/Empty.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { Screen } from '#ui/Screen.tsx'
import { useApp } from '#ui/state/app.ts'
import { useView } from '#ui/state/view.ts'
import { useWords } from '#ui/words.ts'
import { columnsOfForm } from './says.ts'
import { TakeTable } from './TakeTable.tsx'

/** `/exports/forms/:form`: a form somebody above asks for, filled from our records for the days it is asked for. */
export function FormExport() {
  const { exports, common } = useWords()
  const { person } = useApp()
  const { reader, today, may } = useReader()
  const form = reader.get<FormMap>(useRoute().params['form'] as RecordId)
  const overruled = useView((view) => nameOf(view, form?.lost?.by))
  if (form?.kind !== 'formMap' || form.voided) {
    return (
      <Screen title={exports.title} back="/exports">
        <Empty title={exports.gone} />
      </Screen>
    )
  }
  const table = tablesFor(reader, person.appointments, today).find(({ list }) => list === form.list)
  if (!table) {
    return (
      <Screen title={form.title} back="/exports">
        <Empty title={exports.notYours} text={exports.notYoursText} />
      </Screen>
    )
  }
  return (
    <TakeTable
      key={form.id}
      title={form.title}
      table={table}
      columns={columnsOfForm(table, form.columns)}
      by={form.by}
      asForm
      note={form.lost && exports.edit.lost(overruled || common.somebody)}
    >
      {may('keepForms') && (
        <Key
          look="quiet"
          icon={Pencil}
          label={exports.changeColumns}
          href={`/exports/forms/${form.id}/edit`}
        />
      )}
    </TakeTable>
  )
}
