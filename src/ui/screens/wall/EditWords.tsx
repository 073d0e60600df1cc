import { useEffect, useRef } from 'preact/hooks'
import { Field, TextArea } from '#ui/parts/Field.tsx'
import { useWords } from '#ui/words.ts'
import type { FilledPage } from './pageWords.ts'

/** Every word of the page can be put right before it hangs; a cell of a table only where somebody has to. */
export function EditWords({
  value,
  onChange,
  wrong,
  seek,
}: {
  value: FilledPage
  onChange: (next: FilledPage) => void
  /** Whether a text names somebody. */
  wrong: (text: string) => boolean
  /** Words somebody wants to change: the first field that has them gets the focus, and they are marked in it. */
  seek: { readonly words: string } | undefined
}) {
  const fields = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!seek) return
    const all = fields.current?.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')
    const field = [...(all ?? [])].find((one) => one.value.includes(seek.words))
    if (!field) return
    const at = field.value.indexOf(seek.words)
    field.focus()
    field.setSelectionRange(at, at + seek.words.length)
  }, [seek])
  const words = useWords().wall.page
  const put = (part: Partial<FilledPage>) => onChange({ ...value, ...part })
  return (
    <div class="stack" ref={fields}>
      <Field label={words.write} value={value.title} maxLength={60} onDraft={(title) => put({ title })} />
      <TextArea
        label={words.lines}
        rows={4}
        maxLength={2000}
        value={value.lines}
        onDraft={(lines) => put({ lines })}
      />
      {value.figures.map((one, index) => (
        <Field
          key={index}
          label={one.label}
          value={one.value}
          maxLength={80}
          onDraft={(next) => put({ figures: value.figures.with(index, { ...one, value: next }) })}
        />
      ))}
      {value.labels.map((label, index) => (
        <Field
          key={`label ${index}`}
          label={words.under(index + 1)}
          value={label}
          maxLength={80}
          onDraft={(next) => put({ labels: value.labels.with(index, next) })}
        />
      ))}
      {value.rows.flatMap((row, at) =>
        row.map((cell, column) =>
          wrong(cell) ? (
            <Field
              key={`${at} ${column}`}
              label={row[0] === cell ? `${at + 1}` : (row[0] ?? '')}
              value={cell}
              maxLength={80}
              onDraft={(next) => put({ rows: value.rows.with(at, row.with(column, next)) })}
            />
          ) : null,
        ),
      )}
    </div>
  )
}
