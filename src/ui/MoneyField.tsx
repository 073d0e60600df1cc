import { centsOf, yuanText } from '#domain/money/yuan.ts'
import { Field } from './parts/Field.tsx'
import { useWords } from './words.ts'

/** A sum as it is typed: understood aloud while it is written, or told how to write it. */
export function MoneyField(props: {
  label: string
  value: string
  onDraft: (value: string) => void
  /** Nothing is an answer too, where it is left out or struck out. */
  least?: number | undefined
  help?: string | undefined
  autoFocus?: boolean | undefined
}) {
  const { form } = useWords().accounts
  const { value, label, onDraft, least } = props
  const read = centsOf(value, least)
  const begun = value.trim() !== ''
  return (
    <Field
      label={label}
      value={value}
      inputMode="decimal"
      maxLength={24}
      placeholder={form.hint}
      help={read.ok ? form.understood(yuanText(read.value)) : props.help}
      error={begun && !read.ok ? form.wrong[read.refused] : undefined}
      onDraft={onDraft}
    />
  )
}
