import './roster.css'
import { letterOf } from '#domain/roster/sheets.ts'
import type { ColumnChoice, Mapping } from '#domain/roster/columns.ts'
import { Select } from '#ui/parts/Field.tsx'
import { useFormats, useWords } from '#ui/words.ts'
import type { Columns } from './talk.ts'

const FIELDS = ['building', 'unit', 'floor', 'door', 'name', 'phone', 'age', 'use', 'note'] as const

interface ColumnChoicesProps {
  sheets: Columns
  mapping: Mapping
  onChange(mapping: Mapping): void
}

/** Of each sheet every column with its heading, samples and what it is read as; corrected by tapping. */
export function ColumnChoices({ sheets, mapping, onChange }: ColumnChoicesProps) {
  const all = useWords()
  const { list } = useFormats()
  const words = all.roster.columns
  const fields = all.setup.sheet.fields
  const options = [
    { value: 'ignore', label: words.none },
    ...FIELDS.map((value) => ({ value, label: fields[value] })),
  ]
  const say = (sheet: string, column: number, choice: ColumnChoice) => {
    // A field is read from one column: where somebody gave it to another before, that one is left.
    const before = Object.entries(mapping[sheet] ?? {}).filter(([, is]) => is !== choice || is === 'ignore')
    onChange({ ...mapping, [sheet]: { ...Object.fromEntries(before), [column]: choice } })
  }
  return (
    <>
      {sheets.map(({ sheet, columns }) => (
        <div key={sheet} class="stack">
          {sheets.length > 1 && sheet && <h3>{sheet}</h3>}
          <div class="roster-columns">
            {columns.map(({ column, heading, samples, field, by }) => (
              <Select
                key={column}
                label={words.column(letterOf(column), heading)}
                help={words.samples(samples.length > 0 ? list(samples) : undefined, words.by[by])}
                value={field ?? 'ignore'}
                options={options}
                onChange={(value) => say(sheet, column, value as ColumnChoice)}
              />
            ))}
          </div>
        </div>
      ))}
    </>
  )
}
