import Check from '~icons/lucide/check'
import { useState } from 'preact/hooks'
import { masked } from '#domain/doors/contact.ts'
import { answerTo } from '#domain/roster/intents.ts'
import type { DiffAnswer, DiffChoices, DiffField, DiffRow } from '#domain/roster/diffRow.ts'
import type { ImportCounts } from '#domain/roster/import.ts'
import { Select } from '#ui/parts/Field.tsx'
import { Portions } from '#ui/parts/Portions.tsx'
import { Segmented } from '#ui/parts/Segmented.tsx'
import { useFormats, type Words, useWords } from '#ui/words.ts'

const SORTS = ['doubtful', 'new', 'changed', 'missing'] as const
type Sort = (typeof SORTS)[number]
/** With two lines of words, in px. */
const ROW_HEIGHT = 96

interface DiffRowsProps {
  rows: readonly DiffRow[]
  counts: ImportCounts
  choices: DiffChoices
  onChoose(key: string, answer: DiffAnswer): void
}

/** What an import would do, row by row, the doubtful first; each can be left, and what is doubtful enters only when ticked. */
export function DiffRows({ rows, counts, choices, onChoose }: DiffRowsProps) {
  const words = useWords().roster
  const { number } = useFormats()
  const [chosen, setChosen] = useState<Sort>()
  // What is known may grow while nobody has touched anything yet; under a hand at work nothing is exchanged.
  const sort = chosen ?? SORTS.find((one) => counts[one] > 0) ?? 'new'
  const shown = rows.filter(({ is }) => is === sort)
  return (
    <section class="stack">
      <Segmented
        label={words.show}
        options={SORTS.map((value) => ({ value, label: words.counts[value], count: number(counts[value]) }))}
        value={sort}
        onChange={setChosen}
      />
      <p class="caption">{shown.length > 0 ? words.hint[sort] : words.none[sort]}</p>
      <Portions
        key={sort}
        label={words.counts[sort]}
        rows={shown}
        height={ROW_HEIGHT}
        draw={(row) => (
          <OneRow
            key={row.key}
            row={row}
            answer={answerTo(row, choices)}
            onChoose={(key, answer) => {
              setChosen(sort)
              onChoose(key, answer)
            }}
          />
        )}
      />
    </section>
  )
}

function OneRow({
  row,
  answer,
  onChoose,
}: {
  row: DiffRow
  answer: DiffAnswer
  onChoose: DiffRowsProps['onChoose']
}) {
  const all = useWords()
  const words = all.roster
  const { number } = useFormats()
  const title = [row.door, row.who].filter(Boolean).join(' ')
  const said = [
    ...(row.fields ?? []).map((field) => fieldIn(all, field)),
    row.why && words.why[row.why],
    row.row !== undefined && [row.sheet, words.row(number(row.row))].filter(Boolean).join(' '),
  ].filter(Boolean)
  const told = (
    <span class="row-words">
      <span class="row-title">{title}</span>
      <span class="row-sub">{said.join(' · ')}</span>
    </span>
  )
  if (row.answers.length === 0)
    return (
      <div role="listitem" class="diff-row">
        {told}
      </div>
    )
  if (row.answers.includes('asNew'))
    return (
      <div role="listitem" class="diff-row diff-row-asks">
        {told}
        <Select
          label={words.pick(title)}
          value={answer}
          options={(['leave', 'enter', 'asNew'] as const).map((value) => ({
            value,
            label: words.answer[value],
          }))}
          onChange={(value) => onChoose(row.key, value as DiffAnswer)}
        />
      </div>
    )
  return (
    <div role="listitem">
      <label class="diff-row">
        <input
          type="checkbox"
          class="spoken"
          checked={answer === 'enter'}
          onChange={(event) => onChoose(row.key, event.currentTarget.checked ? 'enter' : 'leave')}
        />
        <span class="diff-tick" aria-hidden="true">
          {answer === 'enter' && <Check class="icon" />}
        </span>
        {told}
        <span class="row-right">{words.takes[takes(row)]}</span>
      </label>
    </div>
  )
}

function takes({ is, what, why }: DiffRow): 'home' | 'person' | 'change' | 'movedOut' {
  if (is === 'missing') return 'movedOut'
  if (is === 'changed' || what === 'phone' || why === 'byHand') return 'change'
  return what
}

function fieldIn({ roster, doors }: Words, { field, was, now }: DiffField): string {
  const plain = (value: string | undefined): string => {
    if (value === undefined) return roster.wasNothing
    if (field === 'phone') return was && now && masked(was) === masked(now) ? value : masked(value)
    if (field === 'use') return roster.use[value as keyof typeof roster.use]
    return field === 'age' ? doors.home.age[value as keyof typeof doors.home.age] : value
  }
  const name = roster.field[field]
  return was === undefined ? `${name} ${plain(now)}` : roster.was(name, plain(was), plain(now))
}
