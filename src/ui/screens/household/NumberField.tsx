import type { ComponentProps } from 'preact'
import { masked } from '#domain/doors/contact.ts'
import type { RecordId } from '#domain/ids.ts'
import { Field } from '#ui/parts/Field.tsx'
import { ShowNumberKey } from '#ui/ShowNumberKey.tsx'
import { useWholeNumber } from '#ui/state/wholeNumber.ts'

/**
 * A number in a form. One that is known stands behind its mask until somebody wants to see it, which is written down as
 * anywhere else; what was typed into it stays in sight.
 */
export function NumberField({
  home,
  of,
  kept,
  ...field
}: ComponentProps<typeof Field> & {
  home: RecordId
  /** What the number is called among those that may stand in full. */
  of: string
  kept: string | undefined
}) {
  const shown = useWholeNumber(of)
  if (!kept || field.value !== kept || shown) return <Field {...field} />
  return (
    <Field
      label={field.label}
      value={masked(kept)}
      readOnly
      onDraft={() => undefined}
      end={<ShowNumberKey home={home} of={of} />}
    />
  )
}
