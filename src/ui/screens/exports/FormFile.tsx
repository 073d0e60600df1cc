import CheckMark from '~icons/lucide/check'
import Warning from '~icons/lucide/triangle-alert'
import FileInput from '~icons/lucide/file-input'
import { useRef, useState } from 'preact/hooks'
import type { FormSaid } from '#commands/formMaps.ts'
import { ALWAYS, guessColumns, guessList, headingsOf } from '#domain/formHeadings.ts'
import type { ExportTable } from '#queries/exportTables/table.ts'
import type { SheetRefusal } from '#sheets/rawSheet.ts'
import { Panel } from '#ui/parts/Card.tsx'
import { ErrorPanel } from '#ui/parts/Empty.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { openFile } from '#ui/screens/roster/rosterReader.ts'
import { useFormats, useWords } from '#ui/words.ts'

const ACCEPTED = '.xlsx,.xlsm,.xls,.csv'
const TITLE_MOST = 40

/** An empty form of the street, read for its headings; nothing else of it is looked at or kept. */
export function FormFile({
  tables,
  onRead,
}: {
  tables: readonly ExportTable[]
  onRead: (read: Pick<FormSaid, 'title' | 'list' | 'columns'>) => void
}) {
  const { exports, setup } = useWords()
  const { number } = useFormats()
  const { edit } = exports
  const input = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<SheetRefusal>()
  const [found, setFound] = useState<{ readonly columns: number; readonly known: number }>()

  const choose = async (file: File | undefined) => {
    if (!file) return
    setBusy(true)
    const read = await openFile(file)
    setBusy(false)
    setRefusal(read.ok ? undefined : read.refused)
    setFound(undefined)
    if (!read.ok) return
    read.value.reader.end()
    const headings = headingsOf(read.value.sheets.find((sheet) => !sheet.hidden)?.rows ?? [])
    const list = guessList(headings, tables) ?? tables[0]?.list ?? 'ledger'
    const ours = tables.find((one) => one.list === list)?.columns.map(({ id }) => id) ?? []
    const columns = guessColumns(headings, [...ours, ...ALWAYS])
    setFound({ columns: columns.length, known: columns.filter(({ field }) => field !== undefined).length })
    if (columns.length === 0) return
    onRead({ title: file.name.replace(/\.[^.]*$/, '').slice(0, TITLE_MOST), list, columns })
  }
  return (
    <div class="stack">
      <input
        autocomplete="off"
        ref={input}
        class="spoken"
        type="file"
        tabIndex={-1}
        aria-label={edit.choose}
        accept={ACCEPTED}
        onChange={(event) => {
          void choose(event.currentTarget.files?.[0])
          // The same file, mended, can be chosen again.
          event.currentTarget.value = ''
        }}
      />
      <Panel title={edit.from} text={edit.fromText}>
        <Key
          icon={FileInput}
          label={edit.choose}
          busy={busy}
          busyLabel={edit.reading}
          onPress={() => input.current?.click()}
        />
      </Panel>
      {refusal && <ErrorPanel {...setup.sheet.refused[refusal]} />}
      {found && (
        <div aria-live="polite">
          {found.columns === 0 ? (
            <Panel tone="alert" icon={Warning} title={edit.notFound} />
          ) : (
            <Panel
              tone="lamp"
              icon={CheckMark}
              title={edit.found(number(found.columns), number(found.known))}
            />
          )}
        </div>
      )}
    </div>
  )
}
