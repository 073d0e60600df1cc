import { useRoute } from 'preact-iso'
import { LISTS } from '#domain/formMap.ts'
import { tablesFor } from '#queries/exportTables/all.ts'
import { Empty } from '#ui/parts/Empty.tsx'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { Screen } from '#ui/Screen.tsx'
import { useApp } from '#ui/state/app.ts'
import { useWords } from '#ui/words.ts'
import { columnsOfList, listName } from './says.ts'
import { TakeTable } from './TakeTable.tsx'

/** `/exports/lists/:list`: one of our lists with all its columns. */
export function ListExport() {
  const words = useWords()
  const { person } = useApp()
  const { reader, today } = useReader()
  const wanted = LISTS.find((one) => one === useRoute().params['list'])
  const table = tablesFor(reader, person.appointments, today).find(({ list }) => list === wanted)
  if (!table) {
    return (
      <Screen title={words.exports.title} back="/exports">
        <Empty title={words.exports.notYours} text={words.exports.notYoursText} />
      </Screen>
    )
  }
  return (
    <TakeTable
      title={listName(table.list, words)}
      table={table}
      columns={columnsOfList(table, words)}
      by="week"
      asForm={false}
    />
  )
}
