import { useState } from 'preact/hooks'
import { ALWAYS } from '#domain/formHeadings.ts'
import type { FormColumn } from '#domain/formMap.ts'
import type { ExportTable } from '#queries/exportTables/table.ts'
import { Sheet } from '#ui/parts/Dialog.tsx'
import { Field, Select } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useFormats, useWords } from '#ui/words.ts'
import { columnName } from './says.ts'

const EMPTY = ' empty'
const WORD = ' word'
const COLUMNS_MOST = 60

interface ColumnsEditProps {
  table: ExportTable | undefined
  columns: readonly FormColumn[]
  onChange(columns: readonly FormColumn[]): void
}

/** Column by column what fills it; its heading and its place one tap further. */
export function ColumnsEdit({ table, columns, onChange }: ColumnsEditProps) {
  const words = useWords()
  const { number } = useFormats()
  const { exports, common } = words
  const { edit } = exports
  const [open, setOpen] = useState<number>()
  const ours = [...ALWAYS, ...(table?.columns.map(({ id }) => id) ?? [])]
  const options = [
    { value: EMPTY, label: edit.empty },
    { value: WORD, label: edit.word },
    ...ours.map((value) => ({ value, label: columnName(value, words) })),
  ]
  const put = (at: number, wanted: FormColumn) =>
    onChange(columns.map((one, nth) => (nth === at ? wanted : one)))
  const fill = (at: number, { heading }: FormColumn, how: string) =>
    put(at, { heading, ...(how === WORD ? { word: '' } : how !== EMPTY && { field: how }) })
  const forward = (at: number) => {
    const moved = [...columns]
    moved.splice(at - 1, 0, ...moved.splice(at, 1))
    onChange(moved)
    setOpen(at - 1)
  }
  const names = columns.some(({ field }) =>
    table?.columns.some(({ id, holds }) => id === field && holds === 'names'),
  )
  const shown = open === undefined ? undefined : columns[open]
  return (
    <section class="stack">
      <h2>{edit.columns}</h2>
      {names && <p>{edit.names}</p>}
      <ol class="exports-columns">
        {columns.map((column, at) => {
          const how = column.word !== undefined ? WORD : (column.field ?? EMPTY)
          return (
            <li key={at} class="exports-column">
              <Select
                label={`${number(at + 1)}　${column.heading || edit.column(number(at + 1))}`}
                value={how}
                options={
                  options.some(({ value }) => value === how)
                    ? options
                    : [...options, { value: how, label: columnName(how, words) }]
                }
                onChange={(wanted) => fill(at, column, wanted)}
              />
              {column.word !== undefined && (
                <Field
                  label={edit.wordField}
                  value={column.word}
                  maxLength={60}
                  onDraft={(word) => put(at, { heading: column.heading, word })}
                />
              )}
              <Key look="quiet" label={edit.more} onPress={() => setOpen(at)} />
            </li>
          )
        })}
      </ol>
      {columns.length < COLUMNS_MOST && (
        <Key
          label={edit.add}
          onPress={() => {
            onChange([...columns, { heading: '' }])
            setOpen(columns.length)
          }}
        />
      )}
      <Sheet
        open={shown !== undefined}
        onClose={() => setOpen(undefined)}
        title={edit.column(number((open ?? 0) + 1))}
        close={common.close}
      >
        {shown && open !== undefined && (
          <div class="stack">
            <Field
              label={edit.heading}
              value={shown.heading}
              maxLength={60}
              onDraft={(heading) => put(open, { ...shown, heading })}
            />
            {open > 0 && <Key label={edit.up} onPress={() => forward(open)} />}
            <Key
              label={edit.takeOut}
              onPress={() => {
                setOpen(undefined)
                onChange(columns.filter((_, nth) => nth !== open))
              }}
            />
          </div>
        )}
      </Sheet>
    </section>
  )
}
